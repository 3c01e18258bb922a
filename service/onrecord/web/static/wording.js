/** Words for what the answer has as codes, and a quotation as it is cited. */

export const TYPE = { direct: "direct quotation", mixed: "partly quoted", indirect: "reported" };
export const KIND = {
  person: "person", organization: "organisation", document: "document", group: "group",
  unknown: "unnamed source",
};
export const HOP = {
  according_to: "according to", said: "said by", told: "told by", reported: "reported by",
  cited: "cited by", published: "published by",
};

/** A speaker as a citation names it: *Ines Okafor, Mayor*. */
const named = (speaker) =>
  speaker === null ? "speaker not named" : [speaker.name, speaker.title].filter(Boolean).join(", ");

/** The words, without the comma that the tag put behind them. */
const cleaned = (text) => text.trim().replace(/\s+/gu, " ").replace(/,$/u, "");

const REPORTED = {
  mixed: "word for word only inside the quotation marks",
  indirect: "reported, not word for word",
};

/**
 * A quotation with its attribution, to be pasted into another text. Only words that stand in
 * quotation marks get some; what the article itself leaves out between two parts is marked.
 */
export function citation(quote) {
  const parts = quote.parts.map((part) => (part.shown ?? part.text).trim().replace(/\s+/gu, " "));
  parts.push(cleaned(parts.pop()));
  const said = parts.join(" […] ");
  const who = named(quote.speaker);
  const way = quote.chain.slice(0, -1).map((hop) => hop.source?.text).filter(Boolean);
  const through = way.length ? `, according to ${way.join(", which cites ")}` : "";
  const denied = quote.negated ? " (said in the article to be denied or not said)" : "";
  return quote.type === "direct"
    ? `“${said}” — ${who}${through}${denied}`
    : `${who}${through}: ${said} (${REPORTED[quote.type]})${denied}`;
}

/** What a quotation is called where it is not shown. */
export const called = (quote, speaker) =>
  `${speaker.number}: ${speaker.name}, ${TYPE[quote.type]}, ${Math.round(quote.confidence * 100)}% sure`;

/** What decided who said it, in words nearer to an editor's than the engine's own. */
export const reason = (name) => name
  .replace(/^form: /u, "construction: ")
  .replace(/^class: /u, "the verb is of the kind: ")
  .replace(/^cue: /u, "the verb: ")
  .replace(/^tag$/u, "it has a tag, as in “…,” she said");
