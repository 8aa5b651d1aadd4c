// The graph in memory and the WebGL renderer that paints it, for web/static/graph/.
export { default as Graph } from "graphology";
export { default as Sigma } from "sigma";
export { EdgeProgram, NodeProgram } from "sigma/rendering";
export { floatColor } from "sigma/utils";
