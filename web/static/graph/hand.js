// What the hand does to a picture: clicks, a thing that is moved, the tip beside the pointer.
export function listen(view) {
  const { sigma } = view;
  clicks(view);
  drag(view);
  sigma.on("enterNode", ({ node }) => tell(view, view.graph.getNodeAttribute(node, "title"), node));
  sigma.on("leaveNode", () => tell(view, ""));
  sigma.on("enterEdge", ({ edge, event }) => tell(view, view.graph.getEdgeAttribute(edge, "title"), null, event));
  sigma.on("leaveEdge", () => tell(view, ""));
}

// sigma calls any two clicks in quick succession one double click; of two things each is but clicked once.
function clicks(view) {
  const { sigma, on } = view;
  const acts = {
    Node: ({ node }) => on.thing && on.thing(node),
    Edge: ({ edge }) => on.link && on.link(view.graph.getEdgeAttribute(edge, "links")),
    Stage: () => on.ground && on.ground(),
  };
  let last = null;
  for (const [sort, act] of Object.entries(acts)) {
    const hit = (event) => sort + (event.node || event.edge || "");
    const once = (event) => {
      last = hit(event);
      act(event);
    };
    sigma.on("click" + sort, once);
    sigma.on("doubleClick" + sort, (event) => {
      if (sort === "Node") event.preventSigmaDefault();
      if (hit(event) !== last) once(event);
      else if (sort === "Node" && on.twice) on.twice(event.node);
    });
  }
}

// A thing that the hand has moved stays where it was put.
function drag(view) {
  const { sigma } = view;
  let held = null;
  let moved = false;
  sigma.on("downNode", ({ node, preventSigmaDefault }) => {
    held = node;
    moved = false;
    preventSigmaDefault();
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (!held || !view.graph.hasNode(held)) return;
    preventSigmaDefault();
    event.original.preventDefault();
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    moved = true;
    view.graph.mergeNodeAttributes(held, sigma.viewportToGraph(event));
  });
  const dropped = () => {
    if (held && moved && view.on.moved) view.on.moved(held);
    held = null;
  };
  sigma.on("upNode", dropped);
  sigma.on("upStage", dropped);
}

function tell({ tip, place, sigma, graph }, text, node, event) {
  tip.hidden = !text;
  place.classList.toggle("over", Boolean(text));
  if (!text) return;
  tip.textContent = text;
  const at = node ? sigma.graphToViewport(graph.getNodeAttributes(node)) : event;
  tip.style.left = Math.min(at.x + 14, place.clientWidth - 240) + "px";
  tip.style.top = at.y + 14 + "px";
}
