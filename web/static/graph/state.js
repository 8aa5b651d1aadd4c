// What is opened and what is left out, as the address holds it; every change is a new address, so undo is the one before.
import { iso } from "./days.js";

const OPENS = ["iri", "spread", "open", "shut", "path", "reach"];
const STEP = 12;
const stem = (step) => step.slice(0, step.lastIndexOf("|"));

export class State {
  constructor(search) {
    this.past = [];
    this.future = [];
    this.now = new URLSearchParams(search);
    this.now.delete("lang");
  }

  // What the server is asked for: the rest is left out here and now.
  get opened() {
    return new URLSearchParams([...this.now].filter(([name]) => OPENS.includes(name))).toString();
  }

  change(edit) {
    const next = new URLSearchParams(this.now);
    edit(next);
    if (next.toString() === this.now.toString()) return false;
    this.past.push(this.now);
    this.future = [];
    this.now = next;
    return true;
  }

  // A slider that is being drawn is one change, not a hundred.
  adjust(name, value) {
    const last = this.past.at(-1);
    const only = last && [...new Set([...last.keys(), ...this.now.keys()])].filter((key) => last.getAll(key).join() !== this.now.getAll(key).join());
    const goesOn = only && only.length === 1 && only[0] === name;
    const changed = this.change((next) => (value ? next.set(name, value) : next.delete(name)));
    if (changed && goesOn) this.past.pop();
    return changed;
  }

  undo() {
    if (!this.past.length) return false;
    this.future.push(this.now);
    this.now = this.past.pop();
    return true;
  }

  redo() {
    if (!this.future.length) return false;
    this.past.push(this.now);
    this.now = this.future.pop();
    return true;
  }

  has(name, value) {
    return this.now.getAll(name).includes(value);
  }
}

export function without(params, name, test) {
  const kept = params.getAll(name).filter((value) => !test(value));
  params.delete(name);
  for (const value of kept) params.append(name, value);
}

export function add(params, name, value) {
  if (!params.getAll(name).includes(value)) params.append(name, value);
}

export function toggle(params, name, value) {
  if (params.getAll(name).includes(value)) without(params, name, (each) => each === value);
  else params.append(name, value);
}

// Twelve more of a relation.
export function open(params, { step, shown }) {
  without(params, "open", (each) => stem(each) === step);
  without(params, "shut", (each) => each === step);
  params.append("open", step + "|" + (shown + STEP));
}

// A relation is closed: what only it showed goes away.
export function shut(params, { id, step }) {
  without(params, "open", (each) => stem(each) === step);
  if (params.getAll("iri").includes(id) || params.getAll("spread").includes(id)) add(params, "shut", step);
}

// All that a thing has opened.
export function collapse(params, id, more) {
  without(params, "spread", (each) => each === id);
  without(params, "open", (each) => each.startsWith(id + "|"));
  for (const each of more) if (each.id === id && each.shown) shut(params, each);
}

export function spread(params, id) {
  without(params, "shut", (each) => each.startsWith(id + "|"));
  if (!params.getAll("iri").includes(id)) add(params, "spread", id);
}

// The picture as the server packs it (web/scenes.py), every thing and link with its words again.
const TONES = ["text", "authority"];
export function whole(sent) {
  const nodes = sent.nodes.map(([id, label, title, sort, level, since, until, tone]) => ({
    id, label, title: title || label, sort: sent.sorts[sort], level: level ? level - 1 : null, since: since || "", until: until || "", tone: TONES[tone],
  }));
  const edges = sent.edges.map(([start, end, relation, mentions]) => {
    const [predicate, label, family] = sent.relations[relation];
    return { start: nodes[start].id, end: nodes[end].id, predicate, label, family, mentions };
  });
  return { ...sent, nodes, edges };
}

// What remains of a picture when the address leaves things out; web/wanted.py says the same for the table without a script.
export function seen(picture, params) {
  const hidden = new Set(params.getAll("hide"));
  const left = new Set(params.getAll("without"));
  const [asOf, from, to] = ["as_of", "from", "to"].map((name) => iso(params.get(name) || "") || "");
  const level = (node) => (node.level === null ? "level-none" : "level-" + node.level);
  const shows = (node) => {
    if (hidden.has(node.id) || left.has(node.sort) || left.has(level(node))) return false;
    if (asOf && (node.since > asOf || (node.until && node.until < asOf))) return false;
    return !node.since || !(node.since < from || (to && node.since.slice(0, 10) > to));
  };
  const nodes = picture.nodes.filter(shows);
  const ids = new Set(nodes.map((node) => node.id));
  const edges = picture.edges.filter((edge) => ids.has(edge.start) && ids.has(edge.end) && !left.has(edge.family));
  const more = picture.more.filter((each) => ids.has(each.id) && each.shown < each.total && !left.has(each.family));
  return { nodes, edges, more };
}
