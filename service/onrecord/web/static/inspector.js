/** The details of one quotation. */

import { button, make, percent } from "./dom.js";
import { HOP, KIND, TYPE, reason } from "./wording.js";

const FEW = 6;

/**
 * @param {object|null} quote
 * @param {object} model
 * @param {{copy: Function, step: Function, first: string}} acts
 */
export function details(quote, model, acts) {
  if (quote === null) {
    return [make("p", { class: "hint" },
      "Point at a marked passage, or step through them with the arrow keys, to see who said it, ",
      "by which words that is told, and how sure it is.")];
  }
  const speaker = model.bySpeaker.get(quote.who);
  return [
    make("p", { class: "who" },
      make("span", { class: "number", "data-again": speaker.again, "data-hue": speaker.hue, "aria-hidden": "true" }, speaker.number),
      make("span", {}, make("b", {}, speaker.name), speaker.title ? `, ${speaker.title}` : "")),
    make("p", { class: "what" }, `${TYPE[quote.type]} · ${KIND[speaker.kind]} · `,
      make("b", {}, `${percent(quote.confidence)} sure`)),
    ...quote.summary.slice(0, 1).map((told) => make("p", { class: "told" }, plain(told))),
    make("p", { class: `said ${quote.type}`, "data-hue": speaker.hue }, words(quote)),
    make("div", { class: "buttons" },
      button("Copy with attribution", () => acts.copy(quote)),
      button("Previous", () => acts.step(-1)), button("Next", () => acts.step(1))),
    facts(quote),
    quote.chain.length ? chain(quote.chain) : null,
    sureness(quote),
    reasons(quote),
  ].filter(Boolean);
}

const words = (quote) => {
  const text = quote.parts.map((part) => part.text).join(" […] ");
  return quote.type === "direct" ? `“${text}”` : text;
};

function facts(quote) {
  const rows = [
    ["Named here", quote.speaker_mention?.text, "mention"],
    ["Cue", quote.cue?.text, "cue"],
    ["To whom", quote.addressee?.text, "medium"],
    ["Medium", quote.medium?.text, "medium"],
    ["When", quote.time?.text, "medium"],
    ["Note", quote.negated ? "the article says that this was not said, or denies it" : null, null],
  ].filter(([, value]) => value);
  return make("dl", { class: "facts" }, ...rows.map(([name, value, mark]) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, make("span", { class: mark }, value)))));
}

function chain(hops) {
  return make("div", { class: "chain" }, make("h3", {}, "How it came"),
    make("ol", {}, ...hops.map((hop) => make("li", {},
      make("span", { class: "hop" }, HOP[hop.relation] ?? hop.relation), " ",
      hop.source?.text ?? "a source that is not named",
      hop.speaker && hop.source && !hop.source.text.includes(hop.speaker.name)
        ? make("span", { class: "known" }, ` (${hop.speaker.name})`) : null))));
}

function sureness(quote) {
  const rows = [
    ["Overall", quote.confidence],
    ["It is a quotation", quote.confidences.quotation],
    ["The speaker is right", quote.confidences.speaker],
  ].filter(([, value]) => typeof value === "number");
  return make("div", { class: "sure" }, make("h3", {}, "How sure"),
    make("dl", {}, ...rows.map(([name, value]) => make("div", {},
      make("dt", {}, name), make("dd", {}, bar(value), percent(value))))),
    make("p", { class: "hint" }, `Of 100 answers like this, about ${Math.round(quote.confidence * 100)} are right.`));
}

function bar(value) {
  const made = make("span", { class: "meter", "aria-hidden": "true" });
  made.style.setProperty("--part", percent(value));
  return made;
}

/** A sentence without the raw share of the ways weighed, which is no confidence. */
const plain = (told) => told.replace(/ \(\d+%\)/u, "");

function reasons({ summary, why }) {
  if (!summary.length && !why.length) return null;
  const sorted = [...why].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const line = ({ name, contribution: c }) => make("li", { class: c ? (c < 0 ? "against" : "for") : "noted" }, reason(name),
    c ? make("span", { class: "weight" }, ` ${c < 0 ? "−" : "+"}${Math.abs(c).toFixed(1)}`) : null);
  const [top, rest] = [sorted.slice(0, FEW), sorted.slice(FEW)];
  return make("div", { class: "why" }, make("h3", {}, "Why"),
    ...summary.map((told) => make("p", {}, plain(told))),
    why.length ? make("ul", {}, ...top.map(line)) : null,
    rest.length ? make("details", {}, make("summary", {}, `${rest.length} more`),
      make("ul", {}, ...rest.map(line))) : null);
}
