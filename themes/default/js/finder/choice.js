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
  /** @type {(item: Profession, at: number) => readonly number[]} */
  const valuesOf = (item, at) => item.v[at] || [];

  /** @type {(way: readonly number[], ticked: Ticked, without: number) => boolean} */
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
   * What a choice leaves, and for each facet how many professions each of its options would leave. What is ticked in the same
   * facet widens the choice, so it does not count; where every box must hold, it narrows it and does. All of it is counted in one
   * walk over the professions: a phone has to do it at every touch.
   * @param {Ticked} ticked
   */
  function counted(ticked) {
    const numbers = data.facets.map(({ options }) => options.map(() => 0));
    // For each option of ways in the last profession that was counted for it, for several of its ways may have it.
    const last = data.facets.map(({ options }) => options.map(() => -1));
    const own = ticked.flatMap((asked, at) => (asked.length && !route.includes(at) ? [at] : []));
    const ofWays = route.flatMap((at, place) => (at >= 0 && ticked[at].length ? [{ at, place }] : []));
    /** @type {Profession[]} */
    const found = [];
    /** @type {(item: Profession, at: number) => void} */
    const count = (item, at) => { for (const value of valuesOf(item, at)) { numbers[at][value] += 1; } };
    data.items.forEach((item, number) => {
      // The one facet that it fails, if it fails any.
      let failed = -1;
      for (const at of own) {
        const values = valuesOf(item, at);
        const holds = isEvery(at) ? ticked[at].every(value => values.includes(value)) : ticked[at].some(value => values.includes(value));
        if (holds) { continue; }
        if (failed >= 0 || isEvery(at)) { return; }
        failed = at;
      }
      let isReached = !ofWays.length;
      for (const way of item.w) {
        const against = ofWays.filter(({ at, place }) => !ticked[at].includes(way[place]));
        isReached ||= !against.length;
        if (failed >= 0 || against.length > 1) { continue; }
        route.forEach((at, place) => {
          const value = way[place];
          if (at < 0 || value < 0 || (against.length && against[0].at !== at) || last[at][value] === number) { return; }
          last[at][value] = number;
          numbers[at][value] += 1;
        });
      }
      if (!isReached) { return; }
      if (failed >= 0) { count(item, failed); return; }
      found.push(item);
      for (let at = 0; at < numbers.length; at += 1) { if (!route.includes(at)) { count(item, at); } }
    });
    return { found, numbers };
  }

  /**
   * What of the choice a profession has: numbers of facets and options. Of ways in only those count that have all that is asked.
   * @param {Profession} item
   * @param {Ticked} ticked
   */
  function reasons(item, ticked) {
    const ways = item.w.filter(way => wayFits(way, ticked, -1));
    return ticked.flatMap((asked, at) => {
      const place = route.indexOf(at);
      const has = place < 0 ? valuesOf(item, at) : ways.map(way => way[place]);
      return asked.filter(option => has.includes(option)).map(option => ({ at, option }));
    });
  }

  /**
   * Those first that have most of what is ticked; what has as much stays in its order.
   * @param {readonly Profession[]} found
   * @param {Ticked} ticked
   */
  function bestFirst(found, ticked) {
    const rated = found.map(item => ({ item, worth: reasons(item, ticked).length }));
    return rated.sort((a, b) => b.worth - a.worth);
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

  return { left, counted, reasons, bestFirst, loosened };
}
