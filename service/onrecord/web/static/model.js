/** What the page shows, made of an answer: speakers in order, with numbers and shares. */

export const TYPES = ["direct", "mixed", "indirect"];
/** Below this share of a hundred a number is hollow. */
export const UNSURE = 80;

/** Colours there are; further speakers take them again, with square numbers. */
const HUES = 8;
const NOBODY = "";

const words = (text) => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/**
 * @param {object} answer as the API gives it
 * @param {string} text what its offsets point into
 */
export function understand(answer, text) {
  const why = new Map(answer.explanations.map((e) => [e.quote, e]));
  const chains = new Map(answer.attributions.map((a) => [a.id, a.chain]));
  const quotes = answer.quotes.map((quote, place) => ({
    ...quote,
    place,
    who: quote.speaker?.id ?? NOBODY,
    words: quote.parts.reduce((sum, part) => sum + words(part.text), 0),
    chain: chains.get(quote.attribution) ?? [],
    summary: why.get(quote.id)?.summary ?? [],
    why: weights(why.get(quote.id)),
  }));
  const speakers = ranked(answer.speakers, quotes);
  const heard = new Set(quotes.map((quote) => quote.who));
  return {
    text, quotes, speakers, meta: answer.meta,
    byId: new Map(quotes.map((quote) => [quote.id, quote])),
    bySpeaker: new Map(speakers.map((speaker) => [speaker.id, speaker])),
    cited: answer.speakers.filter((speaker) => !heard.has(speaker.id)),
  };
}

/** What was weighed; where a rule decided, nothing was. */
const weights = (e) => (!e || e.decided_by === "rule" ? [] : e.deciding ?? e.features);

function ranked(speakers, quotes) {
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const said = Map.groupBy ? Map.groupBy(quotes, (q) => q.who) : grouped(quotes);
  const listed = [...said].map(([id, own]) => ({
    id,
    name: known.get(id)?.name ?? "No speaker found",
    title: known.get(id)?.title ?? null,
    kind: known.get(id)?.kind ?? "unknown",
    named: known.get(id)?.named ?? false,
    quotes: own,
    words: own.reduce((sum, quote) => sum + quote.words, 0),
  }));
  const order = (s) => (s.id === NOBODY ? -1 : s.words);
  listed.sort((a, b) => order(b) - order(a) || a.quotes[0].place - b.quotes[0].place);
  return listed.map((speaker, place) => ({
    ...speaker,
    number: speaker.id === NOBODY ? "?" : String(place + 1),
    hue: speaker.id === NOBODY ? "none" : String((place % HUES) + 1),
    again: place >= HUES,
  }));
}

function grouped(quotes) {
  const found = new Map();
  for (const quote of quotes) found.set(quote.who, [...(found.get(quote.who) ?? []), quote]);
  return found;
}

/** What is shown at first: everything. */
export const everything = () => ({ types: new Set(TYPES), least: 0, hidden: new Set() });

/** Whether a quotation is of a wanted type, and sure enough. */
export const wanted = (quote, filter) =>
  filter.types.has(quote.type) && quote.confidence >= filter.least / 100;

/** The quotations that are shown. */
export const visible = (model, filter) =>
  model.quotes.filter((quote) => wanted(quote, filter) && !filter.hidden.has(quote.who));
