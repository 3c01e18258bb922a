/** Files that an editor drops or opens, read as text. */

export class Unfit extends Error {}

const MARKUP = /\.(?:html?|xhtml)$/i;
const TEXT = /\.(?:txt|text|md)$/i;

/**
 * @param {File} file
 * @param {number} longest most characters of an article
 * @returns {Promise<{text: string, html: boolean, note: string}>}
 * @throws {Unfit} with why it cannot be read, in words
 */
export async function read(file, longest) {
  const html = MARKUP.test(file.name) || file.type === "text/html";
  if (!html && !TEXT.test(file.name) && !file.type.startsWith("text/")) {
    throw new Unfit(`“${file.name}” is no .txt or .html file. Open it and paste its text instead.`);
  }
  if (file.size > longest * 4) {
    throw new Unfit(`“${file.name}” is too large: an article may have ${longest.toLocaleString("en")} characters.`);
  }
  const { text, coding } = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text.includes("\0")) throw new Unfit(`“${file.name}” is no text.`);
  return { text, html, note: coding === "UTF-8" ? "" : ` It was not UTF-8; read as ${coding}.` };
}

function decoded(bytes) {
  const wide = { "255,254": "utf-16le", "254,255": "utf-16be" }[`${bytes[0]},${bytes[1]}`];
  if (wide) return { text: new TextDecoder(wide).decode(bytes), coding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), coding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), coding: "Windows-1252" };
  }
}
