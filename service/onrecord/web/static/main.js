/** The page: writing an article, waiting for the answer, and the marked article with its lists. */

import { at, counted } from "./dom.js";
import { Unfit, read } from "./files.js";
import { Unreadable, isLink, unpack } from "./link.js";
import { tell, untell } from "./problem.js";
import { SAMPLE } from "./sample.js";
import { Trouble, ask } from "./service.js";
import { present, restore } from "./view.js";
import { state } from "./state.js";

const LONGEST = Number(document.querySelector("meta[name=onrecord-longest]").content);
const WISHES = {
  include: ["quotes", "attributions", "speakers", "explanations"],
  offset_unit: "utf16", offsets_in: "text",
};
/** Words that are read in a second, before an answer has told how fast this server is. */
let speed = 1_200;
const STEP_MS = 250;
const DRAFT = "onrecord-draft";

const field = at("text");

function show(name) {
  document.body.dataset.state = name;
  for (const section of ["write", "wait", "shown"]) at(section).hidden = section !== name;
  at("tools").hidden = name !== "shown";
  if (name !== "shown") at("note").textContent = "";
}

/** Characters as the service counts them: code points. */
const characters = (text) => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
const words = (text) => text.match(/\S+/g)?.length ?? 0;

function count() {
  const [size, longest] = [characters(field.value), LONGEST.toLocaleString("en")];
  at("count").textContent = `${counted(words(field.value), "word")} · ${size.toLocaleString("en")} of ${longest} characters`;
  at("count").classList.toggle("over", size > LONGEST);
  wrong("");
}

function wrong(message) {
  at("text-wrong").textContent = message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function put(text, { html = false, exact = true } = {}) {
  field.value = text;
  state.exact = exact ? { text, shown: field.value } : null;
  at(html ? "html" : "plain").checked = true;
  field.scrollTop = 0;
  count();
}

/** The article as it stands in the form. A text area turns every line end into one character: as
 * long as nobody changed what a file held, it is sent as the file had it. */
function written() {
  const { exact } = state;
  return {
    text: exact && exact.shown === field.value ? exact.text : field.value,
    html: at("html").checked,
    title: at("title").value.trim(),
    byline: at("byline").value.trim(),
  };
}

function fill({ text, html, title, byline }) {
  put(text, { html });
  at("title").value = title;
  at("byline").value = byline;
}

/** What was written outlives a reload, in this tab alone; a link has it anyway. */
function hold() {
  const draft = written();
  try {
    sessionStorage.removeItem(DRAFT);
    if (draft.text || draft.title || draft.byline) sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch { /* no room for an article so long */ }
}

function held() {
  const draft = sessionStorage.getItem(DRAFT);
  if (draft && !isLink(location.hash)) fill(JSON.parse(draft));
}

function faulty(article) {
  if (!/[\p{L}\p{N}]/u.test(article.text)) return "There is no article yet: paste one, or open a file.";
  const size = characters(article.text);
  return size > LONGEST
    ? `The article has ${size.toLocaleString("en")} characters; ${LONGEST.toLocaleString("en")} can be read at once.`
    : "";
}

/** Read the article in the form, and show what is found. @param {object|null} wanted view of a link */
async function send(wanted = null) {
  const article = written();
  const fault = faulty(article);
  if (fault) {
    show("write");
    wrong(fault);
    field.focus();
    return;
  }
  untell();
  const stop = wait(article);
  try {
    const response = await ask(article, { options: WISHES, signal: state.abort.signal });
    const answer = await response.json();
    learn(answer.meta);
    stop();
    show("shown");
    present(article, answer);
    if (wanted) restore(wanted);
    at("shown-title").focus({ preventScroll: true });
    scrollTo(0, 0);
  } catch (error) {
    stop();
    show("write");
    failed(error, () => send(wanted));
  }
}

function failed(error, again) {
  if (error.name === "AbortError") {
    at("send").focus();
    tell({ title: "Cancelled", detail: "Your text is still here.", faults: [], kind: "cancelled" }, again);
    return;
  }
  tell(error instanceof Trouble ? error : new Trouble({
    kind: "other", title: "The answer could not be shown", detail: "Try again; your text is still here.",
  }), again);
}

function learn(meta) {
  if (meta.words > 200 && meta.elapsed_ms > 0) speed = (meta.words * 1000) / meta.elapsed_ms;
}

/** Show that the article is being read; the service does not tell how far it is, so the bar goes by
 * how long it should take. @returns {Function} to be called at the end */
function wait(article) {
  const [number, started] = [words(article.text), performance.now()];
  const expected = Math.max(0.4, number / speed);
  state.abort = new AbortController();
  show("wait");
  at("wait-what").textContent = `${counted(number, "word")}, ${counted(characters(article.text), "character")}`;
  at("wait-title").focus({ preventScroll: true });
  const step = () => {
    const seconds = (performance.now() - started) / 1000;
    at("wait-bar").value = 100 * (1 - Math.exp((-2 * seconds) / expected));
    const usual = expected < 2 ? "a moment" : `about ${Math.ceil(expected)} seconds`;
    at("wait-time").textContent = `${Math.floor(seconds)} s. It takes ${usual}${seconds > 2 * expected + 2 ? ", longer when others are waiting" : ""}.`;
  };
  step();
  const timer = setInterval(step, STEP_MS);
  return () => clearInterval(timer);
}

async function take(file) {
  if (!file) return;
  try {
    const { text, html, note } = await read(file, LONGEST);
    put(text, { html });
    at("count").textContent += ` · from ${file.name}.${note}`;
    at("send").focus();
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    wrong(error.message);
  }
}

async function fromLink() {
  if (!isLink(location.hash)) return;
  try {
    const wanted = await unpack(location.hash);
    fill(wanted);
    await send(wanted);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    show("write");
    tell({ title: "This link cannot be read", faults: [], kind: "link",
      detail: "It may have been cut off on its way. Ask for it again, or paste the article." }, null);
  }
}

function back(empty) {
  if (isLink(location.hash)) history.replaceState(null, "", location.pathname + location.search);
  if (empty) fill({ text: "", title: "", byline: "" });
  untell();
  show("write");
  field.focus();
}

function looksLikeHtml(text) {
  return /^\s*<(?:!doctype|html|head|body|article|main|div|section|p|h[1-6])\b/i.test(text) && /<\/[a-z]/i.test(text);
}

function dropping() {
  const sheet = at("sheet");
  const over = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    sheet.classList.toggle("over", event.type !== "dragleave");
  };
  for (const type of ["dragenter", "dragover", "dragleave"]) document.addEventListener(type, over);
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    sheet.classList.remove("over");
    if (document.body.dataset.state === "write") take(event.dataTransfer.files[0]);
  });
}

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
field.addEventListener("input", count);
field.addEventListener("paste", () => setTimeout(() => {
  if (looksLikeHtml(field.value)) at("html").checked = true;
}));
at("open").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", () => {
  take(at("file").files[0]);
  at("file").value = "";
});
at("sample").addEventListener("click", () => {
  put(SAMPLE);
  send();
});
at("cancel").addEventListener("click", () => state.abort.abort());
at("edit").addEventListener("click", () => back(false));
at("again").addEventListener("click", () => back(true));
at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  at("main").focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.dataset.state === "wait") state.abort.abort();
});
addEventListener("hashchange", fromLink);
addEventListener("pagehide", hold);
dropping();
count();
held();
fromLink();
