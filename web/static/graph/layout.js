// Asks the worker where things stand. The worker is fetched at once, while the page still reads.
const worker = new Worker(new URL("./layout-worker.js", import.meta.url), { type: "module" });
let tickets = 0;
const waiting = new Map();
worker.onmessage = ({ data }) => {
  waiting.get(data.ticket)(data);
  waiting.delete(data.ticket);
};

export function laidOut(kind, nodes, edges, aspect, names) {
  const ticket = ++tickets;
  worker.postMessage({ kind, nodes, edges, aspect, names, ticket });
  return new Promise((answered) => waiting.set(ticket, answered));
}
