// An answer as a table, a graph, a timeline or a chart; each offered where the answer has what it needs.
import { GraphView } from "../graph/view.js";

const MOST_ROWS = 1000;
const MOST_BARS = 60;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long"].map((name) => XSD + name));
const DATES = new Set(["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name));

export function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export class Answer {
  constructor(columns, rows) {
    this.columns = columns;
    this.rows = rows;
    this.names = new Map();
  }

  static of(sent) {
    if ("boolean" in sent) return new Answer(["ASK"], [{ ASK: { type: "literal", value: String(sent.boolean), datatype: XSD + "boolean" } }]);
    return new Answer(sent.head.vars, sent.results.bindings);
  }

  static ofTriples(text) {
    const rows = text.split("\n").filter((line) => line.trim()).map((line) => {
      const [, subject, predicate, object] = /^(\S+) (\S+) (.*) \.$/.exec(line);
      return { subject: term(subject), predicate: term(predicate), object: term(object) };
    });
    return new Answer(["subject", "predicate", "object"], rows);
  }

  iris() {
    return [...new Set(this.rows.slice(0, MOST_ROWS).flatMap((row) => Object.values(row)).filter((each) => each.type === "uri").map((each) => each.value))].slice(0, 2000);
  }

  column(fits) {
    return this.columns.find((name) => this.rows.some((row) => row[name]) && this.rows.every((row) => !row[name] || fits(row[name])));
  }

  get dates() {
    return this.column((value) => DATES.has(value.datatype) || /^\d{4}(-\d\d(-\d\d)?)?$/.test(value.value) && !NUMBERS.has(value.datatype));
  }

  get numbers() {
    return this.column((value) => NUMBERS.has(value.datatype));
  }

  get words() {
    return this.column((value) => value.type === "literal" && !NUMBERS.has(value.datatype) && !DATES.has(value.datatype)) || this.column((value) => value.type === "uri");
  }

  get links() {
    return this.columns.filter((name) => this.rows.some((row) => row[name] && row[name].type === "uri"));
  }

  shown(value) {
    if (!value) return "";
    if (value.type === "uri") return this.names.has(value.value) ? this.names.get(value.value).label : value.value;
    if (DATES.has(value.datatype)) return value.value.slice(0, 10).split("-").reverse().join("/");
    return value.value;
  }

  forms() {
    const forms = ["table"];
    if (this.links.length > 1) forms.push("graph");
    if (this.dates) forms.push("timeline");
    if (this.numbers && this.words) forms.push("chart");
    return forms;
  }
}

function term(text) {
  if (text.startsWith("<")) return { type: "uri", value: text.slice(1, -1) };
  if (text.startsWith("_:")) return { type: "bnode", value: text };
  const [, quoted, datatype] = /^("(?:[^"\\]|\\.)*")(?:@[\w-]+|\^\^<([^>]*)>)?$/.exec(text);
  return { type: "literal", value: JSON.parse(quoted), datatype };
}

function cell(answer, value) {
  const text = answer.shown(value);
  if (!value || value.type !== "uri") return text;
  const known = answer.names.get(value.value);
  return made("a", { href: known ? known.address : value.value, title: value.value, ...(known && known.address.startsWith("/") ? {} : { rel: "noopener noreferrer" }) }, text);
}

export function table(answer, place, words) {
  const head = made("tr", {}, ...answer.columns.map((name) => made("th", { scope: "col" }, name)));
  const rows = answer.rows.slice(0, MOST_ROWS).map((row) => made("tr", {}, ...answer.columns.map((name) => {
    const kept = made("td", NUMBERS.has(row[name] && row[name].datatype) ? { class: "count" } : {});
    kept.append(cell(answer, row[name]));
    return kept;
  })));
  const whole = made("div", { class: "table", tabindex: "0", role: "region", "aria-label": words.results }, made("table", {}, made("thead", {}, head), made("tbody", {}, ...rows)));
  const cut = answer.rows.length > MOST_ROWS ? [made("p", { class: "notice" }, words.cut.replace("%s", MOST_ROWS).replace("%s", answer.rows.length))] : [];
  place.replaceChildren(whole, ...cut);
}

const sortOf = (iri, names) => {
  const known = names.get(iri);
  const path = known && known.address.startsWith("/") ? known.address.split("/")[1] : "";
  return path || "body";
};

// In CONSTRUCT and DESCRIBE a triple is a line; in SELECT each row ties its first thing to the others of the row.
export function graph(answer, place, words) {
  place.replaceChildren(made("div", { id: "network", tabindex: "0", role: "img", "aria-label": words.graph }));
  const triples = answer.columns.join() === "subject,predicate,object";
  const [first, ...others] = triples ? ["subject", "object"] : answer.links;
  const nodes = new Map();
  const edges = [];
  const node = (iri) => nodes.set(iri, { id: iri, label: answer.shown({ type: "uri", value: iri }), title: answer.shown({ type: "uri", value: iri }), sort: sortOf(iri, answer.names), level: null, since: "", tone: "text" });
  for (const row of answer.rows.slice(0, MOST_ROWS)) {
    if (!row[first] || row[first].type !== "uri") continue;
    node(row[first].value);
    for (const name of others) {
      if (!row[name] || row[name].type !== "uri") continue;
      node(row[name].value);
      const label = triples ? answer.shown(row.predicate) : name;
      edges.push({ start: row[first].value, end: row[name].value, predicate: label, label, family: "implements", mentions: 1 });
    }
  }
  const network = place.firstChild;
  const view = new GraphView(network, { on: { thing: (iri) => answer.names.get(iri) && window.open(answer.names.get(iri).address, "_blank", "noopener") } });
  network.view = view;
  return view.show([...nodes.values()], edges, { layout: "force" });
}

export function timeline(answer, place) {
  const rows = answer.rows.filter((row) => row[answer.dates]).sort((one, other) => one[answer.dates].value.localeCompare(other[answer.dates].value));
  const list = made("ol", { class: "timeline" });
  let year = "";
  for (const row of rows.slice(0, MOST_ROWS)) {
    const day = row[answer.dates];
    if (day.value.slice(0, 4) !== year) {
      year = day.value.slice(0, 4);
      list.append(made("li", { class: "year" }, year));
    }
    const said = answer.columns.filter((name) => name !== answer.dates && row[name]).flatMap((name, index) => [index ? " · " : "", cell(answer, row[name])]);
    list.append(made("li", {}, made("time", { datetime: day.value }, answer.shown(day)), " ", ...said));
  }
  place.replaceChildren(list);
}

export function chart(answer, place, words) {
  const bars = answer.rows.filter((row) => row[answer.numbers]).slice(0, MOST_BARS);
  const most = Math.max(...bars.map((row) => Math.abs(Number(row[answer.numbers].value))), 1);
  const SVG = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(SVG, "svg");
  const add = (tag, attributes, text) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text) element.textContent = text;
    svg.append(element);
  };
  svg.setAttribute("viewBox", `0 0 900 ${bars.length * 26 + 30}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", words.chart);
  svg.setAttribute("class", "chart");
  add("text", { x: 0, y: 16, class: "axis" }, `${answer.words} → ${answer.numbers}`);
  bars.forEach((row, index) => {
    const number = Number(row[answer.numbers].value);
    const label = answer.shown(row[answer.words]);
    add("text", { x: 330, y: index * 26 + 44, "text-anchor": "end" }, label.length > 44 ? label.slice(0, 43) + "…" : label);
    add("rect", { x: 338, y: index * 26 + 30, width: Math.max((Math.abs(number) / most) * 480, 1), height: 18, rx: 2 });
    add("text", { x: 346 + (Math.abs(number) / most) * 480, y: index * 26 + 44 }, number.toLocaleString(document.documentElement.lang));
  });
  place.replaceChildren(svg);
  if (answer.rows.length > MOST_BARS) place.append(made("p", { class: "notice" }, words.cut.replace("%s", MOST_BARS).replace("%s", answer.rows.length)));
}
