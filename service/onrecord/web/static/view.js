/** The marked article, what is shown of it, and what can be taken away from it. */

import { draw, labels, point } from "./article.js";
import { at, counted } from "./dom.js";
import { details } from "./inspector.js";
import { LONG, LONGEST, pack } from "./link.js";
import { TYPES, everything, understand, visible } from "./model.js";
import { tell, untell } from "./problem.js";
import { Trouble, ask } from "./service.js";
import { cited, list } from "./speakers.js";
import { citation } from "./wording.js";

const HOVER_MS = 110;
const NAMES = { "application/json": "json", "text/csv": "csv", "application/ld+json": "jsonld" };

const paper = at("paper");
const narrow = matchMedia("(max-width: 62rem)");

let article = null;
let model = null;
let filter = everything();
let shown = [];
let current = null;
let pinned = false;
let opened = new Map();
let timer = 0;

/** Show an answer to an article. */
export function present(asked, answer) {
  article = asked;
  model = understand(answer, asked.html ? answer.text : asked.text);
  filter = everything();
  opened = new Map();
  const speakers = model.speakers.filter((speaker) => speaker.id !== "").length;
  at("shown-title").textContent = model.quotes.length
    ? `${counted(model.quotes.length, "quotation")}, ${counted(speakers, "speaker")}`
    : "No quotations found";
  document.body.classList.toggle("empty", model.quotes.length === 0);
  const warnings = (model.meta.warnings ?? []).map(({ detail }) => `Take care: ${detail}.`);
  at("warned").textContent = warnings.join(" ");
  at("warned").hidden = !warnings.length;
  cited(at("cited"), model);
  controls();
  select(null);
  refresh();
}

/** The view of a link. */
export function restore(wish) {
  filter.types = new Set(TYPES.filter((type) => wish.types.includes(type)));
  filter.least = wish.least;
  const hidden = new Set(wish.hidden);
  for (const speaker of model.speakers) if (hidden.has(speaker.name)) filter.hidden.add(speaker.id);
  controls();
  refresh();
  const quote = model.byId.get(wish.quote);
  if (quote && shown.includes(quote)) jump(quote, false);
}

function controls() {
  for (const box of document.getElementsByName("type")) box.checked = filter.types.has(box.value);
  at("least").value = filter.least;
}

/** Draw everything that depends on the filters. */
function refresh() {
  shown = visible(model, filter);
  at("least-told").textContent = `${filter.least}%`;
  at("least").setAttribute("aria-valuetext", `${filter.least} percent`);
  for (const type of TYPES) {
    at(`n-${type}`).textContent = model.quotes.filter((quote) => quote.type === type).length;
  }
  const all = model.quotes.length;
  at("shown-count").textContent = shown.length === all
    ? `in ${counted(model.meta.words, "word")}` : `${shown.length} of ${all} shown`;
  draw(paper, model, shown);
  list(at("list"), model, filter, { open: (id, open) => opened.set(id, open),
    isOpen: (id) => opened.get(id) ?? !narrow.matches, toggle, jump });
  if (current && !shown.includes(current)) select(null);
  else select(current);
}

function toggle(id, on) {
  if (on) filter.hidden.delete(id);
  else filter.hidden.add(id);
  refresh();
}

/** Make a quotation the one whose details are shown. */
function select(quote, pin = false) {
  clearTimeout(timer);
  current = quote;
  pinned = pin && quote !== null;
  point(paper, quote);
  const buttons = labels(paper);
  const here = buttons.find((b) => b.dataset.quote === quote?.id) ?? buttons[0];
  for (const b of buttons) b.tabIndex = b === here ? 0 : -1;
  for (const b of at("list").querySelectorAll("[data-jump]")) {
    if (b.dataset.jump === quote?.id) b.setAttribute("aria-current", "true");
    else b.removeAttribute("aria-current");
  }
  at("details").replaceChildren(...details(quote, model, { copy, step }));
  at("details").scrollTop = 0;
  at("inspector").classList.toggle("open", quote !== null);
  at("close").hidden = quote === null;
}

function jump(quote, focus = true) {
  select(quote, true);
  const label = paper.querySelector(`button[data-quote="${CSS.escape(quote.id)}"]`);
  if (!label) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  label.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  if (focus) label.focus({ preventScroll: true });
  pinned = true;
}

/** Go on to the next quotation, or to one before. */
function step(by) {
  if (!shown.length) return;
  const place = shown.indexOf(current);
  const held = at("inspector").contains(document.activeElement) ? document.activeElement.textContent : null;
  jump(shown[(place + by + shown.length) % shown.length], held === null);
  if (held) [...at("details").querySelectorAll("button")].find((b) => b.textContent === held)?.focus();
}

