/**
 * Tries again where a request was cut off, or refused for now.
 *
 * An answer depends on its request alone and the service keeps nothing, so that sending one again is
 * safe; where a rate is set, each try counts. Sent again are requests whose connection failed or was
 * cut, 429 and 503 after the seconds in `Retry-After`, and what a proxy says in place of the service
 * (502, 503, 504). Not sent again is what would fail again: an article that is out of time or memory.
 */

const LINES = "application/x-ndjson";
const PROBLEM = "application/problem+json";
const LATER = new Set([429, 502, 503, 504]);

export interface Patience {
  /** Tries of each request, the first one included; 5 by default. */
  tries?: number;
  /** Seconds of a wait; where the service asks for more, its refusal is handed on. 60 by default. */
  longest?: number;
  /** What each try is made with; the global `fetch` by default. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A `fetch` that tries again. */
export function retrying(patience: Patience = {}): (request: Request) => Promise<Response> {
  const { tries = 5, longest = 60, fetch = globalThis.fetch } = patience;
  return async (request) => {
    for (let attempt = 1; attempt < tries; attempt++) {
      let pause: number | undefined;
      try {
        const response = await whole(await fetch(request.clone()));
        pause = later(response, attempt, longest);
        if (pause === undefined) return response;
      } catch (error) {
        if (request.signal.aborted || !(error instanceof TypeError)) throw error;
        pause = backoff(attempt);
      }
      await sleep(pause);
    }
    return fetch(request);
  };
}

/** The response with its body read, so that one that is cut off is known; batches go on by line. */
async function whole(response: Response): Promise<Response> {
  if (response.body === null || response.headers.get("Content-Type") === LINES) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.arrayBuffer(), { status, statusText, headers });
}

/** Seconds after which another try may help; undefined where none will. */
function later(response: Response, attempt: number, longest: number): number | undefined {
  if (!LATER.has(response.status)) return undefined;
  const asked = response.headers.get("Retry-After") ?? "";
  if (/^\d+$/.test(asked)) return Number(asked) <= longest ? Number(asked) : undefined;
  return response.headers.get("Content-Type") === PROBLEM ? undefined : backoff(attempt);
}

/** A quarter of a second, then twice as long each time, give or take a half: clients that were cut
 * off together do not come back together. */
export function backoff(attempt: number): number {
  return 0.25 * 2 ** (attempt - 1) * (0.5 + Math.random());
}

export function sleep(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}
