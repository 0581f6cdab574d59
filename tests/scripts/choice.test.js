// What the finder counts, without a browser.
import assert from "node:assert/strict";
import test from "node:test";
import { choiceOf } from "./js/finder/choice.js";

const options = n => Array.from({ length: n }, (_, at) => [String(at), String(at)]);
// Facets: 0 and 2 are of ways in, 1 is any of, 3 is all of.
const data = {
  facets: ["grade", "subject", "kind", "wish"].map(id => ({ id, title: id, options: options(3) })),
  route: ["grade", "kind", "missing"],
  items: [
    { i: "a", v: [[], [0, 1], [], [0, 1]], w: [[0, 0, -1], [1, 1, -1]] },
    { i: "b", v: [[], [1], [], [0]], w: [[0, 1, -1]] },
    { i: "c", v: [[], [], [], []], w: [] },
  ],
};
const { left, counted, reasons, bestFirst, loosened } = choiceOf(data, at => at === 3);
const ids = ticked => left(ticked).map(item => item.i).join("");

test("any box of a facet is enough, every box where all must hold", () => {
  assert.equal(ids([[], [], [], []]), "abc");
  assert.equal(ids([[], [0, 1], [], []]), "ab");
  assert.equal(ids([[], [], [], [0, 1]]), "a");
});

test("what is asked of ways in must hold of one and the same", () => {
  assert.equal(ids([[0], [], [1], []]), "b");
  assert.equal(ids([[1], [], [0], []]), "");
  assert.equal(ids([[0, 1], [], [1], []]), "ab");
});

test("each box is counted as if it were ticked too", () => {
  const naive = (at, ticked, every) => options(3).map((_, option) => {
    const asked = ticked.map((list, other) => (other !== at ? list : every ? [...new Set([...list, option])] : [option]));
    return ids(asked).length;
  });
  const choices = [[], [0], [1], [0, 1]];
  for (const grade of choices) {
    for (const subject of choices) {
      for (const kind of choices) {
        for (const wish of choices) {
          const ticked = [grade, subject, kind, wish];
          const { found, numbers } = counted(ticked);
          assert.deepEqual(found, left(ticked), JSON.stringify(ticked));
          ticked.forEach((_, at) => assert.deepEqual(numbers[at], naive(at, ticked, at === 3), JSON.stringify(ticked)));
        }
      }
    }
  }
});

test("what fits is told, and what has most of it comes first", () => {
  const ticked = [[0, 1], [1, 2], [], [0]];
  const [a, b] = data.items;
  assert.deepEqual(reasons(a, ticked), [{ at: 0, option: 0 }, { at: 0, option: 1 }, { at: 1, option: 1 }, { at: 3, option: 0 }]);
  assert.deepEqual(reasons(b, [[0], [], [1], []]), [{ at: 0, option: 0 }, { at: 2, option: 1 }]);
  assert.deepEqual(bestFirst([b, a], ticked).map(({ item }) => item.i), ["a", "b"]);
  assert.deepEqual(bestFirst([b, a], [[], [1], [], []]).map(({ item }) => item.i), ["b", "a"], "equal ones stay where they are");
});

test("what leaves most is offered first, a whole facet where no box helps", () => {
  assert.deepEqual(loosened([[1], [], [0], []]), [{ at: 0, option: 1, left: 1 }, { at: 2, option: 0, left: 1 }]);
  assert.deepEqual(loosened([[1], [2], [0, 2], []]), []);
  assert.deepEqual(loosened([[2], [], [], []]), [{ at: 0, option: 2, left: 3 }]);
  assert.deepEqual(loosened([[], [2], [], []]), [{ at: 1, option: 2, left: 3 }]);
  assert.deepEqual(loosened([[1, 2], [], [0, 2], []]), [{ at: 0, option: -1, left: 1 }, { at: 2, option: -1, left: 1 }]);
});
