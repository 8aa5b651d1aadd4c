// The graph page: every act changes the address, and what the address opens is what is drawn and what the table says.
import { startFrom } from "./explore/adding.js";
import { listenToKeys } from "./explore/keys.js";
import { tellTable } from "./explore/table.js";
import { iso, printed } from "./graph/days.js";
import { png, save, svg } from "./graph/export.js";
import { State, add, collapse, open, seen, shut, spread, toggle, whole, without } from "./graph/state.js";
import { GraphView } from "./graph/view.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const words = read("words");
const explorer = document.getElementById("explorer");
const place = document.getElementById("network");
const status = explorer.querySelector(".status");
const state = new State(location.search);
const pictures = new Map();
let picture = whole(read("picture"));
for (const root of picture.roots) add(state.now, "iri", root);
pictures.set(state.opened, picture);
let shown = { nodes: [], edges: [], more: [] };
let pickingFrom = null;
let layout = state.now.get("layout") || picture.layout;

const view = new GraphView(place, {
  words,
  on: { thing: (id) => picked(id), twice: (id) => expand(id), link: (links) => tellLinks(links), ground: () => closeDrawer(), moved: (id) => pin(id, true) },
});
place.view = view;
for (const value of state.now.getAll("pin")) {
  const [id, x, y] = value.split("|");
  view.pinned.set(id, [Number(x), Number(y)]);
}

// --- from the address to the picture

async function fetched() {
  const key = state.opened;
  if (!pictures.has(key)) {
    status.textContent = words.waiting;
    const response = await fetch("/api/explore?" + key + "&format=packed&lang=" + document.documentElement.lang);
    if (!response.ok) throw new Error(String(response.status));
    pictures.set(key, whole(await response.json()));
  }
  return pictures.get(key);
}

async function follow({ keep = true, places } = {}) {
  place.ariaBusy = "true";
  let found;
  try {
    found = await fetched();
  } catch {
    state.undo();
    status.textContent = words.failed;
    place.ariaBusy = "false";
    return;
  }
  picture = found;
  history.replaceState(null, "", "/explore?" + state.now);
  await redraw({ keep, places });
}

async function redraw({ keep = true, places } = {}) {
  shown = seen(picture, state.now);
  const { nodes, edges } = drawn();
  place.ariaBusy = "true";
  const there = await view.show(nodes, edges, { layout, keep, places });
  if (!there) return;
  requestAnimationFrame(() => performance.mark("painted"));
  place.ariaBusy = "false";
  document.body.dataset.painted = String(nodes.length);
  tellTable(shown, picture, state.now, words);
  tellStatus();
  tellFilters();
}

// With what is still closed as signs of its own: '12 of 340, next 12'.
function drawn() {
  const roots = new Set(picture.roots);
  const nodes = shown.nodes.map((node) => ({ ...node, root: roots.has(node.id) }));
  const edges = [...shown.edges];
  for (const each of shown.more) {
    const id = "more:" + each.step;
    const counts = each.shown ? `${count(each.shown)} ${words.of} ${count(each.total)}, ${words.next} ${Math.min(12, each.total - each.shown)}` : `(${count(each.total)})`;
    const level = shown.nodes.find((node) => node.id === each.id).level;
    nodes.push({ id, label: `${each.label} ${counts}`, title: `${each.label} ${counts}`, sort: "more", level, since: "", more: each });
    const ends = each.direction === "out" ? [each.id, id] : [id, each.id];
    edges.push({ start: ends[0], end: ends[1], predicate: "", label: each.label, family: each.family, mentions: 1 });
  }
  return { nodes, edges };
}

const count = (number) => number.toLocaleString(document.documentElement.lang === "en" ? "en" : "vi");

// --- what stands around the picture

function tellStatus() {
  status.textContent = `${count(shown.nodes.length)} ${words.things}, ${count(shown.edges.length)} ${words.links}`;
  if (picture.pathless.length) status.textContent += ". " + words.pathless;
}

