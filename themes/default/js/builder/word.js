/* The document as a Word file. The library that writes it is loaded when it is first asked for. */
/** @import { MadeBlock, MadeDocument } from "../shapes" */
import { el } from "../base/elements.js";
import { languageOf } from "./page.js";

const script = document.currentScript;
const LINE = 9026 + 600; // twentieths of a point between the margins
const LEFT = 2500;

/** Loads the library, once. @type {Promise<void> | null} */
let loading = null;
function library() {
  loading ??= new Promise((done, failed) => {
    const src = script?.getAttribute("data-library") || "";
    const tag = el("script", { src, load: () => done(), error: () => { loading = null; tag.remove(); failed(new Error(src)); } });
    document.head.append(tag);
  });
  return loading;
}

/**
 * The bytes of a picture that stands in its own address, and its size.
 * @param {string} address
 * @returns {Promise<{ bytes: Uint8Array, width: number, height: number, type: string } | null>}
 */
async function pictureOf(address) {
  const [, type, code] = /^data:image\/(jpeg|png);base64,(.+)$/.exec(address) || [];
  if (!code) { return null; }
  const picture = new Image();
  picture.src = address;
  try { await picture.decode(); } catch { return null; }
  return { bytes: Uint8Array.from(atob(code), sign => sign.charCodeAt(0)), width: picture.naturalWidth, height: picture.naturalHeight, type: type === "jpeg" ? "jpg" : type };
}

/**
 * @param {MadeBlock[]} blocks
 * @param {MadeDocument} made
 * @returns {Promise<Blob>}
 */
export async function wordFile(blocks, made) {
  await library();
  const { AlignmentType, BorderStyle, Document, ImageRun, Packer, Paragraph, TabStopType, TextRun } = globalThis.bagytDocx;
  const side = made.layout === "side";
  const run = (/** @type {string} */ text, more = {}) => new TextRun({ text, ...more });
  const plain = (/** @type {string} */ text, more = {}) => new Paragraph({ children: [run(text)], ...more });
  const inset = side && made.kind === "cv" ? { left: LEFT } : undefined;
  const photo = await pictureOf(blocks.find(({ kind }) => kind === "head")?.photo || "");

  /** @param {MadeBlock} block */
  const head = ({ text, label, more }) => {
    const alignment = side || photo || made.kind === "letter" ? AlignmentType.LEFT : AlignmentType.CENTER;
    const height = 110;
    return [
      photo ? new Paragraph({ children: [new ImageRun({ type: photo.type, data: photo.bytes, transformation: { width: Math.round(height * photo.width / photo.height), height } })], alignment: AlignmentType.RIGHT }) : null,
      text ? new Paragraph({ children: [run(text, { bold: true, size: 36 })], heading: "Title", alignment }) : null,
      label ? new Paragraph({ children: [run(label, { size: 24 })], alignment }) : null,
      more ? plain(more, { alignment, spacing: { after: 160 } }) : null,
    ];
  };
  /** @param {MadeBlock} block */
  const entry = ({ text, more, dates }) => {
    const what = [run(text, { bold: true }), more ? run(`, ${more}`) : null];
    const common = { keepNext: true, spacing: { before: 80 } };
    return side
      ? new Paragraph({ ...common, children: [run(dates || "", { size: 18 }), run("\t"), ...what].filter(Boolean), indent: { left: LEFT, hanging: LEFT }, tabStops: [{ type: TabStopType.LEFT, position: LEFT }] })
      : new Paragraph({ ...common, children: [...what, dates ? run(`\t${dates}`) : null].filter(Boolean), tabStops: [{ type: TabStopType.RIGHT, position: LINE }] });
  };
  const children = blocks.flatMap(block => {
    const { kind, text, more } = block;
    switch (kind) {
      case "head": return head(block);
      case "heading": return [new Paragraph({ text, heading: "Heading1", keepNext: true, border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "444444" } } })];
      case "entry": return [entry(block)];
      case "item": return [plain(text, { bullet: { level: 0 }, ...(inset ? { indent: { left: LEFT + 300, hanging: 300 } } : {}) })];
      case "date": return [plain(text, { alignment: AlignmentType.RIGHT })];
      case "subject": return [new Paragraph({ children: [run(text, { bold: true })], spacing: { before: 240, after: 120 } })];
      case "name": return [plain(text, { spacing: { before: 240 } }), more ? plain(more) : null];
      case "text": return [plain(text, { indent: inset, spacing: { after: 120 } })];
      default: return [plain(text, { indent: inset })];
    }
  }).filter(Boolean);
  const { tag } = languageOf(made.lang);
  const file = new Document({
    title: blocks[0]?.text || "",
    creator: blocks[0]?.text || "",
    styles: {
      default: {
        document: { run: { font: "Arial", size: 21, language: { value: tag } }, paragraph: { spacing: { line: 264 } } },
        title: { run: { font: "Arial", size: 36, bold: true, color: "111111" } },
        heading1: { run: { font: "Arial", size: 24, bold: true, color: "111111" }, paragraph: { spacing: { before: 240, after: 80 }, outlineLevel: 0 } },
      },
    },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1021, bottom: 1021, left: 1140, right: 1140 } } }, children }],
  });
  return Packer.toBlob(file);
}
