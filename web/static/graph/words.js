// What is written over a picture: the names of things, of its levels, of its blocks.
import { drawLabels } from "./labels.js";

const NEAR = 60;
const WEIGHED = 3000;

// Returns how many things are named.
export function drawWords(view, context) {
  const ratio = window.devicePixelRatio || 1;
  const { width, height } = view.sigma.getDimensions();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const taken = drawBands(view, context, width);
  return drawLabels(context, marks(view, width, height), view.colours, taken);
}

function marks({ priority, graph, sigma, selected }, width, height) {
  const found = [];
  for (const id of priority) {
    const node = graph.getNodeAttributes(id);
    const at = sigma.graphToViewport(node);
    if (at.x < -NEAR || at.x > width + NEAR || at.y < -NEAR || at.y > height + NEAR) continue;
    found.push({ id, label: node.label, x: at.x, y: at.y, radius: sigma.scaleSize(node.size), strong: node.root || id === selected });
    if (found.length >= WEIGHED) break;
  }
  return found;
}

function drawBands(view, context, width) {
  const { bands, sigma, colours, words } = view;
  if (bands.length < 2) return [];
  context.font = '600 13px "Be Vietnam Pro", sans-serif';
  context.textAlign = "left";
  for (const { level, y } of bands) {
    const at = sigma.graphToViewport({ x: 0, y }).y;
    context.strokeStyle = colours.line;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(0, at - 34);
    context.lineTo(width, at - 34);
    context.stroke();
    context.fillStyle = colours.quiet;
    context.fillText(words.levels[level] || words.levels.none, 10, at - 20);
  }
  return drawCaptions(view, context);
}

// Over each block what it holds, where there is room for it.
function drawCaptions({ captions, sigma, words }, context) {
  const boxes = [];
  // two lines of captions over a band: what does not fit in the lower stands in the upper
  let ends = [];
  let band = null;
  for (const { x, y, sort, count } of captions) {
    if (band !== y) [band, ends] = [y, [-Infinity, -Infinity]];
    const at = sigma.graphToViewport({ x, y });
    const text = `${words.sorts[sort] || sort} (${count.toLocaleString()})`;
    const line = ends.findIndex((end) => at.x >= end);
    if (line < 0) continue;
    ends[line] = at.x + context.measureText(text).width + 8;
    const base = at.y - 9 - 15 * line;
    context.fillText(text, at.x - 4, base);
    boxes.push([at.x - 4, base - 14, ends[line], base + 3]);
  }
  return boxes;
}
