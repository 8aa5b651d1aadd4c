// Labels on a canvas of their own: never one over another or over a mark; fewer before smaller.
import { FONT, wrapped } from "./marks.js";

const CELL = 60;
const LINE = 16;
const MOST = 400;
// The most important things are named even where that covers marks of others.
const NAMED_ANYWAY = 24;

class Room {
  constructor() {
    this.cells = new Map();
  }

  *around([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x + ":" + y;
    }
  }

  isFree(box, own, overMarks) {
    for (const cell of this.around(box)) {
      for (const other of this.cells.get(cell) || []) {
        if (other.own !== own && !(overMarks && other.isMark) && box[0] < other.box[2] && other.box[0] < box[2] && box[1] < other.box[3] && other.box[1] < box[3]) return false;
      }
    }
    return true;
  }

  take(box, own, isMark) {
    for (const cell of this.around(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push({ box, own, isMark });
    }
  }
}

const widths = new Map();
function widthOf(context, line) {
  if (!widths.has(line)) widths.set(line, context.measureText(line).width);
  return widths.get(line);
}

// `taken` are boxes in which something stands already; `marks`: {id, label, x, y, radius, strong} in pixels of the screen, the most important first. Returns how many labels stand there.
export function drawLabels(context, marks, colours, taken = []) {
  const room = new Room();
  for (const box of taken) room.take(box, null);
  let drawn = 0;
  context.font = FONT;
  context.textAlign = "center";
  context.lineJoin = "round";
  for (const mark of marks) room.take([mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius], mark.id, true);
  for (const [number, mark] of marks.entries()) {
    if (drawn >= MOST) break;
    if (!mark.label) continue;
    const lines = wrapped(mark.label);
    const half = Math.max(...lines.map((line) => widthOf(context, line))) / 2 + 3;
    const top = mark.y + mark.radius + 2;
    const box = [mark.x - half, top, mark.x + half, top + LINE * lines.length + 1];
    if (!room.isFree(box, mark.id, marks.length > 60 && number < NAMED_ANYWAY)) continue;
    room.take(box, mark.id);
    drawn += 1;
    context.font = mark.strong ? "600 " + FONT : FONT;
    lines.forEach((line, index) => {
      const y = top + LINE * index + 12;
      context.strokeStyle = colours.sheet;
      context.lineWidth = 4;
      context.strokeText(line, mark.x, y);
      context.fillStyle = colours.ink;
      context.fillText(line, mark.x, y);
    });
  }
  return drawn;
}
