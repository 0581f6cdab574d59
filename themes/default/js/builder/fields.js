/* The fields of a form: each with its help beside it, and what it holds told as it is typed. */
/** @import { BuilderField } from "../shapes" */
import { button, el } from "../base/elements.js";
import { NOW, dateOf } from "./dates.js";
import { data, report, tell } from "./page.js";

const PHOTO = 420; // pixels of its longer side

/** What browsers may fill in of themselves. @type {Record<string, string>} */
const KNOWN = { name: "name", phone: "tel", email: "email", city: "address-level2" };

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
async function smallPicture(file) {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    // A data: address is all that the page's policy lets it show.
    picture.src = await new Promise((done, failed) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => done(String(reader.result)));
      reader.addEventListener("error", failed);
      reader.readAsDataURL(file);
    });
    await picture.decode();
    const scale = Math.min(1, PHOTO / Math.max(picture.naturalWidth, picture.naturalHeight));
    const canvas = el("canvas", { width: Math.round(picture.naturalWidth * scale), height: Math.round(picture.naturalHeight * scale) });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.85);
  } finally { URL.revokeObjectURL(address); }
}

/**
 * A month and a year.
 * @param {string} id
 * @param {BuilderField} field
 * @param {string} value
 * @param {(text: string) => void} changed
 */
function monthField(id, field, value, changed) {
  const date = dateOf(value);
  const month = el("select", { id: `${id}-month`, "aria-describedby": `${id}-help` }, el("option", { value: "" }, "—"),
    ...data.months.map((name, at) => el("option", { value: String(at + 1).padStart(2, "0") }, name)));
  month.value = date?.month ? String(date.month).padStart(2, "0") : "";
  const year = el("input", { id: `${id}-year`, type: "text", inputmode: "numeric", maxlength: 4, size: 5, autocomplete: "off", "aria-describedby": `${id}-help` });
  year.value = date ? String(date.year) : value === NOW ? "" : value;
  const open = field.entry === "end" ? el("input", { type: "checkbox", id: `${id}-now` }) : null;
  if (open) { open.checked = value === NOW; }
  const told = () => {
    month.disabled = year.disabled = Boolean(open?.checked);
    const text = year.value.trim();
    changed(open?.checked ? NOW : text && month.value && /^\d{4}$/.test(text) ? `${text}-${month.value}` : text);
  };
  month.disabled = year.disabled = Boolean(open?.checked);
  for (const part of [month, year, open]) { part?.addEventListener("input", told); }
  return el("div.builder-date", {}, el("label", { for: `${id}-month` }, tell("month"), month), el("label", { for: `${id}-year` }, tell("year"), year),
    open ? el("label.builder-tick", {}, open, el("span", {}, tell("now"))) : null);
}

/**
 * @param {string} id
 * @param {string} value
 * @param {(text: string) => void} changed
 */
function photoField(id, value, changed) {
  const shown = el("p.builder-photo");
  const input = el("input", { type: "file", id, accept: "image/jpeg,image/png,image/webp", "aria-describedby": `${id}-help` });
  const show = (/** @type {string} */ address) => shown.replaceChildren(...(address ? [el("img", { src: address, alt: tell("photo-alt") }),
    button("quiet", tell("photo-remove"), () => { changed(""); show(""); input.focus(); })] : []));
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) { return; }
    input.value = "";
    try {
      const address = await smallPicture(file);
      changed(address);
      show(address);
    } catch { report(tell("photo-wrong")); }
  });
  show(value);
  return [shown, input];
}

/**
 * Ways to begin a sentence, in the language of the document.
 * @param {string[]} prompts
 * @param {string} lang
 * @param {HTMLTextAreaElement | HTMLInputElement} box
 */
function promptsOf(prompts, lang, box) {
  const insert = (/** @type {string} */ text) => {
    box.value = [box.value.trim(), text].filter(Boolean).join(" ");
    box.dispatchEvent(new Event("input"));
    box.focus();
    // The first gap is marked, to be typed over.
    const gap = box.value.lastIndexOf(text) + text.indexOf("…");
    if (text.includes("…")) { box.setSelectionRange(gap, gap + 1); }
  };
  return el("div.builder-prompts", { role: "group", "aria-label": tell("prompt") }, el("span.builder-help", {}, tell("prompt")),
    ...prompts.map(text => button("quiet", text, () => insert(text), { lang })));
}

/**
 * A field with its name, help and what it takes.
 * @param {string} id
 * @param {BuilderField} field
 * @param {string} value
 * @param {{ lang: string, prompts: string[] }} writing
 * @param {(text: string) => void} changed
 */
export function makeField(id, field, value, { lang, prompts }, changed) {
  const help = el("p.builder-help", { id: `${id}-help` }, field.help);
  if (field.entry === "begin" || field.entry === "end") {
    return el("fieldset.builder-field", { "data-field": field.id }, el("legend", {}, field.title), help, monthField(id, field, value, changed));
  }
  const label = el("label", { for: id }, field.title);
  if (field.entry === "photo") { return el("div.builder-field", { "data-field": field.id }, label, help, photoField(id, value, changed)); }
  const long = field.entry === "text" || field.entry === "lines";
  /** @type {HTMLTextAreaElement | HTMLInputElement} */
  const box = long
    ? el("textarea", { id, rows: 4, spellcheck: true, lang, "aria-describedby": `${id}-help` })
    : el("input", { id, type: ({ email: "email", tel: "tel", day: "date" })[field.entry] || "text", autocomplete: KNOWN[field.id] || "off",
      lang: field.entry === "line" ? lang : null, "aria-describedby": `${id}-help` });
  box.value = value;
  box.addEventListener("input", () => changed(box.value));
  return el("div.builder-field", { "data-field": field.id }, label, help, box, prompts.length ? promptsOf(prompts, lang, box) : null);
}
