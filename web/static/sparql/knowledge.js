// What the page was given to complete from, and the words of SPARQL; nothing here asks anybody.

const KEYWORDS = "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND PREFIX CONSTRUCT DESCRIBE ASK LIMIT OFFSET GROUP_CONCAT COUNT SUM MIN MAX AVG SAMPLE REGEX CONTAINS STRSTARTS LANG LANGMATCHES DATATYPE STR COALESCE EXISTS HAVING".split(" ");
const TWO_WORDS = ["ORDER BY", "GROUP BY", "NOT EXISTS", "FILTER NOT EXISTS"];
const MOST = 60;

// Without diacritics and in lower case: `quy dinh 124` finds Quy định 124-QĐ/TW.
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

// In the order in which they are offered, so that no key has anything to sort.
export function prepared(sent) {
  const words = [
    ...sent.properties.map((each) => ({ ...each, sort: 3 })),
    ...sent.classes.map((each) => ({ ...each, sort: 2 })),
    ...sent.things.map((each) => ({ ...each, sort: 1 })),
    ...[...KEYWORDS, ...TWO_WORDS].map((name) => ({ name, label: "", count: 0, sort: 0 })),
    ...Object.entries(sent.prefixes).map(([name, iri]) => ({ name: name + ":", label: "", iri, count: 0, sort: 0 })),
  ].map((each) => ({ ...each, keys: [folded(each.name), folded(each.label)] }));
  words.sort((one, other) => other.sort - one.sort || other.count - one.count || (one.name < other.name ? -1 : 1));
  return { prefixes: sent.prefixes, words };
}

// What begins with the text comes before what has a word that does, before what holds it anywhere.
function fit(entry, text) {
  let best = 0;
  for (const key of entry.keys) {
    const at = key.indexOf(text);
    if (at < 0) continue;
    const before = key[at - 1];
    best = Math.max(best, at === 0 ? 3 : /[^\p{L}\d]/u.test(before) ? 2 : 1);
  }
  return best;
}

export function ranked(knowledge, typed, doc) {
  const text = folded(typed.replace(/^</, ""));
  const found = [[], [], []];
  for (const entry of knowledge.words) {
    const how = fit(entry, text);
    if (how && found[3 - how].length < MOST) found[3 - how].push(entry);
    if (found[0].length >= MOST) break;
  }
  const known = declared(doc);
  return found.flat().slice(0, MOST).map((entry, index) => ({ name: withDeclared(entry, known), label: entry.label, detail: told(entry), boost: 99 - index }));
}

// Under the prefix that the query itself declares.
function withDeclared(entry, known) {
  for (const [prefix, namespace] of known) {
    if (entry.iri && entry.iri.startsWith(namespace) && /^[\w-]+$/.test(entry.iri.slice(namespace.length))) return prefix + ":" + entry.iri.slice(namespace.length);
  }
  return entry.name;
}

const told = (entry) => [entry.label ? entry.name : entry.iri || "", entry.count ? entry.count.toLocaleString() : ""].filter((each) => each).join(" · ");

export function declared(text) {
  return new Map([...text.matchAll(/\bPREFIX\s+([\w-]*):\s*<([^>]*)>/gi)].map((match) => [match[1], match[2]]));
}
