/**
 * What an object of data has under a name that comes from elsewhere, and not what every object has.
 * @template T
 * @param {Readonly<Record<string, T>> | null | undefined} data
 * @param {string | null} name
 * @returns {T | undefined}
 */
export const own = (data, name) => (data && name !== null && Object.hasOwn(data, name) ? data[name] : undefined);