const slider = explorer.querySelector("[name=as_of]");
function tellFilters() {
  const days = [...new Set(picture.nodes.flatMap((node) => [node.since, node.until]).filter((day) => day).map((day) => day.slice(0, 10)))].sort();
  slider.days = days;
  slider.max = days.length;
  const asOf = iso(state.now.get("as_of") || "") || "";
  const at = asOf ? days.findLastIndex((day) => day <= asOf) : -1;
  slider.value = asOf && at >= 0 ? at : days.length;
  slider.disabled = days.length < 2;
  slider.parentElement.nextElementSibling.textContent = asOf ? printed(asOf) : words.all;
  for (const box of document.querySelectorAll(".legend input")) box.checked = !state.has("without", box.value);
  explorer.querySelector("[data-do=undo]").disabled = !state.past.length;
  explorer.querySelector("[data-do=redo]").disabled = !state.future.length;
  explorer.querySelector("[name=layout]").value = layout;
  for (const name of ["from", "to"]) explorer.querySelector(`[name=${name}]`).value = printed(iso(state.now.get(name) || "") || "");
}

let toldLast = "";
async function tell(address) {
  toldLast = address;
  const response = await fetch(address + "&fragment=1&lang=" + document.documentElement.lang);
  if (!response.ok) return;
  const holder = document.createElement("template");
  holder.innerHTML = await response.text();
  // an answer that another question has overtaken
  if (address !== toldLast) return;
  const from = document.fullscreenElement || document.activeElement;
  openDrawer(holder.content, from && from !== document.body ? from : place);
}

const tellThing = (id) => tell("/explore/thing?of=" + encodeURIComponent(id) + "&" + state.now);
async function tellLinks(links) {
  const real = links.filter((link) => link.predicate);
  if (real.length) await tell("/explore/link?" + new URLSearchParams({ start: real[0].start, predicate: real[0].predicate, end: real[0].end }));
}

// --- acts

function act(edit, options) {
  if (state.change(edit)) return follow(options);
  return Promise.resolve();
}

function picked(id) {
  view.select(id);
  if (pickingFrom && pickingFrom !== id && !id.startsWith("more:")) {
    const path = pickingFrom + "|" + id;
    pickingFrom = null;
    return act((params) => add(params, "path", path));
  }
  if (id.startsWith("more:")) return act((params) => open(params, view.graph.getNodeAttribute(id, "more")));
  return tellThing(id);
}

const expand = (id) => (id.startsWith("more:") ? picked(id) : act((params) => spread(params, id)));

function pin(id, pinned) {
  const { x, y } = view.graph.getNodeAttributes(id);
  state.change((params) => {
    without(params, "pin", (each) => each.startsWith(id + "|"));
    if (pinned) params.append("pin", [id, Math.round(x), Math.round(y)].join("|"));
  });
  if (pinned) view.pinned.set(id, [x, y]);
  else view.pinned.delete(id);
  view.select(id);
  history.replaceState(null, "", "/explore?" + state.now);
  status.textContent = pinned ? words.pinned : words.unpinned;
  tellFilters();
}

function hide(id) {
  closeDrawer();
  if (!id.startsWith("more:")) act((params) => add(params, "hide", id));
}

function stepOf(element) {
  const { step, shown: opened } = element.closest("[data-step]").dataset;
  const [id] = step.split("|");
  return { id, step, shown: Number(opened) };
}

