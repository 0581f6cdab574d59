/* Which professions a choice leaves. */
/** @import { FinderData, Profession } from "../shapes" */

/** For each facet the numbers of the options that are ticked. @typedef {readonly (readonly number[])[]} Ticked */

/**
 * @param {FinderData} data
 * @param {(facet: number) => boolean} isEvery whether every box that is ticked must hold, not one of them
 */
export function choiceOf(data, isEvery) {
  // The numbers of the facets that must hold of one and the same way in.
  const route = data.route.map(id => data.facets.findIndex(facet => facet.id === id));
  /** @type {(item: Profession, at: number) => number[]} */
  const valuesOf = (item, at) => item.v[at] || [];

  /** @type {(way: number[], ticked: Ticked, without: number) => boolean} */
  const wayFits = (way, ticked, without) => route.every((at, place) =>
    at < 0 || at === without || !ticked[at].length || ticked[at].includes(way[place]));

  /**
   * Whether a profession has what is asked, leaving out one facet.
   * @param {Profession} item
   * @param {Ticked} ticked
   * @param {number} [without]
   */
  function fits(item, ticked, without = -1) {
    const holds = ticked.every((asked, at) => {
      if (at === without || !asked.length || route.includes(at)) { return true; }
      const values = valuesOf(item, at);
      return isEvery(at) ? asked.every(value => values.includes(value)) : asked.some(value => values.includes(value));
    });
    const asksWays = route.some(at => at >= 0 && at !== without && ticked[at].length > 0);
    return holds && (!asksWays || item.w.some(way => wayFits(way, ticked, without)));
  }

  /** @type {(ticked: Ticked, without?: number) => Profession[]} */
  const left = (ticked, without) => data.items.filter(item => fits(item, ticked, without));

  /**
   * How many professions each option of a facet would leave. What is ticked in the same facet widens the choice, so it does
   * not count; where every box must hold, it narrows it and does.
   * @param {number} at
   * @param {Ticked} ticked
   */
  function counts(at, ticked) {
    const numbers = data.facets[at].options.map(() => 0);
    const place = route.indexOf(at);
    for (const item of left(ticked, isEvery(at) ? -1 : at)) {
      const ways = item.w.filter(way => place >= 0 && way[place] >= 0 && wayFits(way, ticked, at));
      const values = place < 0 ? valuesOf(item, at) : new Set(ways.map(way => way[place]));
      values.forEach(value => { numbers[value] += 1; });
    }
    return numbers;
  }

  /**
   * What to take away so that something is left: the facet, its option (-1 for all of them) and how many it would leave; most
   * first. A single box, or, where none helps, a whole facet.
   * @param {Ticked} ticked
   */
  function loosened(ticked) {
    const boxes = ticked.flatMap((asked, at) => asked.map(option => {
      const rest = ticked.map((list, other) => (other === at ? list.filter(one => one !== option) : list));
      return { at, option, left: left(rest).length };
    }));
    const whole = () => ticked.flatMap((asked, at) =>
      (asked.length ? [{ at, option: -1, left: left(ticked, at).length }] : []));
    const found = boxes.filter(offer => offer.left);
    return (found.length ? found : whole().filter(offer => offer.left)).sort((a, b) => b.left - a.left);
  }

  return { left, counts, loosened };
}
