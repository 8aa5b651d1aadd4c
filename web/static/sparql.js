// The SPARQL page: tabs, history, forms, running and stopping. What it shows without a script still works: the form below is a plain form.
import { editor } from "./sparql/editor.js";
import { prepared } from "./sparql/knowledge.js";
import { Answer, chart, graph, made, table, timeline } from "./sparql/results.js";

const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
const form = document.getElementById("editing");
const field = document.getElementById("query");
const status = document.querySelector(".status");
const shown = document.getElementById("shown");
const views = document.querySelector(".views");
const stop = form.querySelector("[data-do=cancel]");
const SHOWN = { table, graph, timeline, chart };
const MOST_REMEMBERED = 40;

const kept = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem("vankien." + name)) || otherwise;
  } catch {
    return otherwise;
  }
};
const keep = (name, value) => localStorage.setItem("vankien." + name, JSON.stringify(value));
const asked = (path, values) => fetch(path + "?lang=" + language, { method: "POST", body: new URLSearchParams(values) });

async function fault(query) {
  const response = await asked("/api/lint", { query });
  return response.ok ? (await response.json()).fault : null;
}

const knowledge = { prefixes: {}, words: [] };
fetch("/api/completion?lang=" + language).then((response) => response.json()).then((sent) => {
  Object.assign(knowledge, prepared(sent));
  document.body.dataset.completes = String(knowledge.words.length);
});

document.body.classList.add("scripted");
const place = document.getElementById("editor");
const edited = editor(place, { knowledge, fault, words, on: { changed: (text) => remember(text), run: () => run() } });
place.editor = edited;

// --- tabs

const named = new URLSearchParams(location.search).get("query");
let tabs = kept("tabs", []);
let current = kept("tab", 0);
if (named || !tabs.length) {
  current = tabs.findIndex((query) => query === field.value);
  if (current < 0) current = tabs.push(field.value) - 1;
}
current = Math.min(current, tabs.length - 1);

function remember(text) {
  tabs[current] = text;
  field.value = text;
  keep("tabs", tabs);
  keep("tab", current);
}

function go(number) {
  current = number;
  edited.text = tabs[current];
  drawTabs();
}

function opened(query) {
  tabs.push(query);
  go(tabs.length - 1);
}

function closed(number) {
  tabs.splice(number, 1);
  if (!tabs.length) tabs.push("");
  go(Math.max(0, Math.min(current > number ? current - 1 : current, tabs.length - 1)));
}

function drawTabs() {
  const list = document.querySelector(".tabs");
  const buttons = tabs.flatMap((_, number) => {
    const tab = made("button", { type: "button", role: "tab", "aria-selected": String(number === current) }, String(number + 1));
    tab.addEventListener("click", () => go(number));
    if (number !== current || tabs.length < 2) return [tab];
    const close = made("button", { type: "button", "aria-label": words.close, class: "close" }, "×");
    close.addEventListener("click", () => closed(number));
    return [tab, close];
  });
  const fresh = made("button", { type: "button", class: "new" }, "+ " + words.new);
  fresh.addEventListener("click", () => opened(""));
  list.replaceChildren(...buttons, fresh);
}

// --- running and stopping: the server ends a query whose reader has gone

let going = null;
async function run() {
  if (going) going.abort();
  const query = edited.text;
  const mine = new AbortController();
  going = mine;
  stop.disabled = false;
  status.textContent = words.running;
  document.getElementById("answer").replaceChildren();
  const began = performance.now();
  try {
    await tell(await fetch("/sparql", {
      method: "POST", signal: mine.signal, body: new URLSearchParams({ query }),
      headers: { Accept: "application/sparql-results+json, application/n-triples;q=0.9", "Accept-Language": language },
    }), began);
    history.replaceState(null, "", "/sparql-editor?" + new URLSearchParams({ query }));
    recall(query);
  } catch (error) {
    status.textContent = error.name === "AbortError" ? words.stopped : words.failed;
    if (error.name !== "AbortError") console.warn(error);
  }
  if (going === mine) {
    going = null;
    stop.disabled = true;
  }
}

