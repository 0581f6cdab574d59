/* The second stage of a search: the engine's answer, better with each file that comes. */
/** @import { Answer, Index, Question, Trouble } from "../shapes" */
import { call, dismiss } from "./engine.js";
import { current, give, open } from "./language.js";
import { troubleOf } from "./files.js";

/**
 * Asks until nothing is missing, and shows each answer. Files that fail leave what the others gave.
 * @param {Index} index
 * @param {Question} question
 * @param {(answer: Answer) => boolean} show gives whether the answer is still wanted
 */
export function search(index, question, show) {
  return current(index, () => searched(index, question, show));
}

/** @type {(index: Index, question: Question, show: (answer: Answer) => boolean) => Promise<void>} */
async function searched(index, question, show) {
  await open(index);
  /** @type {Map<string, Trouble>} */
  const failed = new Map();
  for (;;) {
    const answer = await call("ask", index.slot, JSON.stringify(question)).catch(() => {
      dismiss();
      throw { file: index.info?.engine };
    });
    // A word left unfinished is better than a guess at another one.
    if (!question.typing && !answer.need.length && (answer.corrected || answer.total === 0)) {
      question = { ...question, typing: true };
      continue;
    }
    // What was added and is still asked for would be asked for for ever.
    const lost = answer.need.find(({ id }) => index.added.has(id));
    const need = answer.need.filter(({ id, file }) => !index.added.has(id) && !failed.has(file));
    if (!show(answer)) { return; }
    if (!need.length) {
      const error = failed.values().next().value || lost && { file: lost.file };
      if (error) { throw error; }
      return;
    }
    // The next question follows the first file that comes, so that results appear as they arrive.
    await Promise.race(need.map(({ id, file }) =>
      give(file, text => call("add", index.slot, id, text))
        .then(() => { index.added.add(id); }, error => { failed.set(file, troubleOf(error)); })));
  }
}