async function copy(quote) {
  const made = citation(quote);
  note((await copied(made)) ? `Copied: ${made}` : `Copy this by hand: ${made}`);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedOldWay(text);
  }
}

/** Pages without TLS have no clipboard; selecting and copying still works there. */
function copiedOldWay(text) {
  const held = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  held?.focus();
  return done;
}

function note(text) {
  at("note").textContent = "";
  requestAnimationFrame(() => { at("note").textContent = text; });
}

async function share() {
  const fragment = await pack({
    ...article, types: [...filter.types], least: filter.least, quote: current?.id ?? "",
    hidden: model.speakers.filter((speaker) => filter.hidden.has(speaker.id)).map((s) => s.name),
  });
  if (fragment.length > LONGEST) {
    note(`This article is too long for a link (${fragment.length.toLocaleString("en")} characters packed, ${LONGEST.toLocaleString("en")} fit). Share the article as a file, or download the JSON.`);
    return;
  }
  const link = location.href.split("#")[0] + fragment;
  const done = await copied(link);
  const long = fragment.length > LONG ? ` It is ${fragment.length.toLocaleString("en")} characters long: some mail programs cut such links.` : "";
  if (!done) history.replaceState(null, "", fragment);
  note(`${done ? "Link copied." : "The link is in the address bar now."} It holds the article itself, behind the #, which is sent to no server: give it only to whom you would give the text.${long}`);
}

async function download(form) {
  untell();
  note("Making the file…");
  const options = { types: [...filter.types], min_confidence: filter.least / 100 };
  if (form === "application/json") options.include = ["quotes", "attributions", "speakers", "relations", "explanations"];
  try {
    if (!filter.types.size) throw new Trouble({ kind: "empty", title: "Nothing is shown", detail: "Choose a type of quotation first." });
    const response = await ask(article, { accept: form, options });
    const address = URL.createObjectURL(await response.blob());
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = `onrecord.${NAMES[form]}`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    const left = filter.hidden.size ? " Speakers that you hid are in it: the file is filtered by type and confidence alone." : "";
    note(`Downloaded onrecord.${NAMES[form]}.${left}`);
  } catch (error) {
    note("");
    if (!(error instanceof Trouble)) throw error;
    tell(error, error.kind === "empty" ? null : () => download(form));
  }
}

const quoteAt = (target) => model?.byId.get(target.closest?.("[data-quote]")?.dataset.quote) ?? null;

function keys(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const place = shown.indexOf(quoteAt(event.target));
  if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = by ? place + by : { Home: 0, End: shown.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const quote = shown[Math.min(shown.length - 1, Math.max(0, next))];
  paper.querySelector(`button[data-quote="${CSS.escape(quote.id)}"]`)?.focus();
}

paper.addEventListener("mouseover", (event) => {
  clearTimeout(timer);
  const quote = quoteAt(event.target);
  if (quote && !pinned && !narrow.matches) timer = setTimeout(() => select(quote), HOVER_MS);
});
paper.addEventListener("mouseleave", () => clearTimeout(timer));
paper.addEventListener("focusin", (event) => {
  const quote = quoteAt(event.target);
  if (quote && quote !== current) select(quote);
});
paper.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const quote = quoteAt(event.target);
  select(quote, true);
  if (quote && event.detail === 0) at("inspector-title").focus();
});
paper.addEventListener("keydown", keys);
at("close").addEventListener("click", () => leave());
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.dataset.state === "shown" && current) leave();
});

/** Out of the details, back to where the quotation stands. */
function leave() {
  const label = current && paper.querySelector(`button[data-quote="${CSS.escape(current.id)}"]`);
  const held = at("inspector").contains(document.activeElement);
  select(null);
  if (held && label) {
    label.focus();
    select(null);
    label.tabIndex = 0;
  }
}

for (const box of document.getElementsByName("type")) {
  box.addEventListener("change", () => {
    if (box.checked) filter.types.add(box.value);
    else filter.types.delete(box.value);
    refresh();
  });
}
at("least").addEventListener("input", () => {
  filter.least = Number(at("least").value);
  requestAnimationFrame(refresh);
});
at("all").addEventListener("click", () => {
  filter.hidden.clear();
  refresh();
});
at("none").addEventListener("click", () => {
  filter.hidden = new Set(model.speakers.map((speaker) => speaker.id));
  refresh();
});
at("link").addEventListener("click", share);
for (const chosen of document.querySelectorAll("[data-form]")) {
  chosen.addEventListener("click", () => download(chosen.dataset.form));
}
new ResizeObserver(([bar]) => {
  document.documentElement.style.setProperty("--bar", `${bar.target.offsetHeight}px`);
}).observe(document.querySelector(".bar"));
