// Force layout, for the worker in web/static/graph/: no DOM in here.
export { default as Graph } from "graphology";
export { default as forceAtlas2 } from "graphology-layout-forceatlas2";
export { default as noverlap } from "graphology-layout-noverlap";
