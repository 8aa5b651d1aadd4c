// The table that says what the picture says, and the ways to take it away.

// As many lines as the server's own table has (web/explore.py).
const [LINES, LINES_OF_MANY, MANY] = [1000, 200, 5000];

export function tellTable({ nodes, edges }, picture, params, words) {
  const body = document.querySelector("#table tbody");
  const heads = [...document.querySelectorAll("#table th")].map((each) => each.textContent);
  const names = new Map(nodes.map((node) => [node.id, node.title]));
  const most = edges.length > MANY ? LINES_OF_MANY : LINES;
  body.replaceChildren(...edges.slice(0, most).map((edge) => row(edge, names, heads, words)));
  document.getElementById("short").hidden = edges.length <= most;
  document.getElementById("csv").href = "/api/explore?" + params + "&format=csv";
  document.querySelector("#explorer [data-do=html]").href = "/explore/export.html?" + params;
  for (const each of document.querySelectorAll("#table .more, #table .opening")) each.hidden = true;
  document.querySelector("#table .sources").replaceChildren(...picture.sources.map(([address, title]) => {
    const item = document.createElement("li");
    item.append(anchor(address, title));
    return item;
  }));
}

function row(edge, names, heads, words) {
  const line = document.createElement("tr");
  const cells = [anchor("/" + edge.start, names.get(edge.start)), edge.label, anchor("/" + edge.end, names.get(edge.end)), evidenceOf(edge, words)];
  cells.forEach((content, index) => {
    const cell = document.createElement("td");
    cell.dataset.column = heads[index];
    if (index === 1) cell.className = "relation";
    cell.append(content);
    line.append(cell);
  });
  return line;
}

function anchor(href, text) {
  const link = document.createElement("a");
  link.href = href;
  link.append(...unbroken(text));
  return link;
}

// As the server writes it: an instrument's number never breaks over lines.
function unbroken(text) {
  return text.split(/(\d+[A-Za-zĐđ]?[-/](?:\d{4}\/)?[A-ZĐÐ][\p{L}\d/_-]*)/u).map((part, index) => {
    if (index % 2 === 0) return part;
    const number = document.createElement("span");
    number.className = "number";
    number.textContent = part;
    return number;
  });
}

function evidenceOf(edge, words) {
  const { start, predicate, end } = edge;
  const link = anchor("/explore/link?" + new URLSearchParams({ start, predicate, end }), words.evidence + (edge.mentions > 1 ? ` (${edge.mentions})` : ""));
  link.className = "evidence-of";
  return link;
}
