/* What came out: how sure it is, the profile, what is near it and why, and what to do where nothing is clear. */
/** @import { Child, FinderData, Profession } from "../shapes" */
import { button, el, link } from "../base/elements.js";
import { grades, say, waysAfter } from "../finder/professions.js";
import { formOfTest, place, test, phrase } from "./page.js";
import { correlationOf, reasonsOf, standingsOf } from "./scoring.js";

/** What is shown: of answers, or of a code, which knows no doubts. */
/** @typedef {{ form: string, sureness: string, sums: number[], doubts: string[] }} Result */

const SHOWN = 6; // professions of a group at first

/** @param {number[]} scales */
const titles = scales => scales.map(at => test.scales[at].title.toLowerCase()).join(", ");

/** @param {Result} result */
export function sureness({ sureness, doubts }) {
  const text = test.results.find(([name]) => name === sureness)?.[1] || "";
  const reasons = doubts.map(name => el("li", {}, phrase(`doubt-${name}`)));
  return el("div.test-sureness", { "data-sureness": sureness },
    el("p.test-badge", {}, phrase(`sure-${sureness}`)),
    el("p", {}, text),
    reasons.length ? el("ul", {}, ...reasons) : null);
}

/**
 * The sums as bars, the highest first; equal ones say so.
 * @param {Result} result
 */
export function profileBars({ form, sums }) {
  const most = (formOfTest(form).list.length / test.scales.length) * (test.answers.length - 1);
  const order = sums.map((_, at) => at).sort((a, b) => sums[b] - sums[a] || a - b);
  const rows = order.map(at => {
    const equal = order.filter(other => other !== at && sums[other] === sums[at]);
    const bar = el("i", {});
    bar.style.width = `${(sums[at] / most) * 100}%`;
    return el("li", {},
      el("span.test-scale", {}, test.scales[at].title), " ",
      el("span.test-sum", {}, phrase("sum", { n: sums[at], all: most })),
      el("span.test-bar", { "aria-hidden": "true" }, bar),
      equal.length ? el("span.test-equal", {}, phrase("equal", { other: titles(equal) })) : null);
  });
  return el("ol.test-bars", {}, ...rows);
}

/**
 * A profession with what speaks for looking at it.
 * @param {FinderData} data
 * @param {Profession} item
 * @param {string[]} of grades
 * @param {string[]} reasons
 */
function card(data, item, of, reasons) {
  const ways = of.flatMap(grade => {
    const names = waysAfter(data, item, grade).map(name => name.toLowerCase());
    return names.length ? [el("li", {}, say("after", { grade, ways: names.join(", ") }))] : [];
  });
  return el("li.test-near", {}, el("p.test-name", { lang: item.tl }, link(item.t, item.u)), el("p", { lang: item.l }, item.s),
    el("ul.test-why", {}, ...reasons.map(text => el("li", {}, text))),
    ways.length ? el("ul.found-ways", {}, ...ways) : null);
}

/**
 * A list of which the first are shown.
 * @param {HTMLElement[]} cards
 */
function folded(cards) {
  const list = el("ul.test-nears", {}, ...cards.slice(0, SHOWN));
  if (cards.length <= SHOWN) { return list; }
  const more = button("quiet", phrase("more", { n: cards.length - SHOWN }), () => {
    const next = cards[SHOWN];
    list.append(...cards.slice(SHOWN));
    more.remove();
    next.querySelector("a")?.focus();
  });
  return el("div", {}, list, more);
}

/**
 * Professions by what is possible after a grade; what needs the last one stands apart.
 * @template T
 * @param {FinderData} data
 * @param {T[]} found
 * @param {(one: T) => Profession} itemOf
 * @param {(one: T) => string[]} reasons
 * @returns {Child}
 */
function byGrade(data, found, itemOf, reasons) {
  const all = grades(data);
  const isAfter = (/** @type {T} */ one, /** @type {string} */ grade) => waysAfter(data, itemOf(one), grade).length > 0;
  return all.map((grade, at) => {
    const earlier = all.slice(0, at);
    const own = found.filter(one => isAfter(one, grade) && !earlier.some(other => isAfter(one, other)));
    const title = phrase(at ? "group-only" : "group", { grade });
    return el("section.test-group", {}, el("h4", {}, title),
      own.length ? folded(own.map(one => card(data, itemOf(one), all, reasons(one)))) : el("p", {}, phrase("group-none")));
  });
}

/** A test compares with professions by its bands of nearness, or by the strengths that they use. */
export const isOfInterests = test.bands.length > 0;

/**
 * @param {FinderData} data
 * @param {number[]} sums
 */
function interestsOf(data, sums) {
  const found = data.items.flatMap(item => {
    const values = item.r && test.scales.map(({ at }) => /** @type {number[]} */ (item.r)[at]);
    const r = values && correlationOf(sums, values);
    return r === null || !values ? [] : [{ item, r, values }];
  });
  return found.sort((a, b) => b.r - a.r || (a.item.i < b.item.i ? -1 : 1));
}

/**
 * @param {FinderData} data
 * @param {Result} result
 * @returns {Child}
 */
