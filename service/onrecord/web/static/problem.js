/** What went wrong, told where nobody can miss it, with the way out. */

import { at, button, make } from "./dom.js";
import { fits, keep } from "./service.js";

let timer = 0;

export function untell() {
  clearInterval(timer);
  at("problem").hidden = true;
  at("problem").replaceChildren();
}

/**
 * @param {object} trouble a `Trouble`, or what has its members
 * @param {Function|null} again what "Try again" does
 */
export function tell(trouble, again) {
  clearInterval(timer);
  const place = at("problem");
  const inner = [make("h2", {}, trouble.title)];
  if (trouble.detail) inner.push(make("p", {}, trouble.detail));
  if (trouble.faults.length) {
    inner.push(make("ul", {}, ...trouble.faults.map((fault) => make("li", {}, fault))));
  }
  if (trouble.kind === "internal-error") {
    inner.push(make("p", {}, "Request id: ", make("code", {}, trouble.request)));
  }
  if (trouble.kind === "unauthorized") inner.push(keyForm(again));
  else inner.push(ways(trouble, again));
  place.className = trouble.kind === "cancelled" ? "problem mild" : "problem";
  place.replaceChildren(...inner);
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
  (place.querySelector("input") ?? at(document.body.dataset.state === "write" ? "send" : "link")).focus();
}

function ways(trouble, again) {
  const retry = again === null ? null : button("Try again", () => again());
  if (retry && trouble.wait > 0) countdown(retry, trouble.wait);
  return make("p", { class: "buttons" }, retry, button("Dismiss", () => untell()));
}

function countdown(retry, seconds) {
  const until = Date.now() + seconds * 1000;
  const step = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    retry.disabled = left > 0;
    retry.textContent = left > 0 ? `Try again in ${left} s` : "Try again";
    if (left <= 0) clearInterval(timer);
  };
  step();
  timer = setInterval(step, 1000);
}

function keyForm(again) {
  const input = make("input", {
    id: "key", type: "password", autocomplete: "off", spellcheck: "false", required: true,
    "aria-describedby": "key-hint",
  });
  const hint = make("p", { id: "key-hint", class: "hint" }, "It is kept in this tab until you close it.");
  const form = make("form", { class: "key" }, make("label", { for: "key" }, "API key"), input,
    make("button", { type: "submit", class: "primary" }, "Use this key"), hint);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const key = input.value.trim();
    if (!fits(key)) {
      hint.textContent = "That is no key: a key has letters, digits and signs, and no spaces.";
      input.setAttribute("aria-invalid", "true");
      input.focus();
      return;
    }
    keep(key);
    again();
  });
  return form;
}
