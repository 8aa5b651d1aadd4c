// A picture on the page: things and links painted by sigma, labels and level names above, and what the hand does to them.
import { Graph, Sigma } from "../vendor/graph.js";
import { drawLabels } from "./labels.js";
import { laidOut } from "./layout.js";
import { LINES, fillOf, outlineOf, shapeOf, tones, widthOf } from "./marks.js";
import { LinkProgram, ThingProgram } from "./programs.js";

const NEAR = 60;

export class GraphView {
  // `words`: what levels and sorts are called. `on`: thing(id), link(edge), ground(), moved(id).
  constructor(place, { words = { levels: {}, sorts: {} }, on = {} } = {}) {
    this.place = place;
    this.words = words;
    this.on = on;
    this.colours = tones();
    this.bands = [];
    this.captions = [];
    this.pinned = new Map();
    this.selected = null;
    this.shown = 0;
    this.graph = new Graph({ multi: true, type: "directed" });
    this.sigma = new Sigma(this.graph, place, {
      nodeProgramClasses: { thing: ThingProgram }, edgeProgramClasses: { link: LinkProgram },
      defaultNodeType: "thing", defaultEdgeType: "link",
      renderLabels: false, enableEdgeEvents: true, minEdgeThickness: 1, stagePadding: 75, zIndex: false,
      minCameraRatio: 0.02, maxCameraRatio: 6, doubleClickZoomingRatio: 1, zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
      defaultDrawNodeHover: () => {}, allowInvalidContainer: true,
    });
    this.sigma.createCanvasContext("words", { style: { pointerEvents: "none" } });
    this.sigma.resize(true);
    this.above = this.sigma.getCanvases().words.getContext("2d");
    this.tip = document.createElement("div");
    this.tip.className = "graph-tip";
    this.tip.hidden = true;
    place.append(this.tip);
    this.listen();
  }

