/** Client of onrecord: its contract as types, `fetch` underneath. */
import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "./contract.js";
import { backoff, retrying, sleep } from "./retrying.js";

export { retrying, type Patience } from "./retrying.js";
export type { components, paths };
export type Answer = components["schemas"]["Answer"];
export type ArticleRequest = components["schemas"]["ArticleRequest"];
export type LineError = components["schemas"]["LineError"];
export type Problem = components["schemas"]["Problem"];
export type Quotation = components["schemas"]["Quotation"];
export type Span = components["schemas"]["Span"];

/**
 * A client; give `headers: {"X-API-Key": key}` where the server asks for a key. It tries again where
 * a request was cut off or refused for now; give `fetch: retrying({ tries: 1 })` where it should not.
 */
export function onrecord(options: ClientOptions & { baseUrl: string }): Client<paths> {
  return createClient<paths>({ fetch: retrying(), ...options });
}

/** A request that was not answered: `problem` tells why, in the words of the service. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Who said what in one article. @throws {Refused} and what `fetch` throws */
export async function extract(client: Client<paths>, article: ArticleRequest): Promise<Answer> {
  const { data, error } = await client.POST("/quotes", { body: article });
  if (error !== undefined) throw new Refused(error);
  return data as Answer; // no other form was asked for
}

/** What a span cuts out of the text that was sent, asked for with `offset_unit: "utf16"`. */
export function cut(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The lines of a batch. */
export function toLines(articles: Iterable<ArticleRequest>): string {
  return Array.from(articles, (article) => `${JSON.stringify(article)}\n`).join("");
}

/** The answers in the body of a batch, each as soon as its line is there. */
export async function* fromLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Answer | LineError> {
  const decoder = new TextDecoder();
  let begun = "";
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Answer | LineError;
  }
}

/**
 * The answers to a batch, each as soon as its line is there; a batch that is cut off goes on with the
 * first article that has no answer. Throws where it is refused, or where as many tries in a row
 * bring no answer.
 */
export async function* answers(
  client: Client<paths>,
  articles: readonly ArticleRequest[],
  tries = 5,
): AsyncGenerator<Answer | LineError> {
  for (let done = 0, failed = 0; done < articles.length; ) {
    const before = done;
    try {
      const { response, error } = await client.POST("/quotes/batch", {
        body: toLines(articles.slice(done)),
        bodySerializer: (lines) => lines as string,
        headers: { "Content-Type": "application/x-ndjson" },
        parseAs: "stream",
      });
      if (error !== undefined) throw new Refused(error);
      for await (const answer of fromLines(response.body!)) {
        done++;
        yield answer;
      }
    } catch (error) {
      failed = done > before ? 1 : failed + 1;
      if (!(error instanceof TypeError) || failed >= tries) throw error;
      await sleep(backoff(failed));
    }
  }
}
