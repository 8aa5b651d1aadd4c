// How things and relations look: shape by sort, fill by level, outline by where a thing is known from, line by family.

// The numbers are those of the shader in programs.js; the paths draw the same shape of radius 1 in SVG.
const HEXAGON = "M-1.1 0L-.55-.95H.55L1.1 0L.55.95H-.55Z";
export const SHAPES = {
  body: { number: 0, path: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z" },
  instrument: { number: 1, path: "M-1.05-.85H1.05A.3.3 0 0 1 1.35-.55V.55A.3.3 0 0 1 1.05.85H-1.05A.3.3 0 0 1-1.35.55V-.55A.3.3 0 0 1-1.05-.85Z" },
  unit: { number: 2, path: "M-.95-.95H.95V.95H-.95Z" },
  inspection: { number: 3, path: "M0-1.3L1.3 0L0 1.3L-1.3 0Z" },
  finding: { number: 4, path: "M-1-1H.4L1-.4V1H-1Z" },
  person: { number: 5, path: "M-1.2.6A1.2 1.2 0 0 1 1.2.6Z" },
  place: { number: 6, path: HEXAGON },
  source: { number: 7, path: "M-1.35-.85H1.35V.85H-1.35Z", dashed: true },
  more: { number: 8, path: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z", dashed: true },
};
export const shapeOf = (sort) => SHAPES[sort] || SHAPES.body;

// style: 0 solid, 1 double, 2 dashed, 3 dotted, 4 faint: one of thousands
export const FAINT = 4;
export const LINES = {
  implements: { style: 0, width: 2 },
  amends: { style: 1, width: 4.5 },
  inspects: { style: 2, width: 2, dashes: "8 6" },
  cites: { style: 0, width: 1 },
  belongs: { style: 3, width: 1.3, dashes: "1.5 4" },
};

// Wider for more sentences, but never so wide that it looks like another family.
export const widthOf = (family, mentions) => LINES[family].width * (1 + Math.min(mentions - 1, 16) / 16 * 0.6);

export function tones() {
  const style = getComputedStyle(document.documentElement);
  const tone = (name) => style.getPropertyValue("--" + name).trim();
  return {
    ink: tone("ink"), quiet: tone("quiet"), line: tone("line"), sheet: tone("sheet"), paper: tone("paper"),
    accent: tone("accent"), authority: tone("authority"), evidence: tone("evidence"),
    levels: [0, 1, 2, 3, 4].map((level) => tone("level-" + level)),
  };
}
export const fillOf = (node, colours) => (node.level === null || node.level === undefined ? colours.sheet : colours.levels[node.level]);
export const outlineOf = (node, colours) => (node.tone === "authority" ? colours.authority : colours.quiet);

// Labels stand under their mark in lines of some width; what does not fit in three lines is cut.
export const FONT = '13px "Be Vietnam Pro", "DejaVu Sans", sans-serif';
const LETTERS = 24;
const LINES_OF_A_LABEL = 3;
export function wrapped(label) {
  const lines = [];
  let line = "";
  for (const word of label.split(" ")) {
    if (line && line.length + word.length + 1 > LETTERS) {
      lines.push(line);
      line = word;
    } else {
      line = line ? line + " " + word : word;
    }
  }
  lines.push(line);
  if (lines.length <= LINES_OF_A_LABEL) return lines;
  return [...lines.slice(0, LINES_OF_A_LABEL - 1), lines[LINES_OF_A_LABEL - 1] + " …"];
}
