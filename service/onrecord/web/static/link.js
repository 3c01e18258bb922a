/** A link that holds article and view behind its `#`, which no browser ever sends to a server. */

const MARK = "#a1=";

/** Most characters of what stands behind the `#`; browsers and chats cut longer addresses. */
export const LONGEST = 60_000;
/** From here on some mail programs cut it. */
export const LONG = 8_000;
const MOST_BYTES = 4_000_000;

export class Unreadable extends Error {}

/** @param {object} state plain values @returns {Promise<string>} the fragment, `#` included */
export async function pack(state) {
  const stream = new Blob([JSON.stringify(state)]).stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let raw = "";
  for (let i = 0; i < bytes.length; i += 8192) {
    raw += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return MARK + btoa(raw).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export const isLink = (fragment) => fragment.startsWith(MARK);

/** @param {string} fragment @returns {Promise<object>} what `pack` was given @throws {Unreadable} */
export async function unpack(fragment) {
  try {
    if (fragment.length > LONGEST + MARK.length) throw new Unreadable();
    const raw = atob(fragment.slice(MARK.length).replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(raw, (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return checked(JSON.parse(await limited(stream)));
  } catch (error) {
    throw new Unreadable(error.message);
  }
}

/** Few bytes can unfold to very many: reading stops at a limit. */
async function limited(stream) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let [text, size] = ["", 0];
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Unreadable();
    }
    text += decoder.decode(value, { stream: true });
  }
}

function checked(state) {
  const text = (value) => (typeof value === "string" ? value : "");
  const texts = (value) => (Array.isArray(value) ? value.map(text) : []);
  if (typeof state?.text !== "string") throw new Unreadable();
  const least = Number(state.least);
  return {
    text: state.text, html: state.html === true, title: text(state.title), byline: text(state.byline),
    types: texts(state.types), hidden: texts(state.hidden), quote: text(state.quote),
    least: Number.isFinite(least) ? Math.min(99, Math.max(0, Math.round(least))) : 0,
  };
}
