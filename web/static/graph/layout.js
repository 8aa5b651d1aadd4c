// Asks the worker where things stand. The worker is fetched at once, while the page still reads. What a
// layout needs goes there and back as plain numbers, which are handed over and not copied.
const worker = new Worker(new URL("./layout-worker.js", import.meta.url), { type: "module" });
let tickets = 0;
const waiting = new Map();
worker.onmessage = ({ data }) => {
  waiting.get(data.ticket)(data);
  waiting.delete(data.ticket);
};

// `nodes`: {sort, level, since, root, place, fixed}; `pairs`: numbers of start and end, one after the other.
// Gives `xs` and `ys` with bands and captions.
export function laidOut(kind, nodes, pairs, aspect, names) {
  const ticket = ++tickets;
  const sorts = [...new Set(nodes.map((node) => node.sort))];
  const numbers = new Map(sorts.map((sort, number) => [sort, number]));
  const sent = {
    sort: Uint8Array.from(nodes, (node) => numbers.get(node.sort)),
    level: Int8Array.from(nodes, (node) => node.level ?? -1),
    root: Uint8Array.from(nodes, (node) => (node.root ? 1 : 0)),
    since: kind === "rows" ? nodes.map((node) => node.since || "") : [],
    place: kind === "force" ? nodes.map((node) => node.place) : [],
    fixed: kind === "force" ? nodes.map((node) => Boolean(node.fixed)) : [],
  };
  worker.postMessage({ kind, sorts, sent, pairs, aspect, names, ticket }, [sent.sort.buffer, sent.level.buffer, sent.root.buffer, pairs.buffer]);
  return new Promise((answered) => waiting.set(ticket, answered));
}
