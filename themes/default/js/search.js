/* Bagyt: search. The box of a page, the list under it, and the marked words on the page one arrives at. The results
 * page adds results.js.
 *
 * Whatever fails here, something simpler is left: the full text needs the engine (WebAssembly, in a worker), titles
 * need one file of data, and without this script the box leads to the alphabetical index.
 *
 * Pages are opened from disks too, where nothing can be fetched. So every file of data is a script that calls back:
 * see `bagytSearch`. Queries, addresses and data become text nodes, never markup. */
(() => {
  "use strict";

  const here = document.currentScript.dataset;
  const texts = document.getElementById("site-words").dataset;
  const root = here.data.replace(/search\/$/, "");
  const PATIENCE = 15000; // after which a file is called slow

  /* Texts and elements */

  // A text of the interface with its {names} filled in, by elements too: a list; or as one string.
  function say(text, values) {
    return (text || "").split(/\{(\w+)\}/).map((part, i) => (i % 2 ? values[part] : part));
  }
  const tell = (text, values) => say(text, values).join("");
  const { figure, form: formOf } = window.bagytNumbers;
  function plural(name, n) {
    const form = formOf(n);
    return tell(texts[name + form[0].toUpperCase() + form.slice(1)] || texts[name + "Other"], { n: figure(n) });
  }

  // el("a.hit", {href: "…"}, children…): what is null or false is left out.
  function el(name, attributes, ...children) {
    const [tag, kind] = name.split(".");
    const element = document.createElement(tag);
    if (kind) { element.className = kind; }
    for (const key in attributes) {
      const value = attributes[key];
      if (typeof value === "function") { element.addEventListener(key, value); }
      else if (value != null && value !== false) { element.setAttribute(key, value); }
    }
    element.append(...children.flat().filter(Boolean));
    return element;
  }
  function button(text, run, kind) {
    const click = event => {
      run();
      // Pressed with a key and gone by now: the focus goes on from the box.
      if (!event.detail && !event.target.isConnected && document.activeElement === document.body) {
        document.getElementById("site-q").focus();
      }
    };
    return el("button." + (kind || "quiet"), { type: "button", click }, text);
  }
  // What an object of data has under a name that comes from elsewhere, and not what every object has.
  const of = (data, name) => (data && Object.prototype.hasOwnProperty.call(data, name) ? data[name] : undefined);
  const link = (text, href, click) => el("a", { href, click }, text);

  // Texts with every second string marked, as the engine gives them.
  const marked = parts => parts.map((part, i) => (i % 2 ? el("mark", {}, part) : part));

  function results(q, kind, publication) {
    const one = (name, value) => (value ? "&" + name + "=" + encodeURIComponent(value) : "");
    return here.results + "?q=" + encodeURIComponent(q) + one("kind", kind) + one("publication", publication);
  }
  function target(page, words, anchor) {
    const marks = words && words.length ? "?hl=" + encodeURIComponent(words.join(",")) : "";
    return root + page + marks + (anchor ? "#" + encodeURIComponent(anchor) : "");
  }

  /* Words */

  const PART = /[\p{Alphabetic}\p{N}]/u;
  let letters = null; // what the engine makes of letters, out of `start.js`

  function learn(given) {
    const any = chars => new RegExp("[" + chars + "]", "u");
    letters = letters || Object.assign({}, given, { ignored: any(given.ignored), cyrillic: any(given.cyrillic) });
  }
  const small = letter => String.fromCodePoint(letter.toLowerCase().codePointAt(0));
  // The small letter that stands for a letter.
  const same = letter => of(letters.same, small(letter)) || small(letter);
  // A text's words as the engine's analysis sees them, each with its letters, where it stands, and where each letter ends.
  function wordsOf(text) {
    const found = [];
    let word = null;
    let at = 0;
    const close = () => { if (word) { found.push(finish(word)); word = null; } };
    for (const c of text) {
      const end = at + c.length;
      const last = word && word.raw.length - 1;
      if (PART.test(c)) {
        word = word || { start: at, raw: [], ends: [] };
        word.raw.push(c);
        word.ends.push(end);
      } else if (word && letters.ignored.test(c)) {
        word.raw[last] = of(letters.composed, small(word.raw[last]) + c) || word.raw[last];
        word.ends[last] = end;
      } else if (word && letters.signs.includes(c) && word.raw.every(letter => letter < "\u0080")) {
        word.raw.push(c);
        word.ends.push(end);
      } else { close(); }
      at = end;
    }
    close();
    return found;
  }
  function finish({ start, raw, ends }) {
    // An abbreviation is without the suffix that was hung on it: «ЖРТга».
    const hung = /^(\p{Uppercase}{2,})\p{Lowercase}+$/u.exec(raw.join(""));
    let word = raw.slice(0, hung ? Array.from(hung[1]).length : raw.length).map(same);
    const cyrillic = letter => letters.cyrillic.test(letter);
    // A Latin letter among Cyrillic ones was meant to be one.
    if (word.some(cyrillic) && !word.every(cyrillic)) { word = word.map(letter => of(letters.alike, letter) || letter); }
    return { word: word.join(""), start, end: ends[ends.length - 1], ends };
  }
  const folded = text => wordsOf(text).map(({ word }) => word);

  /* Queries remembered, on this device only */

  // Sites of one host, and all those on one disk, share a storage: so the address of the site is in the key.
  const KEY = "bagyt-recent:" + here.lang + ":" + new URL(here.data, location.href).pathname;
  function recent() {
    try {
      const list = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(list) ? list.filter(q => typeof q === "string").slice(0, 8) : [];
    } catch (e) { return []; }
  }
  function remember(query) {
    const q = query.trim().slice(0, 200);
    const list = [q, ...recent().filter(old => old !== q)].slice(0, 8);
    try { if (q) { localStorage.setItem(KEY, JSON.stringify(list)); } } catch (e) { /* not remembered */ }
  }
  function forget() {
    try { localStorage.removeItem(KEY); } catch (e) { /* there was nothing */ }
  }

  /* Files */

  const awaited = new Map(); // name → [resolve, reject] of the attempt that waits for it
  const loads = new Map(); // name → promise
  const slow = new Set(); // names of files that take long
  let changed = () => {}; // draws the view again

  function settle(name, side, value) {
    const attempt = awaited.get(name);
    awaited.delete(name);
    if (attempt) { attempt[side](value); }
  }
  function arrive(name, value) { settle(name, value ? 0 : 1, value); }

  window.bagytSearch = {
    start: (lang, info) => arrive(lang + "/start", info),
    titles: arrive,
    chunk: arrive,
    words: folded,
  };

  const anew = () => "?again=" + Date.now(); // another address passes by what the browser has stored

  function request(name, query) {
    // `load` comes after the script has run: who still waits then has been given nothing. A further attempt may have
    // begun by then; it waits for a script of its own.
    const mine = awaited.get(name);
    const end = () => {
      tag.remove();
      if (awaited.get(name) === mine) { settle(name, 1); }
    };
    const tag = el("script", { src: here.data + name + ".js" + (query || ""), load: end, error: end });
    document.head.append(tag);
  }
  async function attempt(name, use, query) {
    const timer = setTimeout(() => { slow.add(name); changed(); }, PATIENCE);
    try {
      return await use(await new Promise((resolve, reject) => {
        awaited.set(name, [resolve, reject]);
        request(name, query);
      }));
    } finally {
      clearTimeout(timer);
      slow.delete(name);
    }
  }
  // Loads a file and puts it to use. What fails, loading or use, is tried once more without a word; then it is an error
  // that names the file, and whoever asks next tries anew.
  function load(name, use) {
    if (!loads.has(name)) {
      const loading = attempt(name, use).catch(error => {
        if (barred) { throw error; }
        return attempt(name, use, anew());
      });
      loads.set(name, loading.catch(error => {
        loads.delete(name);
        error = error || {};
        throw { file: error.file || name, barred };
      }));
    }
    return loads.get(name);
  }

  /* Engine */

  // Runs in the worker, as text: nothing from outside is known in it.
  function work() {
    let engine;
    const inflate = async text => {
      const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      const reader = stream.getReader();
      const parts = [];
      let length = 0;
      for (let part; !(part = await reader.read()).done;) {
        parts.push(part.value);
        length += part.value.length;
        if (length > 256 * 1024 * 1024) { throw 0; } // no file of an index is so large
      }
      return new Uint8Array(await new Blob(parts).arrayBuffer());
    };
    // Memory may move whenever the engine runs, so each view of it is used at once.
    const put = bytes => {
      const at = engine.take(bytes.length);
      new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
      return bytes.length;
    };
    const jobs = {
      async engine(text) {
        const bytes = await inflate(text);
        const made = await WebAssembly.instantiate(bytes, {}).catch(() => { throw "barred"; });
        engine = made.instance.exports;
        return 1;
      },
      async open(slot, text) {
        const bytes = await inflate(text);
        return engine.open(slot, put(bytes));
      },
      async add(slot, id, text) {
        const bytes = await inflate(text);
        return engine.add(slot, id, put(bytes));
      },
      ask(slot, question) {
        const length = engine.ask(slot, put(new TextEncoder().encode(question)));
        const bytes = new Uint8Array(engine.memory.buffer, engine.answer(), length);
        return JSON.parse(new TextDecoder().decode(bytes));
      },
    };
    onmessage = async event => {
      const [number, name, ...rest] = event.data;
      try { postMessage([number, await jobs[name](...rest)]); }
      catch (error) { postMessage([number, 0, error === "barred", error instanceof Error]); }
    };
  }

  let worker = null;
  let barred = false; // whether this browser cannot or may not run the engine
  let count = 0;
  const calls = new Map(); // number → [resolve, reject]

  // Asks the worker; 0, its answer to anything damaged, is an error.
  function call(...message) {
    return new Promise((resolve, reject) => {
      if (!worker) { reject(); return; } // dismissed meanwhile
      const mine = ++count;
      calls.set(mine, [resolve, reject]);
      worker.postMessage([mine, ...message]);
      setTimeout(() => { if (calls.has(mine)) { dismiss(); } }, PATIENCE);
    });
  }
  function hire() {
    if (worker) { return; }
    try {
      if (barred) { throw 0; }
      new DecompressionStream("deflate-raw");
      WebAssembly.instantiate;
      worker = new Worker(URL.createObjectURL(new Blob(["(" + work + ")()"], { type: "text/javascript" })));
    } catch (e) { barred = true; throw { barred }; }
    worker.onmessage = event => {
      const [number, answer, bar, broken] = event.data;
      const [resolve, reject] = calls.get(number) || [];
      if (!reject) { return; }
      calls.delete(number);
      barred = barred || !!bar;
      if (answer) { resolve(answer); return; }
      reject();
      if (broken) { dismiss(); } // it died of what it was given
    };
    // A worker that may not start says so here, and only here.
    worker.onerror = () => { barred = true; dismiss(); };
  }
  // After an error inside the engine nothing in its memory can be trusted: the next question begins anew.
  function dismiss() {
    if (worker) { worker.terminate(); }
    worker = null;
    calls.forEach(([, reject]) => reject());
    calls.clear();
    loads.forEach((_, name) => { if (!/\/(start|t-[^/]*)$/.test(name)) { loads.delete(name); } });
    Object.values(indexes).forEach(index => { index.added.clear(); index.opening = null; });
  }

  /* The index of a language */

  const indexes = Object.create(null);
  function indexOf(lang) {
    if (!indexes[lang]) {
      indexes[lang] = { lang, slot: Object.keys(indexes).length, added: new Set(), done: 0, total: 0, entries: [] };
    }
    return indexes[lang];
  }

  function entriesOf(list) {
    return list.map(([title, page, kind, publication, also]) => ({
      title, page, kind, publication, folded: folded(title), also: (also || []).map(text => [text, folded(text)]),
    }));
  }
  function take(index, info) {
    learn(info.letters);
    index.info = info;
    index.entries = entriesOf(info.titles || []);
    index.total = info.engine_bytes + info.boot_bytes;
  }
  // Whether the browser gave a file out of its store without asking the host. Browsers that do not tell count as such.
  async function isStored(name) {
    if (!/^http/.test(location.protocol)) { return false; }
    await new Promise(resolve => { setTimeout(resolve); }); // by then the request has been noted
    const { href } = new URL(here.data + name + ".js", location.href);
    const noted = performance.getEntriesByName(href).pop();
    return !!noted && !noted.transferSize;
  }
  // `start.js` alone keeps its name when the site changes. Where the host does not say that it must be asked for each time,
  // the browser may give an old one: then it is asked for under a name that is new every ten minutes.
  function start(index) {
    const name = index.lang + "/start";
    return load(name, async info => {
      if (await isStored(name)) {
        info = await attempt(name, async fresh => fresh, "?at=" + Math.floor(Date.now() / 600000)).catch(() => info);
      }
      take(index, info);
    });
  }
  // A file that is gone: perhaps the site was published anew after `start.js` was loaded, and its files have other names.
  // Gives whether there are such.
  function renew(index, old) {
    if (index.info !== old) { return true; }
    index.renewing = index.renewing || attempt(index.lang + "/start", async info => {
      const other = JSON.stringify(info) !== JSON.stringify(old);
      if (other) {
        dismiss();
        take(index, info);
      }
      return other;
    }, anew()).catch(() => false).then(other => { index.renewing = null; return other; });
    return index.renewing;
  }
  // Runs what needs files of the index, and once more when these have been renewed.
  async function current(index, run) {
    const old = index.info;
    try { return await run(); } catch (error) {
      if ((error && error.barred) || !index.info || !await renew(index, old || index.info)) { throw error; }
      return run();
    }
  }
  function open(index) {
    const all = async () => {
      await start(index);
      hire();
      const { engine, engine_bytes, boot, boot_bytes } = index.info;
      const step = bytes => { index.done += bytes; changed(); };
      index.done = 0;
      const ready = load(engine, text => call("engine", text));
      ready.then(() => step(engine_bytes), () => {});
      await load(boot, async text => {
        step(boot_bytes);
        await ready;
        return call("open", index.slot, text);
      });
    };
    index.opening = index.opening || all().catch(error => { index.opening = null; throw error; });
    return index.opening;
  }

  // First stage: pages by the beginnings of the words of their titles and keywords, best first.
  async function titles(index, query) {
    await start(index);
    return current(index, () => titled(index, query));
  }
  async function titled(index, query) {
    const asked = folded(query);
    const q = asked.join(" ");
    if (!q) { return []; }
    let entries = index.entries;
    if (index.info.shards) {
      // Every page with all the words stands in the file of each of them; the longest key means the smallest file.
      const keyOf = word => {
        let key = word;
        while (key && !of(index.info.shards, key)) { key = key.slice(0, -1); }
        return key;
      };
      const key = asked.map(keyOf).sort((a, b) => b.length - a.length)[0];
      if (!key) { return []; }
      entries = await load(index.info.shards[key], async list => entriesOf(list));
    }
    const begins = (words, word) => words.some(own => own.startsWith(word));
    const found = [];
    for (const entry of entries) {
      const missing = asked.filter(word => !begins(entry.folded, word));
      const other = missing.length ? entry.also.find(([, words]) => missing.every(word => begins(words, word))) : null;
      if (missing.length && !other) { continue; }
      const title = entry.folded.join(" ");
      const rank = other ? 3 : title === q ? 0 : title.startsWith(q) ? 1 : 2;
      found.push({ entry, rank, also: other && other[0], asked });
    }
    return found.sort((a, b) => a.rank - b.rank);
  }

  // A title with what was typed of its words marked, and the whole words for the page to mark.
  function hitOf({ entry, also, asked }) {
    const parts = text => {
      const list = [];
      let done = 0;
      for (const { word, start: at, end, ends } of wordsOf(text)) {
        const typed = asked.filter(q => word.startsWith(q)).sort((a, b) => b.length - a.length)[0];
        if (!typed) { continue; }
        words.push(text.slice(at, end));
        list.push(text.slice(done, at), text.slice(at, ends[Array.from(typed).length - 1]));
        done = ends[Array.from(typed).length - 1];
      }
      return [...list, text.slice(done)];
    };
    const words = [];
    return Object.assign({}, entry, { title: parts(entry.title), also: also && parts(also), words });
  }

  // Second stage: asks until nothing is missing, shows each answer. Files that fail leave what the others gave.
  function search(index, question, show) {
    return current(index, () => searched(index, question, show));
  }
  async function searched(index, question, show) {
    await open(index);
    const failed = new Map();
    for (;;) {
      const answer = await call("ask", index.slot, JSON.stringify(question)).catch(() => {
        dismiss();
        throw { file: index.info.engine };
      });
      // A word left unfinished is better than a guess at another one.
      if (!question.typing && !answer.need.length && (answer.corrected || answer.total === 0)) {
        question = Object.assign({}, question, { typing: true });
        continue;
      }
      // What was added and is still asked for would be asked for for ever.
      const lost = answer.need.find(({ id }) => index.added.has(id));
      const need = answer.need.filter(({ id, file }) => !index.added.has(id) && !failed.has(file));
      if (!show(answer)) { return; }
      if (!need.length) {
        const error = failed.values().next().value || (lost && { file: lost.file });
        if (error) { throw error; }
        return;
      }
      // The next question follows the first file that comes, so that results appear as they arrive.
      await Promise.race(need.map(({ id, file }) =>
        load(file, text => call("add", index.slot, id, text))
          .then(() => index.added.add(id), error => failed.set(file, error))));
    }
  }

  /* A search under way */

  // A press and its release are a click only if what was pressed is still there: until the release, drawing waits.
  function steady(draw) {
    let pressed = 0;
    let late = false;
    const release = () => {
      clearTimeout(pressed);
      pressed = 0;
      if (late) { late = false; draw(); }
    };
    // A release outside of the window may never be told.
    document.addEventListener("pointerdown", () => { pressed = pressed || setTimeout(release, 3000); });
    for (const end of ["pointerup", "pointercancel", "contextmenu"]) {
      document.addEventListener(end, () => { setTimeout(release); });
    }
    return () => { if (pressed) { late = true; } else { draw(); } };
  }

  // Holds what is known of the newest query and calls `show` when that changes.
  function seeker(show) {
    const draw = steady(show);
    let run = 0;
    let timer = 0;
    const state = { q: "", titles: [] };
    const index = indexOf(here.lang);
    changed = draw;

    async function ask(mine, which, question, into) {
      try {
        await search(which, question, answer => {
          // Before anything is known, what was found for the last query stays.
          if (mine === run && (answer.total != null || answer.hits.length)) {
            Object.assign(into, { answer, fresh: true });
            draw();
          }
          return mine === run;
        });
      } catch (error) {
        if (mine === run) { into.error = error; }
      }
      if (mine !== run) { return; }
      into.busy = false;
      if (!into.fresh) { into.answer = null; }
      draw();
    }
    return {
      state,
      // `question` is the engine's, without q; `wait` lets fast typing pass.
      find(q, question, wait) {
        const mine = ++run;
        clearTimeout(timer);
        Object.assign(state, { q, error: null, foreign: null, busy: !!q, fresh: false });
        if (!q) { Object.assign(state, { titles: [], answer: null }); }
        draw();
        if (!q) { return; }
        const named = (found, error) => {
          if (mine === run) { Object.assign(state, { titles: found.map(hitOf), error: error || state.error }); draw(); }
        };
        titles(index, q).then(named, error => named([], error));
        timer = setTimeout(ask, wait, mine, index, Object.assign({ q }, question), state);
      },
      // Only when asked for: a second language costs as much as the first.
      abroad() {
        state.foreign = { busy: true };
        ask(run, indexOf(here.other), { q: state.q, typing: false, kind: null, publication: null, from: 0, limit: 8 },
          state.foreign);
        draw();
      },
    };
  }

  /* What a view says beside its results */

  const other = () => el("span", { lang: here.other }, here.otherName);
  const ways = own => el("p.find-ways", {}, own, el("a.quiet", { href: here.alphabet }, texts.alphabet));
  const note = (...children) => el("p.find-note", {}, ...children);

  // `again` searches once more, `set` puts another query in the place of this one.
  function notes(seek, again, set) {
    const { q, answer, fresh, error, busy, foreign, titles: named } = seek.state;
    const list = [];
    const index = indexOf(here.lang);
    const better = fresh && answer.did_you_mean;
    if (better) {
      const go = link(better, results(better), event => { event.preventDefault(); set(better); });
      list.push(note(say(answer.corrected ? texts.corrected : texts.didYouMean, { q, better: go })));
    }
    if (busy && !fresh) {
      const known = index.total > 0;
      const percent = known ? Math.min(100, Math.round(100 * index.done / index.total)) : 0;
      if (percent < 100) {
        const text = tell(texts.loading, { percent });
        const value = known && percent;
        list.push(el("div.find-progress", {}, text, el("progress", { "aria-label": text, max: 100, value })));
      }
    }
    if (busy && slow.size) {
      list.push(note(texts.slow), ways(button(texts.retry, () => {
        slow.clear();
        awaited.forEach((_, name) => request(name, anew()));
        changed();
      })));
    }
    const failed = error || (foreign && foreign.error);
    if (failed) {
      const file = el("code", {}, failed.file + ".js");
      list.push(note(failed.barred ? texts.onlyTitles : say(texts.failed, { file })));
      list.push(ways(!failed.barred && button(texts.retry, error ? again : () => seek.abroad())));
    }
    if (!busy && !named.length && (fresh ? answer.total === 0 : error && error.barred)) {
      list.push(note(el("strong", {}, say(fresh ? texts.none : texts.noneTitled, { q }))));
      if (!error) {
        const go = here.other && !foreign && button(
          el("span", {}, say(texts.foreign, { language: other() })), () => seek.abroad());
        list.push(ways(go));
      }
      if (foreign && foreign.answer && foreign.answer.total === 0) {
        list.push(note(say(texts.foreignNone, { language: other() })));
      }
    }
    return list;
  }

  const skeletons = n => Array.from({ length: n }, () =>
    el("div.find-wait", { "aria-hidden": "true" }, el("span"), el("span"), el("span")));

  // What screen readers are told: the last of a burst, once it is over.
  function speaker(region) {
    let timer = 0;
    return text => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (region.textContent !== text) { region.textContent = text; } }, 700);
    };
  }
  function summary({ q, titles: named, answer, fresh, busy, error, foreign }) {
    if (foreign && foreign.answer) { return here.otherName + ": " + plural("found", foreign.answer.total || 0); }
    if (fresh && answer.total === 0 && !named.length) { return tell(texts.none, { q }); }
    if (fresh && answer.total != null) { return plural("found", Math.max(answer.total, named.length)); }
    if (error) { return error.barred ? texts.onlyTitles : tell(texts.failed, { file: error.file }); }
    return q && (named.length || !busy) ? plural("titled", named.length) : "";
  }
  const kindOf = (info, hit) => of(info && info.kinds, hit.kind);

  /* The box with its list */

  function combobox(form) {
    const input = form.querySelector("input");
    const opener = form.querySelector(".find-open");
    const status = el("p.hush", { role: "status" });
    const list = el("div.find-list", { role: "listbox", id: "site-hits", "aria-label": texts.label });
    const above = el("div.find-above");
    const below = el("p.find-below");
    const panel = el("div.find-panel", { hidden: "" }, above, list, below);
    const speak = speaker(status);
    const seek = seeker(draw);
    const index = indexOf(here.lang);
    let options = [];
    let active = null;
    let closed = true;

    form.querySelector(".find-sheet").append(panel, status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
      ["aria-controls", list.id]]) { input.setAttribute(name, value); }

    function point(option) {
      if (active) { active.setAttribute("aria-selected", "false"); }
      active = option;
      if (!option) { input.removeAttribute("aria-activedescendant"); return; }
      option.setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
    function option(href, lang, ...children) {
      const made = el("a.find-option", {
        role: "option", "aria-selected": "false", tabindex: -1, id: "site-hit-" + options.length, href, lang,
        click: () => remember(seek.state.q),
      }, ...children);
      options.push(made);
      return made;
    }
    function hit(one, info, lang) {
      const kind = kindOf(info, one);
      return option(target(one.page, one.words, one.anchor), lang,
        el("span.find-title", {}, marked(one.title), kind && [" ", el("span.tag", {}, kind)]),
        one.also && el("span.find-place", {}, marked(one.also)),
        one.heading && el("span.find-place", {}, marked(one.heading)),
        one.excerpt && el("span.find-text", {}, marked(one.excerpt)));
    }
    function group(id, title, lang, rows) {
      if (!rows.length) { return null; }
      return el("div.find-group", { role: "group", "aria-labelledby": id },
        el("div.find-head", { id, lang, role: "presentation" }, title), rows);
    }

    function draw() {
      const { q, titles: named, answer, fresh, busy, foreign } = seek.state;
      const before = active && active.href;
      options = [];
      const groups = [];
      const told = [];
      if (!q) {
        const rows = recent().map(old => option(results(old), null, el("span.find-title", {}, old)));
        groups.push(group("site-recent", texts.recent, null, rows));
        if (rows.length) {
          told.push(texts.recentNote, " ", button(texts.forget, () => { forget(); draw(); }, "find-link"));
        }
      } else {
        const pages = named.slice(0, 4);
        groups.push(group("site-titles", texts.titles, null, pages.map(one => hit(one, index.info))));
        // A page that stands above is not told again.
        const shown = new Set(pages.map(one => one.page));
        const texted = (answer ? answer.hits : []).filter(one => (one.pending ? busy : !shown.has(one.page)));
        const rows = texted.map(one => (one.pending ? skeletons(1)[0] : hit(one, index.info)));
        groups.push(group("site-texts", texts.texts, null, rows.length || fresh || !busy ? rows : skeletons(3)));
        if (fresh && answer.total > 0 && !answer.corrected) {
          const all = option(results(q), null, tell(texts.all, { n: figure(answer.total) }));
          all.className += " find-all";
          groups.push(el("div.find-last", { role: "presentation" }, all));
        }
        if (foreign && foreign.answer) {
          const info = indexOf(here.other).info;
          groups.push(group("site-foreign", here.otherName, here.other,
            foreign.answer.hits.map(one => (one.pending ? skeletons(1)[0] : hit(one, info, here.other)))));
        } else if (foreign && foreign.busy) { groups.push(...skeletons(3)); }
        speak(summary(seek.state));
      }
      above.replaceChildren(...(q ? notes(seek, () => find(q), set) : []));
      list.replaceChildren(...groups.filter(Boolean));
      below.replaceChildren(...told);
      list.hidden = !list.firstChild;
      below.hidden = !told.length;
      panel.hidden = closed || !(list.firstChild || above.firstChild);
      input.setAttribute("aria-expanded", String(!panel.hidden && options.length > 0));
      active = null;
      point(before ? options.find(one => one.href === before) : null);
    }

    function find(q) {
      seek.find(q, { typing: true, kind: null, publication: null, from: 0, limit: 6 }, q === seek.state.q ? 0 : 120);
    }
    function set(q) {
      input.value = q;
      keep();
      input.focus();
      closed = false;
      find(q);
    }
    function close() {
      closed = true;
      panel.hidden = true;
      input.setAttribute("aria-expanded", "false");
      point(null);
    }
    function sheet(shown) {
      if (opener) {
        form.classList.toggle("is-open", shown);
        opener.setAttribute("aria-expanded", String(shown));
      }
      if (!shown) { close(); }
    }

    field(form, () => { closed = false; keep(); find(""); });
    input.addEventListener("input", () => { closed = false; keep(); find(input.value.trim()); });
    input.addEventListener("focus", () => {
      closed = false;
      open(index).catch(() => {});
      if (input.value.trim() !== seek.state.q) { find(input.value.trim()); } else { draw(); }
    });
    input.addEventListener("click", () => { if (closed) { closed = false; draw(); } });
    input.addEventListener("keydown", event => {
      if (event.isComposing) { return; }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (panel.hidden) { closed = false; draw(); }
        // Between the last option and the first lies the box itself.
        const ring = options.length + 1;
        point(options[(options.indexOf(active) + 1 + step + ring) % ring - 1] || null);
      } else if (event.key === "Enter" && active) {
        event.preventDefault();
        const { ctrlKey, metaKey, shiftKey } = event;
        active.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
      }
    });
    // Step by step: the list, the sheet, the words. From wherever the focus is: a button just pressed may be gone.
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape" || event.isComposing) { return; }
      if (!panel.hidden) { input.focus(); close(); }
      else if (form.classList.contains("is-open")) { sheet(false); opener.focus(); }
      else if (event.target === input && input.value) { form.reset(); }
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      remember(input.value);
      location.href = results(input.value.trim());
    });
    form.addEventListener("focusout", event => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) { close(); }
    });
    document.addEventListener("click", event => {
      // By now a button that was pressed may have been drawn anew.
      if (event.target.isConnected && !form.contains(event.target)) { sheet(false); }
    });
    // Reloaded or come back to, the page has the words that were in the box.
    const state = history.state || {};
    if (typeof state.box === "string" && !input.value) { input.value = state.box; }
    function keep() {
      try { history.replaceState(Object.assign({}, history.state, { box: input.value }), ""); } catch (e) { /* forgotten */ }
    }
    if (opener) {
      opener.hidden = false;
      opener.addEventListener("click", () => {
        const shown = !form.classList.contains("is-open");
        sheet(shown);
        if (shown) { input.focus(); }
      });
    }
    return () => { sheet(true); input.focus(); input.select(); };
  }

  // The button that empties a box.
  function field(form, emptied) {
    const input = form.querySelector("input");
    const clear = form.querySelector(".find-clear");
    const show = () => { clear.hidden = !input.value; };
    input.addEventListener("input", show);
    input.addEventListener("focus", show);
    form.addEventListener("reset", () => setTimeout(() => { show(); input.focus(); emptied(); }));
    show();
    return show;
  }

  /* The page one arrives at */

  function markWords() {
    const asked = new URLSearchParams(location.search).get("hl");
    const main = document.querySelector("main");
    if (!asked || !main) { return; }
    // The words stand on the page as they stand in the address: what the engine makes of letters is not needed.
    const WORD = /[\p{L}\p{M}\p{N}\u00ad\u2060]+/gu;
    const plain = word => word.normalize("NFC").toLowerCase().replace(/[\u00ad\u2060]/g, "");
    const words = new Set(asked.split(",", 20).flatMap(word => plain(word.slice(0, 60)).match(WORD) || []));
    const skip = "nav, script, style, noscript, template, button, textarea, select, svg, code, [hidden], .anchor";
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(skip)) { nodes.push(walker.currentNode); }
    }
    const marks = [];
    for (const node of nodes) {
      const text = node.data;
      const parts = [];
      let done = 0;
      text.replace(WORD, (word, at) => {
        if (marks.length >= 200 || !words.has(plain(word))) { return; }
        const mark = el("mark.hl", {}, word);
        marks.push(mark);
        parts.push(text.slice(done, at), mark);
        done = at + word.length;
      });
      if (parts.length) { node.replaceWith(...parts, text.slice(done)); }
    }
    if (!marks.length) { return; }
    const chip = el("p.marks", {}, el("span", {}, plural("marks", marks.length)), button(texts.unmark, () => {
      marks.forEach(mark => mark.replaceWith(mark.textContent));
      main.normalize();
      chip.remove();
      document.documentElement.classList.remove("has-marks");
      try { history.replaceState(history.state, "", location.pathname + location.hash); }
      catch (e) { /* the address keeps them */ }
      main.focus({ preventScroll: true });
    }));
    document.documentElement.classList.add("has-marks");
    main.prepend(chip);
    let anchor = location.hash.slice(1);
    try { anchor = decodeURIComponent(anchor); } catch (e) { /* as it stands */ }
    const place = anchor && document.getElementById(anchor);
    if (place) { place.scrollIntoView(); }
  }

  /* Start */

  const form = document.querySelector("form.find");
  const out = document.getElementById("site-results");
  let enter = null; // puts the cursor into the box

  if (out) {
    // The results page has a script of its own, which comes after this one and is given what it needs of it.
    window.bagytSearch.page = run => {
      enter = run({
        form, out, here, texts, plural, el, button, link, marked, results, target, recent, remember, forget,
        indexOf, open, seeker, notes, skeletons, speaker, summary, kindOf, field, tell, figure, of,
      });
    };
  } else {
    if (form) { enter = combobox(form); }
    markWords();
  }

  document.addEventListener("keydown", event => {
    if (!enter || event.defaultPrevented) { return; }
    const { key, code, ctrlKey, metaKey, altKey } = event;
    // By place on the keyboard too, for where Cyrillic letters are typed the keys have other names.
    const k = (ctrlKey || metaKey) && !altKey && (key === "k" || code === "KeyK");
    const slash = !ctrlKey && !metaKey && !altKey && (key === "/" || (code === "Slash" && key === "."));
    if (k || (slash && !event.target.closest("input, textarea, select, [contenteditable]"))) {
      event.preventDefault();
      enter();
    }
  });
})();
