// CodeMirror for SPARQL: colours, completion from what the page was given, faults from the server's parser.
import {
  Compartment, EditorState, EditorView, HighlightStyle, StreamLanguage, acceptCompletion, autocompletion, bracketMatching, closeBrackets,
  closeBracketsKeymap, completionKeymap, defaultKeymap, drawSelection, forceLinting, highlightActiveLine, highlightSelectionMatches, highlightSpecialChars,
  history, historyKeymap, indentOnInput, keymap, lineNumbers, lintGutter, lintKeymap, linter, searchKeymap, sparql, syntaxHighlighting, tags,
} from "../vendor/editor.js";
import { declared, ranked } from "./knowledge.js";

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--review)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--rule)" },
  { tag: [tags.atom, tags.url, tags.namespace, tags.propertyName], color: "var(--authority)" },
  { tag: tags.number, color: "var(--warning)" },
]);
const THEME = EditorView.theme({
  "&": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--quiet)", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', fontSize: ".9rem", lineHeight: "1.5", minHeight: "12rem", maxHeight: "min(60vh, 26rem)" },
  ".cm-gutters": { backgroundColor: "var(--wash)", color: "var(--quiet)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--wash) 60%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--evidence) !important" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--quiet)", borderRadius: "6px", maxWidth: "44rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", marginLeft: "1em", opacity: ".8" },
  ".cm-diagnostic": { borderLeft: "4px solid var(--conflict)" },
});
const LINT_DELAY = 350;

// `knowledge`: what completes; `fault(query)`: what the server's parser says; `on`: changed(text), run().
export function editor(place, { knowledge, fault, words, on }) {
  // In a root of its own the styles of CodeMirror are adopted sheets: the page's policy refuses <style> elements.
  const root = place.attachShadow({ mode: "open" });
  const readOnly = new Compartment();
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: "",
      extensions: [
        lineNumbers(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
        StreamLanguage.define(sparql), syntaxHighlighting(COLOURS), THEME, EditorView.lineWrapping, lintGutter(),
        linter((shown) => diagnostics(shown.state.doc, fault, words, knowledge), { delay: LINT_DELAY }),
        autocompletion({ override: [(context) => completions(context, knowledge)], activateOnTyping: true, icons: false, maxRenderedOptions: 60 }),
        keymap.of([
          { key: "Mod-Enter", run: () => (on.run(), true) },
          { key: "Tab", run: acceptCompletion },
          ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => update.docChanged && on.changed(update.state.doc.toString())),
        EditorView.contentAttributes.of({ "aria-label": words.query, spellcheck: "false" }),
        readOnly.of(EditorState.readOnly.of(false)),
      ],
    }),
  });
  return {
    view,
    get text() {
      return view.state.doc.toString();
    },
    set text(value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    },
    lint: () => forceLinting(view),
  };
}

async function diagnostics(doc, fault, words, knowledge) {
  const found = doc.toString().trim() ? await fault(doc.toString()) : null;
  if (!found) return [];
  const line = doc.line(Math.min(found.line || 1, doc.lines));
  // The parser stops behind what it could not take: the word that stands there or ends there is marked.
  const at = Math.min(Math.max((found.column || 1) - 1, 0), line.length);
  const left = /[\p{L}\p{M}\d_:?$-]*$/u.exec(line.text.slice(0, at))[0].length;
  const right = /^[\p{L}\p{M}\d_:?$-]*/u.exec(line.text.slice(at))[0].length;
  const from = line.from + (left || right ? at - left : Math.max(Math.min(at, line.length - 1), 0));
  const to = left || right ? line.from + at + right : Math.min(from + 1, line.to);
  const missing = undeclared(doc.toString(), knowledge);
  const actions = missing.map((prefix) => ({ name: `PREFIX ${prefix}:`, apply: (view) => declare(view, prefix, knowledge) }));
  return [{ from, to, severity: "error", message: found.message, source: words.parser, actions }];
}

const USED = /(?:^|[\s({,;|/^!])([A-Za-z][\w-]*):[\w-]/g;
function undeclared(text, knowledge) {
  const known = declared(text);
  return [...new Set([...text.replace(/<[^>]*>|"[^"\n]*"|#.*/g, " ").matchAll(USED)].map((match) => match[1]))].filter((prefix) => !known.has(prefix) && knowledge.prefixes[prefix]);
}

function declare(view, prefix, knowledge) {
  view.dispatch({ changes: { from: 0, insert: `PREFIX ${prefix}: <${knowledge.prefixes[prefix]}>\n` } });
}

// A word of a query, or the words of a label: `124-QĐ/TW`, `vk:cit`, `ban hành`.
const WORD = /[\p{L}\p{M}\d_:?/.<-]+(?: [\p{L}\p{M}\d_/.-]+){0,4}$/u;
function completions(context, knowledge) {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 80), context.pos).split("\n").at(-1);
  const match = WORD.exec(before);
  if (!match && !context.explicit) return null;
  const tries = [];
  // First all the words that stand there, then the last one alone.
  for (let text = match ? match[0] : ""; ; text = text.slice(text.indexOf(" ") + 1)) {
    tries.push(text);
    if (!text.includes(" ")) break;
  }
  for (const text of tries) {
    if (/^[?$]/.test(text) || (text.length < 2 && !context.explicit)) continue;
    const options = ranked(knowledge, text, context.state.doc.toString());
    if (options.length) return { from: context.pos - text.length, options: options.map((option) => completion(option, knowledge)), filter: false };
  }
  return null;
}

function completion({ name, label, detail, boost }, knowledge) {
  const prefix = /^([A-Za-z][\w-]*):/.exec(name);
  return {
    label: name, displayLabel: label && label !== name ? `${label}` : name, detail, boost,
    apply: (view, _, from, to) => {
      const needed = prefix && knowledge.prefixes[prefix[1]] && !declared(view.state.doc.toString()).has(prefix[1]);
      const line = needed ? `PREFIX ${prefix[1]}: <${knowledge.prefixes[prefix[1]]}>\n` : "";
      view.dispatch({ changes: [...(line ? [{ from: 0, insert: line }] : []), { from, to, insert: name }], selection: { anchor: from + line.length + name.length } });
    },
  };
}
