/* Queries remembered, on this device only. */
import { keep, recall } from "../base/storage.js";
import { here } from "./place.js";

// Sites of one host, and all those on one disk, share a storage: so the address of the site is in the key.
const KEY = `bagyt-recent:${here.lang}:${new URL(here.data, location.href).pathname}`;
const MOST = 8;

/** @returns {string[]} */
export function recent() {
  try {
    const list = JSON.parse(recall(KEY) || "[]");
    return Array.isArray(list) ? list.filter(q => typeof q === "string").slice(0, MOST) : [];
  } catch { return []; }
}

/** @param {string} query */
export function remember(query) {
  const q = query.trim().slice(0, 200);
  if (q) { keep(KEY, JSON.stringify([q, ...recent().filter(old => old !== q)].slice(0, MOST))); }
}

export function forget() { keep(KEY, null); }