export function nearProfessions(data, { sums }) {
  const all = interestsOf(data, sums);
  /** @param {{ values: number[] }} one */
  const reasons = ({ values }) => {
    const { shared, apart } = reasonsOf(sums, values);
    return [
      ...(shared.length ? [phrase("why-shared", { what: titles(shared) })] : []),
      ...(apart === null ? [] : [phrase("why-apart", { what: titles([apart]) })]),
    ];
  };
  const limits = test.bands.map(({ r }) => r);
  const bands = test.bands.map(({ title }, at) => {
    const own = all.filter(({ r }) => r >= limits[at] && (at === 0 || r < limits[at - 1]));
    return own.length ? el("section.test-band", {}, el("h3", {}, title), byGrade(data, own, ({ item }) => item, reasons)) : null;
  });
  const none = bands.every(band => !band);
  const nearest = none ? el("section.test-band", {}, el("h3", {}, phrase("nearest")), el("p", {}, phrase("nearest-note")),
    el("ul.test-nears", {}, ...all.slice(0, 3).map(one => card(data, one.item, grades(data), reasons(one))))) : null;
  const unlike = all[all.length - 1];
  const other = unlike && unlike.r < 0 ? el("section.test-band.test-unlike", {}, el("h3", {}, phrase("unlike")), el("p", {}, phrase("unlike-note")),
    el("ul.test-nears", {}, card(data, unlike.item, grades(data), [phrase("unlike-why", {
      what: titles([unlike.values.indexOf(Math.max(...unlike.values))]),
    })]))) : null;
  return [...bands, nearest, other];
}

/**
 * The strongest scales and what they mean; and whether the encyclopedia has little for them.
 * @param {number[]} sums
 * @returns {Child}
 */
export function strongest(sums) {
  const sorted = [...sums].sort((a, b) => b - a);
  const top = sums.flatMap((sum, at) => (sum >= sorted[1] ? [at] : [])).sort((a, b) => sums[b] - sums[a]);
  const thin = top.filter(at => test.scales[at].thin);
  return [
    el("dl.test-top", {}, ...top.flatMap(at => [el("dt", {}, test.scales[at].title), el("dd", {}, test.scales[at].text)])),
    thin.length ? el("p.notice.test-thin", {}, el("span", {}, phrase("thin", { what: titles(thin) }))) : null,
  ];
}

/**
 * What to try out: of the highest scales first, and one of the lowest, to be surprised.
 * @param {number[]} sums
 */
export function tries(sums) {
  const order = sums.map((_, at) => at).sort((a, b) => sums[b] - sums[a] || a - b);
  const wanted = [...order.slice(0, 3), order[order.length - 1]];
  const items = wanted.flatMap(at => test.scales[at].tries.slice(0, 1).map(text =>
    el("li", {}, el("b", {}, `${test.scales[at].title}: `), text)));
  return el("section.test-band", {}, el("h3", {}, phrase("try")), el("ul", {}, ...items));
}

/* Strengths */

/** @param {number[]} sums */
export function strengthLists(sums) {
  const standing = standingsOf(sums);
  return [1, 0, -1].map(wanted => {
    const own = sums.map((_, at) => at).filter(at => standing[at] === wanted).sort((a, b) => sums[b] - sums[a] || a - b);
    const name = ["train", "middle", "strong"][wanted + 1];
    return own.length ? el(`section.test-band.test-${name}`, {}, el("h3", {}, phrase(name)),
      el("ul", {}, ...own.map(at => el("li", {}, el("b", {}, test.scales[at].title),
        wanted ? `: ${wanted > 0 ? test.scales[at].text : test.scales[at].tries[0] || ""}` : "")))) : null;
  });
}

/**
 * Professions that use the strengths, those first that use most; with what one would have to train.
 * @param {FinderData} data
 * @param {number[]} sums
 */
export function usingProfessions(data, sums) {
  const standing = standingsOf(sums);
  const found = data.items.flatMap(item => {
    /** @param {number} wanted */
    const of = wanted => item.k.flatMap(([number, weight]) => {
      const at = test.scales.findIndex(scale => scale.at === number);
      return at >= 0 && standing[at] === wanted ? [{ at, weight }] : [];
    });
    const [used, train] = [of(1), of(-1)];
    const worth = [...used.map(({ weight }) => weight), ...train.map(({ weight }) => -weight)].reduce((sum, n) => sum + n, 0);
    return used.length > 1 && worth > 0 ? [{ item, used, train, worth }] : [];
  }).sort((a, b) => b.worth - a.worth || (a.item.i < b.item.i ? -1 : 1)).slice(0, 12);
  if (!found.length) { return null; }
  return el("section.test-band", {}, el("h3", {}, phrase("using")), el("p", {}, phrase("using-note")),
    byGrade(data, found, ({ item }) => item, ({ used, train }) => [
      phrase("why-used", { what: titles(used.map(({ at }) => at)) }),
      ...(train.length ? [phrase("why-train", { what: titles(train.map(({ at }) => at)) })] : []),
    ]));
}

/** Whether professions can be had on this page. */
export const hasProfessions = place.hasAttribute("data-professions");
