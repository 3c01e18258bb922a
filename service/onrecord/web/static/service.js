/** The one way to the service: `POST /quotes` of this origin. */

const KEY = "onrecord-key";

/** Labels of the fields that a problem can point at. */
const FIELDS = { "/text": "Article text", "/title": "Headline", "/byline": "Byline" };

/** What went wrong, in words for a person. */
export class Trouble extends Error {
  /** @param {{kind: string, title: string, detail?: string, faults?: string[], status?: number, wait?: number, request?: string}} told */
  constructor(told) {
    super(told.title);
    Object.assign(this, { detail: "", faults: [], status: 0, wait: 0, request: "" }, told);
  }
}

/** The key is kept for this tab alone, and only where one was given. */
export function keep(key) {
  if (key) sessionStorage.setItem(KEY, key);
  else sessionStorage.removeItem(KEY);
}

export const fits = (key) => /^[\x21-\x7e]{1,500}$/.test(key);

/**
 * Ask who said what.
 * @param {{text: string, html: boolean, title: string, byline: string}} article
 * @param {{accept?: string, options?: object, signal?: AbortSignal}} wishes
 * @returns {Promise<Response>} an answer that is well
 * @throws {Trouble} and DOMException AbortError, where it was cancelled
 */
export async function ask(article, { accept = "application/json", options = {}, signal } = {}) {
  const body = { text: article.text, content_type: article.html ? "text/html" : "text/plain" };
  if (article.title) body.title = article.title;
  if (article.byline) body.byline = article.byline;
  const headers = { "Content-Type": "application/json", Accept: accept };
  const key = sessionStorage.getItem(KEY);
  if (key) headers.Authorization = `Bearer ${key}`;
  const request = { method: "POST", headers, body: JSON.stringify({ ...body, ...options }), signal };
  let response;
  try {
    response = await fetch(new URL("quotes", document.baseURI.split("#")[0]), {
      ...request, cache: "no-store", credentials: "same-origin", redirect: "error",
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble({
      kind: "network",
      title: "The service cannot be reached",
      detail: "Your text is still here. Check the connection, then try again.",
    });
  }
  if (!response.ok) throw await trouble(response);
  return response;
}

async function trouble(response) {
  const problem = await response.json().catch(() => null);
  const request = response.headers.get("X-Request-ID") ?? "";
  const wait = Number(response.headers.get("Retry-After")) || 0;
  const told = { status: response.status, request, wait };
  if (problem === null || typeof problem.title !== "string") {
    return new Trouble({
      ...told, kind: "other", title: `The service did not answer (status ${response.status})`,
      detail: "Your text is still here. Try again in a moment.",
    });
  }
  const kind = String(problem.type ?? "").split(":").pop();
  const faults = (Array.isArray(problem.errors) ? problem.errors : []).map(
    ({ pointer, detail }) => `${FIELDS[pointer] ?? (pointer || "The request")}: ${detail}`,
  );
  return new Trouble({ ...told, kind, faults, ...worded(kind, problem, wait) });
}

function worded(kind, problem, wait) {
  switch (kind) {
    case "unauthorized":
      return sessionStorage.getItem(KEY)
        ? { title: "That key is not known here", detail: "Ask whoever runs this service for one." }
        : { title: "This service asks for a key", detail: "Whoever runs it can give you one." };
    case "too-many-requests":
      return { title: "That was the last article for now",
        detail: `The service limits how many it reads; there is room again in ${told(wait)}.` };
    case "too-large":
      return { title: "The article is too large", detail: `${problem.detail}.` };
    case "invalid-field":
      return { title: "The article cannot be read as it is", detail: "" };
    case "internal-error":
      return { title: "Something broke in the service",
        detail: "It is not your text. Whoever runs the service finds the reason by this request id." };
    default:
      return { title: problem.title, detail: problem.detail };
  }
}

const told = (seconds) =>
  seconds < 120 ? `${seconds || "some"} seconds`
    : seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
