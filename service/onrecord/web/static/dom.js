/** Elements, made without any markup: what an article holds can only ever become text. */

/** The element of an id. */
export const at = (id) => document.getElementById(id);

/**
 * A new element.
 * @param {string} name
 * @param {Record<string, any>} [given] attributes; `on` has listeners, false and null leave out
 * @param {...(Node|string|null)} children
 */
export function make(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (value !== null && value !== false) {
      made.setAttribute(key, value === true ? "" : String(value));
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button with a listener. */
export const button = (label, listener, given = {}) =>
  make("button", { type: "button", on: { click: listener }, ...given }, label);

export const percent = (share) => `${Math.round(share * 100)}%`;

export const counted = (number, one, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
