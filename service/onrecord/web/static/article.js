/** The article with its quotations marked. Positions are UTF-16 units of the text, as in the DOM. */

import { make } from "./dom.js";
import { UNSURE } from "./model.js";
import { called } from "./wording.js";

const BREAK = /\n[^\S\n]*\n\s*/gu;
const LONGEST_HEADLINE = 160;

/** Text nodes of the drawn article with where they start. @type {{start: number, node: Text}[]} */
let nodes = [];

/**
 * Draw the text of a model.
 * @param {Element} place is emptied first
 * @param {object} model of `understand`
 * @param {object[]} quotes those to be marked
 */
export function draw(place, model, quotes) {
  nodes = [];
  const pieces = quotes.flatMap((quote) =>
    quote.parts.map((part, number) => ({ start: part.start, end: part.end, quote, first: number === 0 })),
  );
  pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  const begun = new Set();
  const paragraphs = [...split(model.text)];
  let from = 0;
  place.replaceChildren(...paragraphs.map(([start, end], number) => {
    while (from < pieces.length && pieces[from].end <= start) from += 1;
    const here = [];
    for (let i = from; i < pieces.length && pieces[i].start < end; i += 1) {
      if (pieces[i].end > start) here.push(pieces[i]);
    }
    const text = model.text.slice(start, end);
    const headline = number === 0 && paragraphs.length > 1 && isHeadline(text);
    const made = make(headline ? "h3" : "p", { class: headline ? "headline" : null });
    fill(made, model, here, start, end, begun);
    return made;
  }));
}

function* split(text) {
  let start = text.length - text.trimStart().length;
  const last = text.trimEnd().length;
  for (const found of text.matchAll(BREAK)) {
    if (found.index <= start) continue;
    if (found.index >= last) break;
    yield [start, found.index];
    start = found.index + found[0].length;
  }
  if (start < last) yield [start, last];
}

const isHeadline = (text) =>
  text.length <= LONGEST_HEADLINE && !text.includes("\n") && !/[.!?:,;]["”’']?\s*$/u.test(text);

function fill(made, model, pieces, start, end, begun) {
  const cuts = new Set([start, end]);
  for (const piece of pieces) {
    cuts.add(Math.max(start, piece.start)).add(Math.min(end, piece.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [left, right] = [edges[i], edges[i + 1]];
    const over = pieces.filter((piece) => piece.start < right && piece.end > left);
    const starting = over.filter((piece) => !begun.has(piece));
    for (const piece of starting) {
      begun.add(piece);
      made.append(label(model, piece));
    }
    const node = document.createTextNode(model.text.slice(left, right));
    nodes.push({ start: left, node });
    made.append(over.length ? marked(model, over, node) : node);
  }
}

/** The innermost quotation, which is the shortest, gives a stretch its colour. */
function marked(model, over, node) {
  const inner = over.reduce((a, b) => (b.end - b.start <= a.end - a.start ? b : a)).quote;
  return make("mark", {
    class: inner.type, "data-hue": model.bySpeaker.get(inner.who).hue, "data-quote": inner.id,
    "data-all": over.map((piece) => piece.quote.id).join(" "),
  }, node);
}

/** The number of the speaker: a button at the first part, of which one is in the tab order. */
function label(model, { quote, first }) {
  const speaker = model.bySpeaker.get(quote.who);
  const given = {
    class: Math.round(quote.confidence * 100) < UNSURE ? "number unsure" : "number",
    "data-again": speaker.again, "data-hue": speaker.hue, "data-quote": quote.id, "data-all": quote.id,
  };
  if (!first) return make("span", { ...given, "aria-hidden": "true" }, speaker.number);
  const name = called(quote, speaker);
  const more = { type: "button", tabindex: -1, "aria-label": name };
  return make("button", { ...given, ...more }, speaker.number);
}

/** The buttons of the quotations, in reading order. */
export const labels = (place) => [...place.querySelectorAll("button.number")];

/** Make a quotation stand out, with the words around it that tell whose it is. */
export function point(place, quote) {
  for (const old of place.querySelectorAll(".on")) old.classList.remove("on");
  const spans = { mention: [], cue: [], medium: [] };
  if (quote !== null) {
    for (const found of place.querySelectorAll(`[data-all~="${CSS.escape(quote.id)}"]`)) {
      found.classList.add("on");
    }
    const hops = quote.chain;
    spans.mention = [quote.speaker_mention, ...hops.map((hop) => hop.source)];
    spans.cue = [quote.cue, ...hops.map((hop) => hop.cue)];
    spans.medium = [quote.medium, quote.addressee, quote.time];
  }
  if (!("highlights" in CSS)) return;
  for (const [name, found] of Object.entries(spans)) {
    CSS.highlights.set(name, new Highlight(...found.filter(Boolean).flatMap(range)));
  }
}

function range({ start, end }) {
  const [first, last] = [holder(start), holder(end - 1)];
  if (first === null || last === null) return [];
  const made = new Range();
  made.setStart(first.node, Math.min(start - first.start, first.node.length));
  made.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return [made];
}

/** The last text node that starts at or before an offset. */
function holder(offset) {
  let [low, high] = [0, nodes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return nodes.length && nodes[low].start <= offset ? nodes[low] : null;
}
