/* The first stage of a search: pages by the beginnings of the words of their titles and other names. */
/** @import { Entry, Hit, Index, TitleRow } from "../shapes" */
import { own } from "../base/data.js";
import { load } from "./files.js";
import { current, entriesOf, start } from "./language.js";
import { folded, wordsIn } from "./letters.js";

/**
 * Pages found, best first.
 * @param {Index} index
 * @param {string} query
 */
export async function titles(index, query) {
  await start(index);
  return current(index, () => titled(index, query));
}

/**
 * The entries among which those with all the words are.
 * @param {Index} index
 * @param {string[]} asked
 * @returns {Promise<Entry[]>}
 */
async function entriesFor(index, asked) {
  const shards = index.info?.shards;
  if (!shards) { return index.entries; }
  // Every page with all the words stands in the file of each of them; the longest key means the smallest file.
  /** @param {string} word */
  const keyOf = word => {
    let key = word;
    while (key && !own(shards, key)) { key = key.slice(0, -1); }
    return key;
  };
  const key = asked.map(keyOf).sort((a, b) => b.length - a.length)[0];
  return key ? load(shards[key], async (/** @type {TitleRow[]} */ list) => entriesOf(list)) : [];
}

/**
 * @param {Index} index
 * @param {string} query
 * @returns {Promise<Hit[]>}
 */
async function titled(index, query) {
  const asked = folded(query);
  const q = asked.join(" ");
  if (!q) { return []; }
  /** @type {(words: string[], word: string) => boolean} */
  const begins = (words, word) => words.some(own => own.startsWith(word));
  const found = [];
  for (const entry of await entriesFor(index, asked)) {
    const missing = asked.filter(word => !begins(entry.words, word));
    const other = missing.length ? entry.also.find(([, words]) => missing.every(word => begins(words, word))) : null;
    if (missing.length && !other) { continue; }
    const title = entry.words.join(" ");
    const rank = other ? 3 : title === q ? 0 : title.startsWith(q) ? 1 : 2;
    found.push({ entry, rank, also: other ? other[0] : null });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ entry, also }) => hitOf(entry, also, asked));
}

/**
 * A title with what was typed of its words marked, and the whole words for the page to mark.
 * @param {Entry} entry
 * @param {string | null} also
 * @param {string[]} asked
 * @returns {Hit}
 */
function hitOf({ title, page, kind, publication }, also, asked) {
  /** @type {string[]} */
  const words = [];
  /** @param {string} text */
  const marked = text => {
    const list = [];
    let done = 0;
    for (const { word, start: at, end, ends } of wordsIn(text)) {
      const typed = asked.filter(q => word.startsWith(q)).sort((a, b) => b.length - a.length)[0];
      if (!typed) { continue; }
      const until = ends[Array.from(typed).length - 1];
      words.push(text.slice(at, end));
      list.push(text.slice(done, at), text.slice(at, until));
      done = until;
    }
    return [...list, text.slice(done)];
  };
  return { title: marked(title), page, kind, publication, also: also === null ? null : marked(also), words };
}
