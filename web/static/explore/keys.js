// The picture by keys alone: arrows walk, others act on the thing that was walked to.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const KEYS = { "+": "in", "=": "in", "-": "out", 0: "fit", f: "full", F: "full" };

// `ofOne` are the acts on one thing by key; `own` gives that thing, `go` walks from it.
export function listenToKeys(place, acts, ofOne, { own, go }) {
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !own()) return;
    if (event.key in ARROWS) go(own(), ARROWS[event.key]);
    else if (event.key in KEYS) acts[KEYS[event.key]]();
    else if (event.key in ofOne) ofOne[event.key](own());
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, textarea, select")) return;
    const wanted = event.key === "z" && !event.shiftKey ? "undo" : event.key === "y" || event.key === "Z" ? "redo" : null;
    if (!wanted) return;
    event.preventDefault();
    acts[wanted]();
  });
}