  listen() {
    const { sigma } = this;
    sigma.on("afterRender", () => this.drawWords());
    this.clicks();
    sigma.on("enterNode", ({ node }) => this.tell(this.graph.getNodeAttribute(node, "title"), node));
    sigma.on("leaveNode", () => this.tell(""));
    sigma.on("enterEdge", ({ edge, event }) => this.tell(this.graph.getEdgeAttribute(edge, "title"), null, event));
    sigma.on("leaveEdge", () => this.tell(""));
    this.drag();
    new ResizeObserver(() => sigma.resize().scheduleRefresh()).observe(this.place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
    document.fonts.load('13px "Be Vietnam Pro"', "ế").then(() => sigma.refresh({ skipIndexation: true }));
  }

  // sigma calls any two clicks in quick succession one double click; of two things each is but clicked once.
  clicks() {
    const { sigma, on } = this;
    const acts = {
      Node: ({ node }) => on.thing && on.thing(node),
      Edge: ({ edge }) => on.link && on.link(this.graph.getEdgeAttributes(edge).links),
      Stage: () => on.ground && on.ground(),
    };
    let last = null;
    for (const [sort, act] of Object.entries(acts)) {
      const hit = (event) => sort + (event.node || event.edge || "");
      const once = (event) => {
        last = hit(event);
        act(event);
      };
      sigma.on("click" + sort, once);
      sigma.on("doubleClick" + sort, (event) => {
        if (sort === "Node") event.preventSigmaDefault();
        if (hit(event) !== last) once(event);
        else if (sort === "Node" && on.twice) on.twice(event.node);
      });
    }
  }

  // A thing that the hand has moved stays where it was put.
  drag() {
    let held = null;
    let moved = false;
    const { sigma } = this;
    sigma.on("downNode", ({ node, preventSigmaDefault }) => {
      held = node;
      moved = false;
      preventSigmaDefault();
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (!held) return;
      preventSigmaDefault();
      event.original.preventDefault();
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
      moved = true;
      this.graph.mergeNodeAttributes(held, sigma.viewportToGraph(event));
    });
    const dropped = () => {
      if (held && moved && this.on.moved) this.on.moved(held);
      held = null;
    };
    sigma.on("upNode", dropped);
    sigma.on("upStage", dropped);
  }

  tell(text, node, event) {
    this.tip.hidden = !text;
    this.place.classList.toggle("over", Boolean(text));
    if (!text) return;
    this.tip.textContent = text;
    const at = node ? this.sigma.graphToViewport(this.graph.getNodeAttributes(node)) : event;
    this.tip.style.left = Math.min(at.x + 14, this.place.clientWidth - 240) + "px";
    this.tip.style.top = at.y + 14 + "px";
  }

  // `nodes`: {id, label, title, sort, level, since, tone, root}; `edges`: {start, end, label, family, mentions}.
  async show(nodes, edges, { layout, places = new Map(), keep = false }) {
    const began = (this.shown += 1);
    const old = new Map(this.graph.mapNodes((id, { x, y }) => [id, [x, y]]));
    const placed = await this.placesOf(nodes, edges, layout, places, keep ? old : new Map());
    if (began !== this.shown) return false;
    this.sigma.setCustomBBox(null);
    this.many = edges.length > 2000;
    this.crowded = edges.length > 250;
    this.graph.clear();
    nodes.forEach((node, index) => this.addNode(node, placed[index]));
    for (const [number, links] of bundles(edges).entries()) this.addEdge(number, links);
    this.order();
    this.sigma.refresh();
    return true;
  }

  async placesOf(nodes, edges, layout, places, old) {
    if (nodes.every((node) => places.has(node.id))) return nodes.map((node) => places.get(node.id));
    const number = new Map(nodes.map((node, index) => [node.id, index]));
    const degree = new Array(nodes.length).fill(0);
    const pairs = edges.map(({ start, end }) => [number.get(start), number.get(end)]);
    for (const [start, end] of pairs) {
      degree[start] += 1;
      degree[end] += 1;
    }
    const sent = nodes.map(({ id, sort, level, since, root }, index) => ({
      id, sort, level, since, root, degree: degree[index],
      place: layout === "force" ? this.pinned.get(id) || old.get(id) || besides(id, edges, old) : null,
      fixed: layout === "force" && (this.pinned.has(id) || old.has(id)),
    }));
    const { clientWidth, clientHeight } = this.place;
    performance.mark("layout begins");
    const found = await laidOut(layout, sent, pairs, clientWidth / Math.max(clientHeight, 1), this.words.sorts);
    performance.mark("layout ends");
    this.bands = found.bands;
    this.captions = found.captions || [];
    return found.places.map((place, index) => this.pinned.get(nodes[index].id) || place);
  }

  addNode(node, [x, y]) {
    const shape = shapeOf(node.sort);
    this.graph.addNode(node.id, { ...node, x, y, type: "thing", shape: shape.number, ...this.paint(node) });
  }

  paint(node) {
    const { colours } = this;
    const chosen = node.id === this.selected || node.root;
    return {
      color: node.sort === "more" ? colours.sheet : fillOf(node, colours),
      outline: chosen ? colours.accent : outlineOf(node, colours),
      border: chosen ? 3 : this.pinned.has(node.id) ? 2.5 : this.many ? 0.6 : 1.3,
      size: node.size,
    };
  }

  addEdge(number, links) {
    const [first] = links;
    const { style } = LINES[first.family];
    const mentions = links.reduce((sum, link) => sum + link.mentions, 0);
    this.graph.addEdgeWithKey("link" + number, first.start, first.end, {
      type: "link", links, style, size: widthOf(first.family, mentions), shift: first.shift, color: this.lineColour(),
      title: [...new Set(links.map((link) => link.label))].join(" · "),
    });
  }

  // The most linked first: they get their label before others.
  order() {
    const weight = (id) => (this.graph.getNodeAttribute(id, "root") ? 1e6 : 0) + this.graph.degree(id);
    this.graph.forEachNode((id, node) => {
      const size = node.sort === "more" ? 9 : this.sizeOf(node, this.graph.degree(id));
      this.graph.mergeNodeAttributes(id, { size });
    });
    this.priority = this.graph.nodes().sort((one, other) => weight(other) - weight(one));
  }

  sizeOf(node, degree) {
    const count = this.graph.order;
    const base = count > 5000 ? 2 : count > 1000 ? 3.5 : count > 150 ? 6 : 9;
    return base + (node.root ? 4 : 0) + Math.min(Math.log2(1 + degree), 6) * (count > 1000 ? 0.6 : 0.9);
  }

  repaint() {
    this.colours = tones();
    this.graph.updateEachNodeAttributes((_, node) => ({ ...node, ...this.paint(node) }));
    this.graph.updateEachEdgeAttributes((_, link) => ({ ...link, color: this.lineColour() }));
    this.sigma.refresh();
  }

  // Of thousands of lines each is but a breath.
  lineColour() {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(this.colours.quiet.slice(at, at + 2), 16));
    return `rgba(${red}, ${green}, ${blue}, ${this.many ? 0.12 : this.crowded ? 0.5 : 1})`;
  }

  select(id) {
    const before = this.selected;
    this.selected = id;
    for (const each of [before, id]) {
      if (each && this.graph.hasNode(each)) this.graph.mergeNodeAttributes(each, this.paint(this.graph.getNodeAttributes(each)));
    }
  }

