/* One document: its form, and beside it the sheet and what the check has noticed. */
/** @import { BuilderPart, MadeDocument, MadeEntry } from "../shapes" */
import { button, el } from "../base/elements.js";
import { blocksOf } from "./blocks.js";
import { mended, noticed } from "./check.js";
import { written } from "./dates.js";
import { makeField } from "./fields.js";
import { LAYOUTS, isEmpty, linesOf, newEntry, only } from "./model.js";
import { callOf, changeDocument, data, documentOf, entryOf, fileName, handOut, handOutText, languageOf, partOf, recordsOfKind, report, shelf, sureButton, tell, showPart } from "./page.js";
import { toResume } from "./resume.js";
import { makePreview, printable } from "./sheets.js";
import { starterOf } from "./starter.js";
import { wordFile } from "./word.js";

const WAIT = 120; // milliseconds that fast typing waits for the sheet

/**
 * Opens a document in its form.
 * @param {string} record its name in the store
 * @param {() => void} leave
 */
export function openEditor(record, leave) {
  const found = documentOf(record);
  if (!found) { leave(); return; }
  /** What is in the form now. @type {MadeDocument} */
  let made = found;
  let waiting = 0;
  const preview = makePreview();
  const findings = el("ul.builder-findings");
  const check = el("section.builder-check", { "aria-labelledby": "builder-check" }, el("h3", { id: "builder-check" }, tell("check")), findings);
  const form = el("div.builder-parts");
  const heading = el("h2", {}, callOf(made));

  /** @param {(now: MadeDocument) => void} edit */
  const change = edit => {
    changeDocument(record, edit);
    made = documentOf(record) || made;
    clearTimeout(waiting);
    waiting = setTimeout(draw, WAIT);
  };
  const words = () => languageOf(made.lang).words;
  const blocks = () => blocksOf(made, data.parts, words());

  function draw() {
    if (!preview.element.isConnected) { return; }
    const pages = preview.draw(blocks(), made);
    document.documentElement.setAttribute("data-document", fileName(made));
    heading.textContent = callOf(made);
    const list = noticed(made, data, { pages, today: new Date().toISOString().slice(0, 10) });
    findings.replaceChildren(...(list.length ? list.map(finding => {
      const { id, part, entry, field } = finding;
      const values = { ...finding.values };
      for (const name of ["from", "to"]) { if (name in values) { values[name] = written(String(values[name]), languageOf(document.documentElement.lang).words); } }
      const text = tell(`check-${id}`, values);
      const place = fieldId(part, entry || made.parts[part]?.[0].id || "", field || "");
      return el("li", { "data-finding": id }, text, " ",
        field ? button("quiet", tell("check-show"), () => showPlace(place), { "aria-label": `${tell("check-show")}: ${text}` }) : null,
        id === "letters" ? button("quiet", tell("check-mend"), mendLetters) : null);
    }) : [el("li.is-fine", {}, tell("check-fine"))]));
  }

  /** @param {string} part @param {string} entry @param {string} field */
  const fieldId = (part, entry, field) => `builder-${part}-${entry}-${field}`;
  /** @param {string} id */
  function showPlace(id) {
    const place = document.getElementById(id) || document.getElementById(`${id}-year`);
    place?.scrollIntoView({ block: "center" });
    place?.focus();
  }
  function mendLetters() {
    change(now => {
      for (const entry of Object.values(now.parts).flat()) {
        for (const [field, text] of Object.entries(entry.values)) {
          if (!["email", "url", "image", "phone"].includes(field)) { entry.values[field] = mended(text, data.letters); }
        }
      }
    });
    drawForm();
    report(tell("check-mended"));
    draw();
    const next = findings.querySelector("button");
    (next instanceof HTMLElement ? next : heading).focus();
  }

  /* The form */

  /** @param {BuilderPart} part @param {MadeEntry} entry */
  const fields = (part, entry) => part.fields.map(field => makeField(fieldId(part.id, entry.id, field.id), field, entry.values[field.id] || "",
    { lang: made.lang, prompts: words()[`prompt.${field.id}`] && part.id === "letter" ? words()[`prompt.${field.id}`] : [] },
    text => change(now => { entryOf(now, part.id, entry.id).values[field.id] = text; })));

  /** @param {BuilderPart} part @param {MadeEntry} entry @param {number} at */
  const several = (part, entry, at) => el("fieldset.builder-entry", {}, el("legend", {}, `${part.title}, № ${at + 1}`), ...fields(part, entry),
    made.parts[part.id].length > 1 || !isEmpty(entry) ? el("p", {}, sureButton(tell("remove-entry"), tell("remove-entry-sure"), () => {
      change(now => { now.parts[part.id] = now.parts[part.id].filter(({ id }) => id !== entry.id); });
      drawForm();
      report(tell("removed"));
      document.getElementById(`builder-add-${part.id}`)?.focus();
    }, () => !isEmpty(made.parts[part.id].find(({ id }) => id === entry.id) || entry))) : null);

  const moving = () => made.order.filter(id => partOf(id)?.moves);
  /** @param {string} part @param {number} by @param {string} name */
  function move(part, by, name) {
    const list = moving();
    const other = list[list.indexOf(part) + by];
    if (!other) { return; }
    change(now => {
      const [from, to] = [now.order.indexOf(part), now.order.indexOf(other)];
      [now.order[from], now.order[to]] = [other, part];
    });
    drawForm();
    report(tell("moved", { part: partOf(part).title, n: moving().indexOf(part) + 1, all: moving().length }));
    const again = document.getElementById(`builder-${name}-${part}`);
    (again instanceof HTMLButtonElement && !again.disabled ? again : document.getElementById(`builder-${name === "up" ? "down" : "up"}-${part}`))?.focus();
  }

  /** @param {BuilderPart} part */
  function partForm(part) {
    const place = moving().indexOf(part.id);
    const mover = (/** @type {string} */ name, /** @type {number} */ by, /** @type {boolean} */ end) => button("quiet", tell(name), () => move(part.id, by, name),
      { id: `builder-${name}-${part.id}`, "aria-label": `${tell(name)}: ${part.title}`, disabled: end });
    return el("section.builder-part", { "data-part": part.id, "aria-labelledby": `builder-part-${part.id}` },
      el("div.builder-part-head", {}, el("h3", { id: `builder-part-${part.id}` }, part.title),
        part.moves ? el("p.builder-movers", {}, mover("up", -1, place === 0), " ", mover("down", 1, place === moving().length - 1)) : null),
      el("p.builder-help", {}, part.help),
      part.many ? made.parts[part.id].map((entry, at) => several(part, entry, at)) : fields(part, made.parts[part.id][0]),
      part.many ? el("p", {}, button("quiet", tell("add"), () => {
        const entry = newEntry();
        change(now => { now.parts[part.id].push(entry); });
        drawForm();
        report(tell("added"));
        showPlace(fieldId(part.id, entry.id, part.fields[0].id));
      }, { id: `builder-add-${part.id}`, "aria-label": `${tell("add")}: ${part.title}` })) : null);
  }

  function drawForm() {
    const fixed = data.parts.filter(({ moves }) => !moves).map(({ id }) => id);
    form.replaceChildren(...[...fixed, ...moving()].map(id => partForm(partOf(id))));
  }

  function settings() {
    const called = el("input", { id: "builder-called", type: "text", autocomplete: "off", maxlength: 80, "aria-describedby": "builder-called-help" });
    called.value = made.called;
    called.addEventListener("input", () => change(now => { now.called = called.value; }));
    const language = el("select", { id: "builder-language", "aria-describedby": "builder-language-help" }, ...data.languages.map(({ code, name }) => el("option", { value: code, lang: code }, name)));
    language.value = made.lang;
    language.addEventListener("change", () => {
      change(now => { now.lang = language.value; });
      drawForm();
      starter.replaceChildren(starterNow() || "");
    });
    const layouts = LAYOUTS.map(name => {
      const box = el("input", { type: "radio", name: "builder-layout", value: name });
      box.checked = made.layout === name;
      box.addEventListener("change", () => change(now => { now.layout = name; }));
      return el("label.builder-tick", {}, box, el("span", {}, tell(`layout-${name}`)));
    });
    return el("section.builder-part.builder-settings", { "aria-labelledby": "builder-settings" }, el("h3", { id: "builder-settings" }, tell("settings")),
      el("div.builder-field", {}, el("label", { for: "builder-called" }, tell("called")), el("p.builder-help", { id: "builder-called-help" }, tell("called-help")), called),
      el("div.builder-field", {}, el("label", { for: "builder-language" }, tell("language")), el("p.builder-help", { id: "builder-language-help" }, tell("language-help")), language),
      data.kind === "cv" ? el("fieldset.builder-field", {}, el("legend", {}, tell("layout")), ...layouts) : personOf());
  }

  /** A letter has the name and contacts of a curriculum vitae. */
  function personOf() {
    const there = recordsOfKind("cv").map(name => shelf.get(name)).filter(stored => stored !== null);
    if (!there.length) { return null; }
    return el("div.builder-field", {}, el("p", {}, tell("from-cv")), el("p.builder-row", {}, ...there.map(stored => {
      const from = /** @type {MadeDocument} */ (/** @type {unknown} */ (stored));
      return button("quiet", from.called || only(from, "person").name || tell("nameless"), () => {
        change(now => {
          const values = now.parts.person[0].values;
          for (const { id } of partOf("person").fields) { if (only(from, "person")[id]) { values[id] = only(from, "person")[id]; } }
        });
        drawForm();
        report(tell("opened"));
      });
    })));
  }

  const starter = el("div");
  const starterNow = () => (data.kind === "cv" ? starterOf(made, lines => {
    change(now => {
      const values = now.parts.skills[0].values;
      values.lines = [...new Set([...linesOf(values.lines), ...lines])].join("\n");
    });
    drawForm();
  }) : null);

  async function word() {
    report(tell("word-wait"));
    try {
      handOut(await wordFile(blocks(), made), `${fileName(made)}.docx`);
    } catch (error) { report(tell("word-failed", { why: error instanceof Error ? error.message : String(error) })); }
  }
  const give = el("p.builder-row.builder-give", {},
    button("button", tell("print"), () => {
      draw();
      window.print();
    }), " ",
    button("quiet", tell("word"), word), " ",
    button("quiet", tell("json"), () => handOutText(`${JSON.stringify(toResume(made), null, 2)}\n`, `${fileName(made)}.json`)));

  drawForm();
  starter.append(starterNow() || "");
  showPart("edit", heading, el("p.builder-row", {}, button("quiet", tell("back"), () => {
    clearTimeout(waiting);
    printable(null);
    leave();
  }), " ", button("quiet.builder-jump", tell("preview"), () => {
    preview.element.scrollIntoView({ block: "start" });
    preview.focus();
  })), el("div.builder-two", {},
    el("div.builder-left", {}, settings(), starter, form),
    el("div.builder-right", {}, preview.element, check, give)));
  printable(fileName(made));
  draw();
  // The sheet is measured again when its letters are there.
  document.fonts.ready.then(draw);
  return {
    /** Another tab has changed it. */
    refresh() {
      const now = documentOf(record);
      if (!now) { printable(null); leave(); return; }
      made = now;
      if (!form.contains(document.activeElement)) { drawForm(); }
      draw();
    },
  };
}