const ACTS = {
  undo: () => state.undo() && follow(),
  redo: () => state.redo() && follow(),
  in: () => view.zoom(1 / 1.4),
  out: () => view.zoom(1.4),
  fit: () => view.fit(),
  full: () => (document.fullscreenElement ? document.exitFullscreen() : explorer.requestFullscreen()),
  spread: (id) => expand(id),
  collapse: (id) => act((params) => collapse(params, id, picture.more)),
  pin: (id) => pin(id, !view.pinned.has(id)),
  hide,
  path: (id) => {
    pickingFrom = id;
    closeDrawer();
    status.textContent = words.pick;
  },
  open: async (id, element) => {
    await act((params) => open(params, stepOf(element)));
    if (id) tellThing(id);
  },
  shut: async (id, element) => {
    await act((params) => shut(params, stepOf(element)));
    if (id) tellThing(id);
  },
  link: async () => {
    await navigator.clipboard.writeText(location.href);
    status.textContent = words.copied;
  },
  svg: () => save(svg(view, footing()), "image/svg+xml", "vankien.svg"),
  png: async () => save(await png(svg(view, footing())), "image/png", "vankien.png"),
  json: () => save(JSON.stringify({ vankien: "graph", version: words.version, state: state.now.toString(), layout, places: view.places() }), "application/json", "vankien.json"),
};

function footing() {
  const legend = [...document.querySelectorAll(".legend label")].map((each) => each.textContent.trim());
  return { legend, notes: [location.href, `${words.note} vankien ${words.version}`] };
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#explorer [data-do], #drawer [data-do]");
  if (button && button.dataset.do !== "html") {
    event.preventDefault();
    const thing = document.querySelector("#drawer [data-thing]");
    ACTS[button.dataset.do](thing && thing.dataset.thing, button);
    return;
  }
  const proof = event.target.closest("a.evidence-of");
  if (proof && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    tell(proof.getAttribute("href"));
  }
});

document.querySelectorAll(".legend input").forEach((box) => box.addEventListener("change", () => act((params) => toggle(params, "without", box.value))));
slider.addEventListener("input", () => {
  const day = slider.days[Number(slider.value)];
  if (state.adjust("as_of", day || "")) follow();
});
for (const name of ["from", "to"]) {
  explorer.querySelector(`[name=${name}]`).addEventListener("change", ({ target }) => {
    const day = iso(target.value);
    target.setCustomValidity(day === null ? words.dayless : "");
    if (target.reportValidity()) act((params) => (day ? params.set(name, day) : params.delete(name)));
  });
}
explorer.querySelector("[name=layout]").addEventListener("change", ({ target }) => {
  layout = target.value;
  act((params) => params.set("layout", layout), { keep: false });
});

// --- a saved state

explorer.querySelector("[name=saved]").addEventListener("change", async ({ target }) => {
  try {
    const saved = JSON.parse(await target.files[0].text());
    if (saved.vankien !== "graph") throw new Error("another kind of file");
    state.past.push(state.now);
    state.now = new URLSearchParams(saved.state);
    layout = saved.layout;
    await follow({ places: new Map(Object.entries(saved.places)) });
  } catch {
    status.textContent = words.unreadable;
  }
  target.value = "";
});

startFrom(explorer.querySelector(".adding"), words, (id) => {
  view.select(id);
  act((params) => {
    without(params, "reach", () => true);
    add(params, "iri", id);
  });
});

listenToKeys(place, ACTS, { Enter: expand, " ": tellThing, Backspace: ACTS.collapse, Delete: hide, p: ACTS.pin, P: ACTS.pin }, {
  own: () => (view.selected && view.graph.hasNode(view.selected) ? view.selected : picture.roots.find((root) => view.graph.hasNode(root)) || view.graph.nodes()[0]),
  go: (own, way) => {
    const next = view.selected === own ? view.towards(own, way) : own;
    if (!next) return;
    view.select(next);
    status.textContent = view.graph.getNodeAttribute(next, "title");
  },
});

// A print has the picture as lines, black on white; what WebGL paints does not print.
addEventListener("beforeprint", () => {
  const printed = document.getElementById("printed") || new Image();
  Object.assign(printed, { id: "printed", className: "print-only", alt: place.getAttribute("aria-label") });
  document.querySelector(".legend").before(printed);
  printed.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg(view, { legend: [], notes: [] }));
});

redraw({ keep: false });
