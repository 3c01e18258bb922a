/** What the parts of the page share. */

export const state = {
  /** @type {AbortController} of the request that is under way */
  abort: new AbortController(),
  /** A file's text, and what the text area made of it. @type {{text: string, shown: string}|null} */
  exact: null,
};
