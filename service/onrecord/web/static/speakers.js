/** The list of speakers, each with its quotations and its share of the words. */

import { button, counted, make, percent } from "./dom.js";
import { wanted } from "./model.js";
import { KIND, TYPE } from "./wording.js";

/**
 * @param {Element} place
 * @param {object} model
 * @param {object} filter
 * @param {{open: Set<string>, toggle: Function, jump: Function}} acts
 */
export function list(place, model, filter, acts) {
  const focus = place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  const all = model.quotes.filter((quote) => wanted(quote, filter));
  const total = all.reduce((sum, quote) => sum + quote.words, 0);
  place.replaceChildren(...model.speakers.map((speaker) =>
    entry(speaker, speaker.quotes.filter((quote) => wanted(quote, filter)), total, filter, acts)));
  if (focus) place.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
}

function entry(speaker, quotes, total, filter, acts) {
  const words = quotes.reduce((sum, quote) => sum + quote.words, 0);
  const share = total ? words / total : 0;
  const box = make("input", {
    type: "checkbox", "aria-label": `Show ${speaker.name}`, "data-focus": `show ${speaker.id}`,
    on: { change: (event) => acts.toggle(speaker.id, event.target.checked) },
  });
  box.checked = !filter.hidden.has(speaker.id);
  const bar = make("span", { class: "share", "data-hue": speaker.hue, "aria-hidden": "true" });
  bar.style.setProperty("--part", percent(share));
  const more = [speaker.title, speaker.named ? null : KIND[speaker.kind],
    speaker.named && speaker.kind !== "person" ? KIND[speaker.kind] : null].filter(Boolean).join(" · ");
  return make("li", { class: box.checked ? "speaker" : "speaker off" }, box,
    make("span", { class: "number", "data-again": speaker.again, "data-hue": speaker.hue, "aria-hidden": "true" }, speaker.number),
    make("div", { class: "about" },
      make("p", { class: "name" }, make("b", {}, speaker.name), make("span", { class: "percent" }, percent(share))),
      more ? make("p", { class: "title" }, more) : null, bar,
      quotes.length ? said(speaker, quotes, words, acts) : make("p", { class: "title" }, "nothing shown")));
}

function said(speaker, quotes, words, acts) {
  const made = make("details", { on: { toggle: () => acts.open(speaker.id, made.open) } },
    make("summary", { "data-focus": `open ${speaker.id}` },
      `${counted(quotes.length, "quotation")}, ${counted(words, "word")}`),
    make("ol", { class: "quotes" }, ...quotes.map((quote) => make("li", {},
      button(make("span", { class: `line ${quote.type}` }, quote.text), () => acts.jump(quote),
        { "data-focus": `jump ${quote.id}`, "data-hue": speaker.hue, "data-jump": quote.id }),
      make("span", { class: "small" }, `${TYPE[quote.type]} · ${percent(quote.confidence)}`)))));
  made.open = acts.isOpen(speaker.id);
  return made;
}

/** Sources in chains that have no quotation of their own. */
export function cited(place, model) {
  place.replaceChildren(...(model.cited.length ? [
    make("h3", {}, "Cited on the way"),
    make("ul", { class: "cited" }, ...model.cited.map((speaker) =>
      make("li", {}, speaker.name, speaker.title ? `, ${speaker.title}` : "", ` (${KIND[speaker.kind]})`))),
  ] : []));
}
