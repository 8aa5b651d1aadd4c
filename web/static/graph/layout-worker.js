// Where things stand: rows by level, force, or groups; in a worker, so that no hand ever waits for it.
import { Graph, forceAtlas2, noverlap } from "../vendor/layout.js";

const WIDE = 180;
const HIGH = 130;
const NO_LEVEL = 9;
const rank = (node) => (node.level === null || node.level === undefined ? NO_LEVEL : node.level);

// Top down by level, left to right by time; what has no date stands near the things it is linked to. In the level of a
// chosen thing, what it rests on stands above it and what rests on it below.
function rows(nodes, edges, aspect) {
  const near = nodes.map(() => []);
  for (const [start, end] of edges) {
    near[start].push(end);
    near[end].push(start);
  }
  const lines = linesOf(nodes, edges);
  const inARow = Math.max(6, Math.ceil(Math.sqrt(nodes.length * aspect * (HIGH / WIDE))));
  const places = new Array(nodes.length);
  const bands = [];
  let y = 0;
  let row = 0;
  for (const { level, members } of lines) {
    if (!bands.length || bands.at(-1).level !== level) {
      y -= bands.length ? HIGH * 0.3 : 0;
      bands.push({ level, y });
    }
    const sorted = members.map((node) => ({ node, when: nodes[node].since || "", middle: middle(near[node], places) }));
    sorted.sort((one, other) => one.when.localeCompare(other.when) || one.middle - other.middle || one.node - other.node);
    const width = Math.ceil(sorted.length / Math.ceil(sorted.length / inARow));
    for (let first = 0; first < sorted.length; first += width, row += 1) {
      const line = sorted.slice(first, first + width);
      const shift = line.length > 1 && row % 2 ? WIDE / 4 : 0;
      line.forEach(({ node }, index) => {
        places[node] = [(index - (line.length - 1) / 2) * WIDE + shift, y - (line.length > 4 && index % 2 ? HIGH * 0.3 : 0)];
      });
      y -= line.length > 4 ? HIGH * 1.25 : HIGH;
    }
  }
  return { places: stretched(places, aspect), bands };
}

// Rows may be wider than they must where the page is.
function stretched(places, aspect) {
  const [width, height] = [0, 1].map((axis) => {
    const values = places.map((place) => place[axis]);
    return Math.max(...values) - Math.min(...values) + 2 * HIGH;
  });
  const factor = Math.min(2.2, Math.max(1, (aspect * height) / width));
  return places.map(([x, y]) => [x * factor, y]);
}

function linesOf(nodes, edges) {
  const roots = new Set(nodes.flatMap((node, index) => (node.root ? [index] : [])));
  const under = new Map();
  for (const [start, end] of edges) {
    if (roots.has(start) && !under.has(end)) under.set(end, -1);
    if (roots.has(end)) under.set(start, 1);
  }
  const chosen = new Set([...roots].map((root) => rank(nodes[root])));
  const found = new Map();
  nodes.forEach((node, index) => {
    const level = rank(node);
    const step = chosen.has(level) && !roots.has(index) ? under.get(index) || 1 : 0;
    const key = level * 10 + step;
    if (!found.has(key)) found.set(key, { key, level, members: [] });
    found.get(key).members.push(index);
  });
  return [...found.values()].sort((one, other) => one.key - other.key);
}

function middle(near, places) {
  const known = near.filter((other) => places[other]).map((other) => places[other][0]);
  return known.length ? known.reduce((sum, x) => sum + x, 0) / known.length : 0;
}

// A band for each level, in it a block for each sort, as large as there are things; the most linked first in each.
function groups(nodes, edges, aspect, names) {
  const apart = 14;
  const cells = new Map();
  nodes.forEach((node, index) => {
    if (!cells.has(rank(node))) cells.set(rank(node), new Map());
    const blocks = cells.get(rank(node));
    if (!blocks.has(node.sort)) blocks.set(node.sort, []);
    blocks.get(node.sort).push(index);
  });
  const inARow = Math.max(12, Math.ceil(Math.sqrt(nodes.length * aspect)));
  const places = new Array(nodes.length);
  const bands = [];
  const captions = [];
  let y = 0;
  for (const level of [...cells.keys()].sort((one, other) => one - other)) {
    const blocks = [...cells.get(level)].sort((one, other) => one[1].length - other[1].length);
    const size = blocks.reduce((sum, [, members]) => sum + members.length, 0);
    const rows = Math.max(3, Math.ceil(size / inARow));
    bands.push({ level, y });
    let x = 0;
    for (const [sort, members] of blocks) {
      members.sort((one, other) => nodes[other].degree - nodes[one].degree || one - other);
      captions.push({ x, y, sort, count: members.length });
      members.forEach((member, index) => {
        places[member] = [x + Math.floor(index / rows) * apart, y - (index % rows) * apart];
      });
      // a block is never narrower than its caption, in letters of which the page holds some 160
      const letters = (names[sort] || sort).length + 9;
      x += Math.max(Math.ceil(members.length / rows) + 1, (inARow * letters) / 160) * apart;
    }
    y -= (rows + inARow / 12) * apart;
  }
  return { places, bands, captions };
}