  drawWords() {
    const { above: context, sigma } = this;
    if (!this.priority) return;
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = sigma.getDimensions();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const taken = this.drawBands(context, width);
    this.labels = drawLabels(context, this.marks(width, height), this.colours, taken);
  }

  marks(width, height) {
    const marks = [];
    for (const id of this.priority) {
      const node = this.graph.getNodeAttributes(id);
      const at = this.sigma.graphToViewport(node);
      if (at.x < -NEAR || at.x > width + NEAR || at.y < -NEAR || at.y > height + NEAR) continue;
      marks.push({ id, label: node.label, x: at.x, y: at.y, radius: this.sigma.scaleSize(node.size), strong: node.root || id === this.selected });
      if (marks.length >= 3000) break;
    }
    return marks;
  }

  drawBands(context, width) {
    if (!this.bands || this.bands.length < 2) return [];
    context.font = '600 13px "Be Vietnam Pro", sans-serif';
    context.textAlign = "left";
    for (const { level, y } of this.bands) {
      const at = this.sigma.graphToViewport({ x: 0, y }).y;
      context.strokeStyle = this.colours.line;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(0, at - 34);
      context.lineTo(width, at - 34);
      context.stroke();
      context.fillStyle = this.colours.quiet;
      context.fillText(this.words.levels[level] || this.words.levels.none, 10, at - 20);
    }
    return this.drawCaptions(context);
  }

  // Over each block what it holds, where there is room for it.
  drawCaptions(context) {
    const boxes = [];
    // two lines of captions over a band: what does not fit in the lower stands in the upper
    let ends = [];
    let band = null;
    for (const { x, y, sort, count } of this.captions) {
      if (band !== y) [band, ends] = [y, [-Infinity, -Infinity]];
      const at = this.sigma.graphToViewport({ x, y });
      const text = `${this.words.sorts[sort] || sort} (${count.toLocaleString()})`;
      const line = ends.findIndex((end) => at.x >= end);
      if (line < 0) continue;
      ends[line] = at.x + context.measureText(text).width + 8;
      const base = at.y - 9 - 15 * line;
      context.fillText(text, at.x - 4, base);
      boxes.push([at.x - 4, base - 14, ends[line], base + 3]);
    }
    return boxes;
  }

  places() {
    return Object.fromEntries(this.graph.mapNodes((id, { x, y }) => [id, [Math.round(x), Math.round(y)]]));
  }

  fit() {
    this.sigma.setCustomBBox(null);
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    this.sigma.refresh();
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    camera.setState({ ratio: Math.min(6, Math.max(0.02, camera.ratio * factor)) });
  }

  // The thing that lies nearest in a direction, for the arrow keys.
  towards(id, [dx, dy]) {
    const own = this.sigma.graphToViewport(this.graph.getNodeAttributes(id));
    let best = null;
    this.graph.forEachNode((other, node) => {
      if (other === id) return;
      const at = this.sigma.graphToViewport(node);
      const ahead = (at.x - own.x) * dx + (at.y - own.y) * dy;
      const aside = Math.abs((at.x - own.x) * dy) + Math.abs((at.y - own.y) * dx);
      const cost = ahead + aside * 2;
      if (ahead > 4 && (!best || cost < best.cost)) best = { other, cost };
    });
    return best ? best.other : null;
  }
}

// Links of one family between the same two things are one line; the lines of other families run beside it.
export function bundles(edges) {
  const found = new Map();
  const between = new Map();
  for (const edge of edges) {
    const key = edge.start + "|" + edge.end + "|" + edge.family;
    if (!found.has(key)) {
      const turned = edge.start > edge.end;
      const pair = turned ? edge.end + "|" + edge.start : edge.start + "|" + edge.end;
      const already = between.get(pair) || 0;
      between.set(pair, already + 1);
      const aside = Math.ceil(already / 2) * 7 * (already % 2 ? 1 : -1);
      found.set(key, Object.assign([], { shift: turned ? -aside : aside }));
    }
    found.get(key).push({ ...edge, shift: found.get(key).shift });
  }
  return [...found.values()];
}

// A thing that is new stands beside one that is there already.
function besides(id, edges, old) {
  for (const { start, end } of edges) {
    const other = start === id ? end : end === id ? start : null;
    if (other && old.has(other)) {
      const [x, y] = old.get(other);
      const turn = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 628, 7) / 100;
      return [x + 150 * Math.cos(turn), y + 150 * Math.sin(turn)];
    }
  }
  return null;
}
