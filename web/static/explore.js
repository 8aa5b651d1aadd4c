// Paints the neighbourhood that web/drawing.py has laid out: positions are fixed, nothing moves unless a hand moves it.
"use strict";

(function () {
  const place = document.getElementById("network");
  const drawn = JSON.parse(document.getElementById("drawing").textContent);
  const nodes = new vis.DataSet(drawn.nodes);
  const edges = new vis.DataSet(drawn.edges);
  const hidden = new Set();
  const tone = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Fill by level, outline by where the thing is known from: the colours are the page's own, light or dark.
  function coloured(node) {
    const fill = node.level === null ? tone("--sheet") : tone("--level-" + node.level);
    const border = node.chosen ? tone("--accent") : tone(node.tone === "authority" ? "--authority" : "--quiet");
    const within = ["box", "ellipse"].includes(node.shape);
    const ink = (within && node.level !== null && tone("--level-" + node.level + "-ink")) || tone("--ink");
    return {
      id: node.id,
      color: { background: fill, border, highlight: { background: fill, border: tone("--accent") }, hover: { background: fill, border: tone("--accent") } },
      font: { color: ink, face: "Be Vietnam Spaced, " + tone("--sans"), size: 20 },
    };
  }

  function repaint() {
    nodes.update(nodes.map(coloured));
    network.setOptions({
      edges: { color: { color: tone("--quiet"), highlight: tone("--accent"), hover: tone("--accent") } },
    });
  }

  const view = {
    nodes: new vis.DataView(nodes, { filter: (node) => !hidden.has(node.sort) }),
    edges: new vis.DataView(edges, { filter: (edge) => !hidden.has(edge.family) }),
  };
  const network = new vis.Network(place, view, drawn.options);
  place.network = network;
  // On a narrow screen a whole neighbourhood is too small to read: the chosen thing first, the rest by hand.
  if (place.clientWidth < 600 && network.getScale() < 0.6) {
    const chosen = drawn.nodes.find((node) => node.chosen);
    network.moveTo({ position: { x: chosen.x, y: chosen.y + 120 }, scale: 0.6 });
  }
  document.fonts.load("20px 'Be Vietnam Spaced'", "Quyết định").then(repaint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

  network.on("click", (hit) => {
    const shown = hit.nodes.length ? "node-" + nodes.get(hit.nodes[0]).evidence
      : hit.edges.length ? "edge-" + edges.get(hit.edges[0]).evidence : null;
    const template = shown && document.getElementById(shown);
    if (template) openDrawer(template.content.cloneNode(true), place);
    else closeDrawer();
  });

  document.querySelectorAll(".legend input").forEach((box) => {
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(box.value); else hidden.add(box.value);
      view.nodes.refresh();
      view.edges.refresh();
    });
  });
})();