// Rings around the first node give force a start that is the same every time.
function force(nodes, edges, aspect) {
  const graph = new Graph({ multi: true, type: "undirected" });
  const start = rings(nodes, edges);
  nodes.forEach((node, index) => {
    const [x, y] = node.place || start[index];
    graph.addNode(index, { x, y, fixed: Boolean(node.fixed), size: nodes.length > 400 ? 8 : 46 });
  });
  for (const [from, to] of edges) if (from !== to) graph.addEdge(from, to);
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 0.6, barnesHutOptimize: nodes.length > 300, scalingRatio: 10, slowDown: 2, outboundAttractionDistribution: true };
  const iterations = nodes.length > 2000 ? 60 : nodes.length > 500 ? 120 : 260;
  forceAtlas2.assign(graph, { iterations, settings });
  spaced(graph, nodes, aspect);
  if (nodes.length <= 1500) noverlap.assign(graph, { maxIterations: 120, settings: { margin: 14, ratio: 1, expansion: 1.1, gridSize: 20 } });
  return { places: nodes.map((_, index) => [graph.getNodeAttribute(index, "x"), graph.getNodeAttribute(index, "y")]), bands: [] };
}

// The same picture, so large that a label has room: labels are wider than high.
function spaced(graph, nodes, aspect) {
  const moved = nodes.filter((node) => !node.fixed);
  if (moved.length !== nodes.length) return;
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  graph.forEachNode((_, { x, y }) => {
    [left, right, low, high] = [Math.min(left, x), Math.max(right, x), Math.min(low, y), Math.max(high, y)];
  });
  const area = nodes.length * (nodes.length > 400 ? 900 : 17000);
  const height = Math.sqrt(area / aspect);
  const scale = [(height * aspect) / (right - left || 1), height / (high - low || 1)];
  graph.forEachNode((node, { x, y }) => {
    graph.setNodeAttribute(node, "x", (x - (left + right) / 2) * scale[0]);
    graph.setNodeAttribute(node, "y", (y - (low + high) / 2) * scale[1]);
  });
}

function rings(nodes, edges) {
  const near = nodes.map(() => []);
  for (const [from, to] of edges) {
    near[from].push(to);
    near[to].push(from);
  }
  const depth = new Array(nodes.length).fill(-1);
  const order = [];
  for (let first = 0; first < nodes.length; first++) {
    if (depth[first] >= 0) continue;
    depth[first] = order.length ? 1 : 0;
    const queue = [first];
    for (let head = 0; head < queue.length; head++) {
      order.push(queue[head]);
      for (const other of near[queue[head]]) {
        if (depth[other] < 0) {
          depth[other] = depth[queue[head]] + 1;
          queue.push(other);
        }
      }
    }
  }
  const places = new Array(nodes.length);
  const seen = new Map();
  const totals = new Map();
  for (const own of depth) totals.set(own, (totals.get(own) || 0) + 1);
  for (const node of order) {
    const number = seen.get(depth[node]) || 0;
    seen.set(depth[node], number + 1);
    const angle = (2 * Math.PI * number) / totals.get(depth[node]) + depth[node] * 0.5;
    const away = depth[node] * Math.max(160, Math.sqrt(nodes.length) * 20);
    places[node] = [away * Math.cos(angle), away * Math.sin(angle)];
  }
  return places;
}

const LAYOUTS = { rows, groups, force };
onmessage = ({ data }) => {
  const { kind, sorts, sent, pairs, aspect, names, ticket } = data;
  const nodes = Array.from(sent.sort, (sort, index) => ({
    sort: sorts[sort], level: sent.level[index] < 0 ? null : sent.level[index], root: sent.root[index] === 1,
    since: sent.since[index], place: sent.place[index], fixed: sent.fixed[index], degree: 0,
  }));
  const edges = [];
  for (let index = 0; index < pairs.length; index += 2) {
    edges.push([pairs[index], pairs[index + 1]]);
    nodes[pairs[index]].degree += 1;
    nodes[pairs[index + 1]].degree += 1;
  }
  const { places, bands, captions } = LAYOUTS[kind](nodes, edges, aspect, names);
  const [xs, ys] = [0, 1].map((axis) => Float64Array.from(places, (place) => place[axis]));
  postMessage({ ticket, xs, ys, bands, captions }, [xs.buffer, ys.buffer]);
};