async function tell(response, began) {
  const text = await response.text();
  if (!response.ok) {
    views.hidden = true;
    shown.replaceChildren();
    status.textContent = problem(text);
    edited.lint();
    return;
  }
  const graphs = response.headers.get("Content-Type").startsWith("application/n-triples");
  const answer = graphs ? Answer.ofTriples(text) : Answer.of(JSON.parse(text));
  const iris = answer.iris();
  if (iris.length) answer.names = new Map(Object.entries(await (await asked("/api/labels", { iris: iris.join("\n") })).json()));
  const seconds = ((performance.now() - began) / 1000).toLocaleString(language, { maximumFractionDigits: 2 });
  status.textContent = `${answer.rows.length.toLocaleString(language)} ${words.rows} · ${seconds} s` + (response.headers.get("X-Truncated") ? " · " + words.truncated : "");
  offer(answer);
}

function problem(text) {
  try {
    const said = JSON.parse(text);
    return language === "en" ? said.message : said.thong_bao;
  } catch {
    return text.slice(0, 400);
  }
}

function offer(answer) {
  views.hidden = false;
  views.replaceChildren(...answer.forms().map((name) => {
    const button = made("button", { type: "button", role: "tab", "data-form": name, "aria-selected": "false" }, words[name]);
    button.addEventListener("click", () => show(answer, name));
    return button;
  }));
  show(answer, "table");
}

function show(answer, name) {
  for (const button of views.children) button.setAttribute("aria-selected", String(button.dataset.form === name));
  return SHOWN[name](answer, shown, words);
}

form.addEventListener("submit", (event) => {
  field.value = edited.text;
  if (event.submitter && event.submitter.name === "format") return;
  event.preventDefault();
  run();
});
stop.addEventListener("click", () => going && going.abort());
form.querySelector("[data-do=link]").addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.origin + "/sparql-editor?" + new URLSearchParams({ query: edited.text }));
  status.textContent = words.copied;
});

// --- what was run before

const remembered = form.querySelector("[name=history]");
function recall(query) {
  const past = query ? [query, ...kept("history", []).filter((each) => each !== query)].slice(0, MOST_REMEMBERED) : kept("history", []);
  keep("history", past);
  const title = (each) => (each.split("\n").find((line) => line.trim() && !/^\s*(PREFIX|#)/i.test(line)) || each).trim().slice(0, 70);
  remembered.replaceChildren(made("option", { value: "" }, ""), ...past.map((each, number) => made("option", { value: String(number) }, title(each))));
}
remembered.addEventListener("change", () => remembered.value !== "" && opened(kept("history", [])[Number(remembered.value)]));

// --- questions with blanks

const chosen = document.querySelector("[name=form]");
const sentence = document.querySelector(".sentence");
fetch("/api/forms?lang=" + language).then((response) => response.json()).then((forms) => {
  chosen.append(made("option", { value: "" }, words.choose), ...forms.map((each) => made("option", { value: each.name }, each.summary)));
  chosen.addEventListener("change", () => blanks(forms.find((each) => each.name === chosen.value)));
  document.body.dataset.forms = String(forms.length);
});

// `Ai triển khai {instrument}?`: every name in braces is a blank; the example stands in it until something is typed.
function blanks(question) {
  sentence.replaceChildren();
  if (!question) return;
  for (const part of question.sentence.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part);
    sentence.append(name ? blank(name[1], question.fields[name[1]]) : part);
  }
  sentence.dataset.question = question.name;
  sentence.append(" ", made("button", {}, words.ask), made("button", { type: "button", class: "plain", "data-do": "fill" }, words.fill));
}

function blank(name, { label, sort, needed, example }) {
  const input = made("input", { name, "aria-label": label, placeholder: example || label, type: sort === "date" ? "date" : "text" });
  input.required = needed && !example;
  input.dataset.example = example;
  return input;
}

async function filled(andRun) {
  const values = [...sentence.querySelectorAll("input")].map((input) => [input.name, input.value || (input.required ? "" : input.dataset.example)]).filter(([, value]) => value);
  const response = await fetch(`/api/forms/${sentence.dataset.question}?` + new URLSearchParams([...values, ["lang", language]]), { headers: { Accept: "application/json" } });
  const sent = await response.text();
  if (!response.ok) {
    status.textContent = problem(sent);
    return;
  }
  for (const query of JSON.parse(sent).queries.reverse()) opened(query);
  if (andRun) await run();
}
sentence.addEventListener("submit", (event) => {
  event.preventDefault();
  filled(true);
});
sentence.addEventListener("click", (event) => event.target.dataset.do === "fill" && filled(false));

recall();
go(current);
if (named && named.trim()) {
  const answered = document.querySelector("#answer table, #answer pre, #answer .notice");
  if (answered) document.getElementById("answer").replaceChildren();
  run();
}
