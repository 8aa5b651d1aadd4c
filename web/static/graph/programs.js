// The two WebGL programs: every shape of a thing, every style of a line; all measures are pixels of the screen.
import { EdgeProgram, NodeProgram, floatColor } from "../vendor/graph.js";

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const CORNERS = [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]];
const UNIFORMS = ["u_matrix", "u_size", "u_sizeRatio", "u_pixelRatio"];

function setUniforms(params, { gl, uniformLocations }) {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  gl.uniform2f(uniformLocations.u_size, params.width, params.height);
  gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
  gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
}

const NODE_VERTEX = `
attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute float a_border;
attribute vec4 a_color; attribute vec4 a_outline; attribute vec4 a_id; attribute vec2 a_corner;
uniform mat3 u_matrix; uniform vec2 u_size; uniform float u_sizeRatio;
varying vec2 v_place; varying float v_radius; varying float v_shape; varying float v_border;
varying vec4 v_color; varying vec4 v_outline;
void main() {
  v_radius = a_size / u_sizeRatio;
  float reach = v_radius * 1.45 + 2.0;
  v_place = a_corner * reach;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_place * 2.0 / u_size, 0.0, 1.0);
  v_shape = a_shape; v_border = a_border; v_outline = a_outline;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

// Signed distances in units of the radius; y points up, as WebGL has it.
const NODE_FRAGMENT = `
precision highp float;
varying vec2 v_place; varying float v_radius; varying float v_shape; varying float v_border;
varying vec4 v_color; varying vec4 v_outline;
uniform float u_pixelRatio;
float box(vec2 p, vec2 half_, float round_) {
  vec2 q = abs(p) - half_ + round_;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
}
float shape(vec2 p) {
  if (v_shape < 0.5 || v_shape > 7.5) return length(p) - 1.0;
  if (v_shape < 1.5) return box(p, vec2(1.35, 0.85), 0.3);
  if (v_shape < 2.5) return box(p, vec2(0.95), 0.0);
  if (v_shape < 3.5) return (abs(p.x) + abs(p.y) - 1.3) * 0.7071;
  if (v_shape < 4.5) return max(box(p, vec2(1.0), 0.0), (p.x + p.y - 1.4) * 0.7071);
  if (v_shape < 5.5) return max(length(p + vec2(0.0, 0.6)) - 1.2, -p.y - 0.6);
  if (v_shape < 6.5) return max(abs(p.y) - 0.95, abs(p.x) * 0.866 + abs(p.y) * 0.5 - 0.952);
  return box(p, vec2(1.35, 0.85), 0.0);
}
void main() {
  float distance_ = shape(v_place / v_radius) * v_radius;
  #ifdef PICKING_MODE
  if (distance_ > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float soft = 0.75 / u_pixelRatio;
  float inside = 1.0 - smoothstep(-soft, soft, distance_);
  float edge = smoothstep(-v_border - soft, -v_border + soft, distance_);
  if (v_shape > 6.5) edge *= step(0.4, fract(atan(v_place.y, v_place.x) * 2.55));
  vec4 colour = mix(v_color, v_outline, edge);
  gl_FragColor = vec4(colour.rgb, 1.0) * inside * colour.a;
  #endif
}`;

export class ThingProgram extends NodeProgram {
  getDefinition() {
    return {
      VERTICES: 6, VERTEX_SHADER_SOURCE: NODE_VERTEX, FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT, METHOD: TRIANGLES, UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_border", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_outline", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: CORNERS,
    };
  }

  processVisibleItem(index, start, node) {
    this.array.set([node.x, node.y, node.size, node.shape, node.border, floatColor(node.color), floatColor(node.outline), index], start);
  }

  setUniforms = setUniforms;
}

// Every line is a quad in which the fragment shader paints the line, its pattern and its arrow head.
const EDGE_VERTEX = `
attribute vec2 a_start; attribute vec2 a_end; attribute float a_width; attribute float a_style; attribute float a_shift;
attribute float a_startRadius; attribute float a_endRadius; attribute vec4 a_color; attribute vec4 a_id; attribute vec2 a_corner;
uniform mat3 u_matrix; uniform vec2 u_size; uniform float u_sizeRatio;
varying float v_along; varying float v_aside; varying float v_from; varying float v_to; varying float v_width; varying float v_style;
varying vec4 v_color;
void main() {
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * u_size * 0.5;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * u_size * 0.5;
  float length_ = max(distance(start, end), 0.001);
  vec2 ahead = (end - start) / length_;
  vec2 aside = vec2(-ahead.y, ahead.x);
  v_width = a_width / sqrt(max(u_sizeRatio, 1.0));
  // a faint line has no arrow head: of twenty thousands each pixel counts
  float reach = a_style > 3.5 ? v_width * 0.5 + 1.0 : max(v_width * 0.5, 5.0) + 1.5;
  v_aside = a_corner.y * reach;
  v_along = (a_corner.x * 0.5 + 0.5) * length_;
  v_from = a_startRadius / u_sizeRatio; v_to = length_ - a_endRadius / u_sizeRatio - 1.0;
  v_style = a_style;
  gl_Position = vec4((start + ahead * v_along + aside * (v_aside + a_shift)) * 2.0 / u_size, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const EDGE_FRAGMENT = `
precision highp float;
varying float v_along; varying float v_aside; varying float v_from; varying float v_to; varying float v_width; varying float v_style;
varying vec4 v_color;
uniform float u_pixelRatio;
void main() {
  if (v_along < v_from || v_along > v_to) discard;
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float soft = 0.6 / u_pixelRatio;
  float aside = abs(v_aside);
  float head = 9.0;
  float left = v_style > 3.5 ? 1e6 : v_to - v_along;
  float half_ = max(v_width * 0.5, 0.45);
  float line = 1.0 - smoothstep(half_ - soft, half_ + soft, aside);
  if (v_style > 0.5 && v_style < 1.5) line *= smoothstep(half_ * 0.35 - soft, half_ * 0.35 + soft, aside);
  if (v_style > 1.5 && v_style < 2.5) line *= step(fract(v_along / 14.0), 0.57);
  if (v_style > 2.5 && v_style < 3.5) line *= step(fract(v_along / 5.0), 0.4);
  if (left < head * 0.8) line *= 0.0;
  float arrow = (1.0 - smoothstep(left * 0.45 - soft, left * 0.45 + soft, aside)) * step(left, head);
  float alpha = max(line, arrow) * v_color.a;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

export class LinkProgram extends EdgeProgram {
  getDefinition() {
    return {
      VERTICES: 6, VERTEX_SHADER_SOURCE: EDGE_VERTEX, FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT, METHOD: TRIANGLES, UNIFORMS,
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_style", size: 1, type: FLOAT },
        { name: "a_shift", size: 1, type: FLOAT },
        { name: "a_startRadius", size: 1, type: FLOAT },
        { name: "a_endRadius", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: CORNERS,
    };
  }

  processVisibleItem(index, start, source, target, link) {
    this.array.set([source.x, source.y, target.x, target.y, link.size, link.style, link.shift, source.size, target.size, floatColor(link.color), index], start);
  }

  setUniforms = setUniforms;
}
