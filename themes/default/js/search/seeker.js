/* A search under way. */
/** @import { Asked, Index, Question, SearchState, Seeker } from "../shapes" */
import { drawWith, troubleOf } from "./files.js";
import { indexOf } from "./language.js";
import { here } from "./place.js";
import { search } from "./texts.js";
import { titles } from "./titles.js";

/**
 * A press and its release are a click only if what was pressed is still there: until the release, drawing waits.
 * @param {() => void} draw
 */
function steady(draw) {
  let pressed = 0;
  let late = false;
  const release = () => {
    clearTimeout(pressed);
    pressed = 0;
    if (late) { late = false; draw(); }
  };
  // A release outside of the window may never be told.
  document.addEventListener("pointerdown", () => { pressed ||= setTimeout(release, 3000); });
  for (const end of ["pointerup", "pointercancel", "contextmenu"]) {
    document.addEventListener(end, () => { setTimeout(release); });
  }
  return () => { if (pressed) { late = true; } else { draw(); } };
}

/**
 * Holds what is known of the newest query and calls `show` when that changes.
 * @param {() => void} show
 * @returns {Seeker}
 */
export function seeker(show) {
  const draw = steady(show);
  let run = 0;
  let timer = 0;
  /** @type {SearchState} */
  const state = { q: "", titles: [], answer: null, error: null, foreign: null, busy: false, fresh: false };
  const index = indexOf(here.lang);
  drawWith(draw);

  /** @type {(mine: number, which: Index, question: Question, into: Asked) => Promise<void>} */
  async function ask(mine, which, question, into) {
    try {
      await search(which, question, answer => {
        // Before anything is known, what was found for the last query stays.
        if (mine === run && (answer.total !== null || answer.hits.length)) {
          Object.assign(into, { answer, fresh: true });
          draw();
        }
        return mine === run;
      });
    } catch (error) {
      if (mine === run) { into.error = troubleOf(error); }
    }
    if (mine !== run) { return; }
    into.busy = false;
    if (!into.fresh) { into.answer = null; }
    draw();
  }
  return {
    state,
    find(q, question, wait) {
      const mine = ++run;
      clearTimeout(timer);
      Object.assign(state, { q, error: null, foreign: null, busy: !!q, fresh: false });
      if (!q) { Object.assign(state, { titles: [], answer: null }); }
      draw();
      if (!q) { return; }
      /** @param {Partial<SearchState>} known */
      const named = known => { if (mine === run) { Object.assign(state, known); draw(); } };
      titles(index, q).then(titles => named({ titles }), error => named({ titles: [], error: troubleOf(error) }));
      timer = setTimeout(ask, wait, mine, index, { q, ...question }, state);
    },
    // Only when asked for: a second language costs as much as the first.
    abroad() {
      const foreign = { busy: true, fresh: false, answer: null, error: null };
      state.foreign = foreign;
      ask(run, indexOf(here.other), { q: state.q, typing: false, kind: null, publication: null, from: 0, limit: 8 }, foreign);
      draw();
    },
  };
}
