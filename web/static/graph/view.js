// A picture on the page: things and links painted by sigma, words above; built in slices, so that thousands stop nobody.
import { Graph, Sigma } from "../vendor/graph.js";
import { listen } from "./hand.js";
import { laidOut } from "./layout.js";
import { FAINT, LINES, fillOf, outlineOf, shapeOf, tones, widthOf } from "./marks.js";
import { LinkProgram, ThingProgram } from "./programs.js";
import { inSlices } from "./slices.js";
import { drawWords } from "./words.js";

// Of more links than these nobody can tell apart which run side by side.
const MANY = 2000;
const CROWDED = 250;

export class GraphView {
  // `words`: what levels and sorts are called. `on`: thing(id), twice(id), link(links), ground(), moved(id).
  constructor(place, { words = { levels: {}, sorts: {} }, on = {} } = {}) {
    Object.assign(this, { place, words, on, colours: tones(), bands: [], captions: [], priority: [], pinned: new Map(), selected: null, shown: 0 });
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
    const above = this.sigma.getCanvases().words.getContext("2d");
    this.tip = document.createElement("div");
    this.tip.className = "graph-tip";
    this.tip.hidden = true;
    place.append(this.tip);
    listen(this);
    const write = () => (this.labels = drawWords(this, above));
    this.sigma.on("afterRender", write);
    new ResizeObserver(() => this.sigma.resize().scheduleRefresh()).observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.repaint());
    document.fonts.load('13px "Be Vietnam Pro"', "ế").then(write);
  }

  // `nodes`: {id, label, title, sort, level, since, tone, root}; `edges`: {start, end, label, family, mentions}.
  // False when another picture was asked for meanwhile.
  async show(nodes, edges, { layout, places = new Map(), keep = false }) {
    const began = (this.shown += 1);
    const isOver = () => began !== this.shown;
    const old = keep ? new Map(this.graph.mapNodes((id, { x, y }) => [id, [x, y]])) : new Map();
    const degrees = new Map(nodes.map((node) => [node.id, 0]));
    for (const { start, end } of edges) for (const id of [start, end]) degrees.set(id, degrees.get(id) + 1);
    const found = await this.placesOf(nodes, edges, layout, places, old);
    if (isOver()) return false;
    const graph = await this.built(nodes, edges, found.places, degrees);
    if (isOver()) return false;
    const weight = new Map(nodes.map((node) => [node.id, (node.root ? 1e6 : 0) + degrees.get(node.id)]));
    // the most linked first: they get their label before others
    this.priority = graph.nodes().sort((one, other) => weight.get(other) - weight.get(one));
    if (found.bands) [this.bands, this.captions] = [found.bands, found.captions || []];
    this.graph = graph;
    this.sigma.setCustomBBox(null);
    // among thousands of lines nobody can point at one
    if (this.sigma.getSetting("enableEdgeEvents") === this.many) this.sigma.setSetting("enableEdgeEvents", !this.many);
    this.sigma.setGraph(graph);
    return true;
  }

  async placesOf(nodes, edges, layout, places, old) {
    if (nodes.every((node) => places.has(node.id))) return { places: nodes.map((node) => places.get(node.id)) };
    const number = new Map(nodes.map((node, index) => [node.id, index]));
    const pairs = new Uint32Array(edges.length * 2);
    edges.forEach(({ start, end }, index) => pairs.set([number.get(start), number.get(end)], index * 2));
    const sent = layout !== "force" ? nodes : nodes.map((node) => ({
      ...node, place: this.pinned.get(node.id) || old.get(node.id) || besides(node.id, edges, old), fixed: this.pinned.has(node.id) || old.has(node.id),
    }));
    const { clientWidth, clientHeight } = this.place;
    performance.mark("layout begins");
    const { xs, ys, ...found } = await laidOut(layout, sent, pairs, clientWidth / Math.max(clientHeight, 1), this.words.sorts);
    performance.mark("layout ends");
    return { ...found, places: nodes.map((node, index) => this.pinned.get(node.id) || [xs[index], ys[index]]) };
  }

  async built(nodes, edges, places, degrees) {
    const graph = new Graph({ multi: true, type: "directed" });
    [this.many, this.crowded, this.count] = [edges.length > MANY, edges.length > CROWDED, nodes.length];
    await inSlices(nodes, (node, index) => {
      const [x, y] = places[index];
      const size = node.sort === "more" ? 9 : this.sizeOf(node, degrees.get(node.id));
      graph.addNode(node.id, { ...node, x, y, size, type: "thing", shape: shapeOf(node.sort).number, ...this.paint(node) });
    });
    const color = this.lineColour();
    const lines = this.many ? edges.map((edge) => Object.assign([edge], { shift: 0 })) : bundles(edges);
    await inSlices(lines, (links, index) => {
      const [{ start, end, family }] = links;
      const mentions = links.reduce((sum, link) => sum + link.mentions, 0);
      const title = links.length > 1 ? [...new Set(links.map((link) => link.label))].join(" · ") : links[0].label;
      graph.addEdgeWithKey("link" + index, start, end, { type: "link", links, style: this.many ? FAINT : LINES[family].style, size: this.many ? 1 : widthOf(family, mentions), shift: links.shift, color, title });
    });
    return graph;
  }

  paint(node) {
    const { colours } = this;
    const chosen = node.id === this.selected || node.root;
    return {
      color: node.sort === "more" ? colours.sheet : fillOf(node, colours),
      outline: chosen ? colours.accent : outlineOf(node, colours),
      border: chosen ? 3 : this.pinned.has(node.id) ? 2.5 : this.many ? 0.6 : 1.3,
    };
  }

  sizeOf(node, degree) {
    const { count } = this;
    const base = count > 5000 ? 2 : count > 1000 ? 3.5 : count > 150 ? 6 : 9;
    return base + (node.root ? 4 : 0) + Math.min(Math.log2(1 + degree), 6) * (count > 1000 ? 0.6 : 0.9);
  }

  // Of thousands of lines each is but a breath.
  lineColour() {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(this.colours.quiet.slice(at, at + 2), 16));
    return `rgba(${red}, ${green}, ${blue}, ${this.many ? 0.12 : this.crowded ? 0.5 : 1})`;
  }

  repaint() {
    this.colours = tones();
    this.graph.updateEachNodeAttributes((_, node) => ({ ...node, ...this.paint(node) }));
    this.graph.updateEachEdgeAttributes((_, link) => ({ ...link, color: this.lineColour() }));
    this.sigma.refresh();
  }

  select(id) {
    const before = this.selected;
    this.selected = id;
    for (const each of [before, id]) {
      if (each && this.graph.hasNode(each)) this.graph.mergeNodeAttributes(each, this.paint(this.graph.getNodeAttributes(each)));
    }
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
function bundles(edges) {
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
    found.get(key).push(edge);
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
