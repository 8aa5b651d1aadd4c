// The picture as a file: SVG with legend and sources, PNG made of it, and the state as JSON.
import { LINES, fillOf, outlineOf, shapeOf, wrapped } from "./marks.js";

const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);
const MARGIN = 110;
const FOOT = 96;

export function svg(view, { legend, notes }) {
  const { graph, colours, sigma } = view;
  const at = new Map(graph.mapNodes((id, node) => [id, sigma.graphToViewport(node, { cameraState: { x: 0.5, y: 0.5, ratio: 1, angle: 0 } })]));
  const xs = [...at.values()].map((each) => each.x);
  const ys = [...at.values()].map((each) => each.y);
  const [left, top] = [least(xs) - MARGIN, least(ys) - MARGIN / 2];
  const [width, height] = [-least(xs.map((x) => -x)) - left + MARGIN, -least(ys.map((y) => -y)) - top + MARGIN];
  const parts = graph.mapEdges((_, link, start, end) => line(link, at.get(start), at.get(end), graph.getNodeAttributes(end), colours));
  parts.push(...graph.mapNodes((id, node) => thing(node, at.get(id), colours)));
  const foot = footing(legend, notes, left, top + height, colours);
  const size = `viewBox="${[left, top, width, height + FOOT].map(Math.round).join(" ")}" width="${Math.round(width)}" height="${Math.round(height + FOOT)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Be Vietnam Pro, DejaVu Sans, sans-serif" font-size="13"><rect x="${left}" y="${top}" width="100%" height="100%" fill="${colours.sheet}"/>${parts.join("")}${foot}</svg>`;
}

const least = (numbers) => numbers.reduce((one, other) => Math.min(one, other), Infinity);

function line(link, start, end, target, colours) {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [dx, dy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const [sx, sy] = [dy * link.shift, -dx * link.shift];
  const tip = [end.x - dx * (target.size + 2) + sx, end.y - dy * (target.size + 2) + sy];
  const head = [tip[0] - dx * 9, tip[1] - dy * 9];
  const [family] = link.links.map((each) => each.family);
  const dashes = LINES[family].dashes ? ` stroke-dasharray="${LINES[family].dashes}"` : "";
  const path = `M${point(start.x + sx, start.y + sy)}L${point(...head)}`;
  const strokes = [`<path d="${path}" stroke="${colours.quiet}" stroke-width="${link.size.toFixed(1)}" fill="none"${dashes}/>`];
  if (family === "amends") strokes.push(`<path d="${path}" stroke="${colours.sheet}" stroke-width="${(link.size / 3).toFixed(1)}" fill="none"/>`);
  const arrow = `<path d="M${point(...tip)}L${point(head[0] - dy * 4, head[1] + dx * 4)}L${point(head[0] + dy * 4, head[1] - dx * 4)}Z" fill="${colours.quiet}"/>`;
  return `<g><title>${escaped(link.title)}</title>${strokes.join("")}${arrow}</g>`;
}

const point = (x, y) => `${x.toFixed(1)} ${y.toFixed(1)}`;

function thing(node, { x, y }, colours) {
  const shape = shapeOf(node.sort);
  const dashed = shape.dashed ? ` stroke-dasharray=".35 .25"` : "";
  const mark = `<path d="${shape.path}" transform="translate(${point(x, y)}) scale(${node.size.toFixed(1)})" fill="${node.sort === "more" ? colours.sheet : fillOf(node, colours)}" stroke="${node.root ? colours.accent : outlineOf(node, colours)}" stroke-width="${(node.root ? 3 : 1.4) / node.size}"${dashed}/>`;
  const words = wrapped(node.label).map((text, index) => `<text x="${x.toFixed(1)}" y="${(y + node.size + 15 + 16 * index).toFixed(1)}" text-anchor="middle" fill="${colours.ink}" stroke="${colours.sheet}" stroke-width="3" paint-order="stroke"${node.root ? ' font-weight="600"' : ""}>${escaped(text)}</text>`);
  return `<g><title>${escaped(node.title)}</title>${mark}${words.join("")}</g>`;
}

function footing(legend, notes, left, top, colours) {
  const words = `${legend.join("  ·  ")}`;
  return [words, ...notes].map((text, index) => `<text x="${left + 16}" y="${top + 24 + index * 20}" fill="${colours.quiet}">${escaped(text)}</text>`).join("");
}

// A picture of the SVG; larger ones are scaled so that browsers can still hold them.
export async function png(text) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export function save(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
