// The shapes of what scripts are given, for `tsc`: the files of the search, `data.js`, messages to the worker. A test checks
// what a build writes against them. Nothing of this file is published.

export {};

/* Elements and words */

/** What stands inside an element; what is null or false is left out. */
export type Child = Node | string | null | undefined | false | readonly Child[];

export type Attribute = string | number | boolean | null | undefined | ((event: any) => void);

type Tag<Name extends string> = Name extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Name] : HTMLElement;

/** `button.quiet` makes a button. */
export type ElementOf<Name extends string> = Name extends `${infer First}.${string}` ? Tag<First> : Tag<Name>;

/** What a text's {names} stand for. */
export type Values = Readonly<Record<string, string | number | Node>>;

/** A text in which every second string is marked. */
export type Marked = readonly string[];

/* The files of the search */

/** A page as a list of titles has it: title, address, kind, publication, other names. */
export type TitleRow = [title: string, page: string, kind: string, publication: string | null, also: string[]];

/** What the engine makes of letters (`search/letters.rs`). */
export interface Letters {
  /** Small letters that become another one. */
  readonly same: Readonly<Record<string, string>>;
  /** Letters that become another one in a word with Cyrillic letters. */
  readonly alike: Readonly<Record<string, string>>;
  /** A small letter with the mark after it, and what the two are. */
  readonly composed: Readonly<Record<string, string>>;
  /** Signs that stay at the end of a word of ASCII letters. */
  readonly signs: string;
  /** The insides of classes of regular expressions: what does not count inside a word, and Cyrillic letters. */
  readonly ignored: string;
  readonly cyrillic: string;
}

/** `start.js` of a language (`search/titles.rs`). */
export interface Start {
  engine: string;
  engine_bytes: number;
  boot: string;
  boot_bytes: number;
  /** Names by what the index calls them. */
  kinds: Readonly<Record<string, string>>;
  publications: Readonly<Record<string, string>>;
  letters: Letters;
  /** All titles, or the names of their lists by the beginnings of words. */
  titles: TitleRow[] | null;
  shards: Readonly<Record<string, string>> | null;
}

/* The engine */

/** `Request` of the engine. */
export interface Question {
  q: string;
  typing: boolean;
  kind: string | null;
  publication: string | null;
  from: number;
  limit: number;
}

/** A section of a page that was found. */
export interface Section {
  anchor?: string | null;
  heading?: Marked | null;
  excerpt?: Marked;
  words: string[];
}

/** A page that was found, in the text or by its title. */
export interface Hit extends Section {
  page: string;
  kind: string;
  publication: string | null;
  title: Marked;
  score?: number;
  more?: Section[];
  /** The other name of the page by which it was found. */
  also?: Marked | null;
  pending?: undefined;
}

/** A page whose texts have not arrived. */
export interface PendingHit {
  pending: true;
}

/** What the engine answers. */
export interface Answer {
  /** Files to bring before asking again. */
  need: { id: number; file: string }[];
  total: number | null;
  /** Pages by kind and by publication. */
  kinds: [string, number][];
  publications: [string, number][];
  did_you_mean: string | null;
  /** Whether the hits are those of `did_you_mean`. */
  corrected: boolean;
  hits: (Hit | PendingHit)[];
}

/** What the engine's module exports: each gives 0 for anything damaged. */
export interface Engine {
  memory: WebAssembly.Memory;
  /** Room for so many bytes. */
  take(length: number): number;
  open(slot: number, length: number): number;
  add(slot: number, id: number, length: number): number;
  /** The length of the answer that lies at `answer`. */
  ask(slot: number, length: number): number;
  answer(): number;
}

/** What the worker can be told to do. */
export interface Jobs {
  engine(text: string): Promise<number>;
  open(slot: number, text: string): Promise<number>;
  add(slot: number, id: number, text: string): Promise<number>;
  ask(slot: number, question: string): Answer;
}

export type Job = keyof Jobs;

/** A message to the worker. */
export type Order = [number: number, job: Job, ...given: any[]];

/** Its answer; whether the engine may not run here, and whether it broke. */
export type Reply = [number: number, answer: unknown, barred?: boolean, broken?: boolean];

/** Why there is no answer. */
export interface Trouble {
  /** The file that did not come or is damaged, without its ending. */
  file?: string;
  /** Whether this browser cannot or may not run the engine. */
  barred?: boolean;
}

/** A file that did not come. */
export interface Failure extends Trouble {
  file: string;
}

/* The search of a page */

/** A word of a text, where it stands, and where each of its letters ends. */
export interface Word {
  word: string;
  start: number;
  end: number;
  ends: number[];
}

/** A page with the words of its titles. */
export interface Entry {
  title: string;
  page: string;
  kind: string;
  publication: string | null;
  words: string[];
  also: [text: string, words: string[]][];
}

/** The index of a language. */
export interface Index {
  lang: string;
  /** Its number in the engine. */
  slot: number;
  /** The numbers of the files that the engine has. */
  added: Set<number>;
  /** Bytes that have come, of how many. */
  done: number;
  total: number;
  entries: Entry[];
  info: Start | null;
  opening: Promise<void> | null;
  renewing: Promise<boolean> | null;
}

/** What is known of a question. */
export interface Asked {
  busy: boolean;
  /** Whether `answer` is to this question and not to the one before. */
  fresh: boolean;
  answer: Answer | null;
  error: Trouble | null;
}

export interface SearchState extends Asked {
  q: string;
  /** Pages found by their titles. */
  titles: Hit[];
  /** The same, asked in the other language. */
  foreign: Asked | null;
}

export interface Seeker {
  state: SearchState;
  /** Asks; `wait` lets fast typing pass. */
  find(q: string, question: Omit<Question, "q">, wait: number): void;
  /** Asks the other language's index. */
  abroad(): void;
}

/** What the results page shows; it stands in its address. */
export interface Shown {
  q: string;
  kind: string | null;
  publication: string | null;
  n: number;
  /** How far it was scrolled. */
  y?: number;
}

/* The finder */

/** What `data-1.js` and so on say of a profession (`render/finder.rs`). */
export interface Details {
  /** Summary, and its language where that is another. */
  s: string;
  l?: string;
  /** Interests, by their order in `interests`. */
  r: number[] | null;
  /** Conditions, by their order in `conditions`: a number in `often`. */
  c: number[] | null;
  /** Competencies by their number, with weights. */
  k: [number: number, weight: number][];
}

/** A profession. Its details are those of nothing until their part has come. */
export interface Profession extends Details {
  /** Its number, and whether its details have come. */
  n: number;
  come: boolean;
  /** Id, address, title, and the language of the title where that is another. */
  i: string;
  u: string;
  t: string;
  tl?: string;
  /** Numbers of options by the number of their facet. */
  v: readonly (readonly number[])[];
  /** Ways in: numbers of the options of `route`'s facets, -1 for none. */
  w: readonly (readonly number[])[];
}

/** A value, what it is called, and the language of that where it is another. */
export type Option = [value: string, title: string, lang?: string];

/** What both have. */
interface FinderWords {
  facets: { id: string; title: string; options: Option[] }[];
  /** The facets that must hold of one and the same way in. */
  route: string[];
  competencies: [title: string, lang?: string][];
  conditions: string[];
  often: string[];
  interests: [letter: string, title: string][];
}

/** `data.js`. */
export interface FinderFile extends FinderWords {
  /** A line each. */
  ids: string;
  titles: string;
  /** Languages of borrowed titles, by the number of the profession. */
  langs: Readonly<Record<number, string>>;
  /** What stands before an id in an address, and the addresses that are made otherwise. */
  folder: string;
  elsewhere: Readonly<Record<number, string>>;
  /** Options as letters, a space after each profession; one string a facet. */
  values: string[];
  ways: number[][];
  routes: string;
  part: number;
  parts: string[];
}

export interface FinderData extends FinderWords {
  items: Profession[];
}

/* What people write on this device (`store/store.js`) */

/** Somebody who uses this device; the name may be empty. */
export interface Person {
  id: string;
  name: string;
}

export type RecordData = Record<string, unknown>;

/** What may be wrong: no storage, no room, emptied while in use, damaged, from another program, of a newer version. */
export type StoreTrouble = "none" | "full" | "cleared" | "damaged" | "foreign" | "newer";

export interface StoreOptions {
  area?: string;
  steps?: ((older: any) => unknown)[];
  checks?: Readonly<Record<string, (data: RecordData) => boolean>>;
  troubled?: (trouble: StoreTrouble) => void;
  /** Another tab has changed something. */
  changed?: () => void;
}

/** A file that goes out and comes in. */
export interface StoreFile {
  format: string;
  version: number;
  made: string;
  name: string;
  records: Record<string, RecordData>;
}

export type Taken = { person: string; trouble?: undefined } | { trouble: StoreTrouble; person?: undefined };

/* Self-tests (`render/self_test.rs`, `src/scoring.rs`) */

export interface TestLimits {
  flat: number;
  low: number;
  same: number;
  fast: number;
  random: number;
  unsure: number;
  short: boolean;
}

/** A form as it is scored: the scale of each item. */
export interface TestForm {
  scales: number;
  items: number[];
  most: number;
  limits: TestLimits;
}

export interface TestProfile {
  sums: number[];
  doubts: string[];
  sureness: "none" | "likely" | "clear";
}

export interface TestScale {
  id: string;
  title: string;
  text: string;
  tries: string[];
  at: number;
  thin: boolean;
}

/** What the page of a test gives its script. */
export interface TestData {
  id: string;
  kind: string;
  question: string;
  answers: string[];
  scales: TestScale[];
  items: { id: string; scale: number; text: string }[];
  forms: { id: string; items: number; minutes: number; limits: TestLimits }[];
  bands: { title: string; r: number }[];
  results: [sureness: string, text: string][];
}

/** What is stored of a test. */
export interface TestAnswers {
  form: string;
  /** Whether one question is shown at a time. */
  one: boolean;
  answers: Record<string, number>;
  /** Seconds that answering took. */
  spent: number;
  /** What others have marked: ids of scales. */
  views: Record<string, string[]>;
}

/* Questionnaires (`answers`, `render/questionnaire.rs`) */

export interface FormChoice {
  id: string;
  text: string;
  write?: boolean;
}

export interface FormColumn {
  id: string;
  text: string;
  number?: boolean;
}

export interface FormCondition {
  question: number;
  is?: string[];
  range?: [least: number, most: number];
}

export interface FormQuestion {
  id: string;
  kind: string;
  text: string;
  hint?: string;
  section?: string;
  required?: boolean;
  private?: boolean;
  choices?: FormChoice[];
  most?: number;
  range?: [least: number, most: number];
  unit?: string;
  low?: string;
  high?: string;
  lines?: number;
  rows?: { id: string; text: string }[];
  free?: boolean;
  columns?: FormColumn[];
  if?: FormCondition[];
}

/** What the page of a questionnaire gives its script. */
export interface Questionnaire {
  id: string;
  version: number;
  consent?: string;
  thanks: string;
  questions: FormQuestion[];
}

export type FormAnswers = Record<string, unknown>;

/** Somebody who has answered, as stored and in files. */
export interface FormPerson {
  id: string;
  made: string;
  changed: string;
  version: number;
  done?: boolean;
  agreed?: boolean;
  removed?: boolean;
  answers: FormAnswers;
}

export interface FormCounted {
  id: string;
  asked: number;
  answered: number;
  choices?: { id: string; n: number; share: number; texts?: string[] }[];
  numbers?: { sum: number; least: number; most: number; mean: number; median: number };
  texts?: string[];
  days?: [first: string, last: string];
  groups?: { text: string; n: number; cells: { n: number; sum?: number }[] }[];
}

export interface FormCounts {
  people: number;
  unfinished: number;
  questions: FormCounted[];
}

/* Builders of documents (`render/builder.rs`) */

export interface BuilderField {
  id: string;
  title: string;
  help: string;
  /** What it takes: `line`, `email`, `tel`, `url`, `text`, `lines`, `begin`, `end`, `day`, `photo`. */
  entry: string;
}

export interface BuilderPart {
  id: string;
  title: string;
  help: string;
  /** Whether there can be several of it, and whether it can be moved. */
  many: boolean;
  moves: boolean;
  fields: BuilderField[];
}

/** A language in which a document can be written, with its words. */
export interface DocumentLanguage {
  code: string;
  tag: string;
  name: string;
  words: Readonly<Record<string, any>>;
}

/** What the page of a builder gives its script. */
export interface BuilderData {
  kind: string;
  parts: BuilderPart[];
  languages: DocumentLanguage[];
  months: string[];
  /** Letters that look like others, and those. */
  letters: Readonly<Record<string, string>>;
  kyrgyz: string;
  empty_words: string[];
  odd_addresses: string[];
  /** Where the tasks of professions are, by the code of their language. */
  tasks: Readonly<Record<string, string>>;
}

/** One of a part: what its fields hold, and what a file held besides. */
export interface MadeEntry {
  id: string;
  values: Record<string, string>;
  rest?: Record<string, unknown>;
}

/** A document as it is stored. */
export interface MadeDocument {
  version: number;
  kind: string;
  /** What its writer calls it. */
  called: string;
  lang: string;
  layout: string;
  order: string[];
  parts: Record<string, MadeEntry[]>;
  /** What a file held that no part shows. */
  rest: Record<string, unknown>;
}

/** A piece of the finished document. */
export interface MadeBlock {
  kind: "head" | "date" | "to" | "subject" | "heading" | "entry" | "text" | "line" | "item" | "name";
  text: string;
  /** What stands below, or beside, the text. */
  more?: string;
  dates?: string;
  label?: string;
  photo?: string;
}

/** What the check has noticed, and where. */
export interface MadeFinding {
  id: string;
  values: Record<string, string | number>;
  part: string;
  entry?: string;
  field?: string;
}

/** A profession in `tasks.js`. */
export interface ProfessionTasks {
  id: string;
  title: string;
  tasks: string[];
  competencies: string[];
}

/* The diary (`render/diary.rs`) */

export interface DiaryPrompt {
  id: string;
  kind: string;
  ask?: string;
  help?: string;
  options?: string[];
  head?: string;
  items?: string[];
  columns?: string[];
  ticks?: boolean;
  lines: number;
  test?: string;
}

export interface DiaryPage {
  id: string;
  name: string;
  title: string;
  step: number | null;
  url: string | null;
  prompts: DiaryPrompt[];
}

export interface DiaryTest {
  url: string;
  title: string;
  test: TestData;
}

export interface DiaryData {
  id: string;
  title: string;
  steps: { name: string; title: string }[];
  pages: DiaryPage[];
  tests: DiaryTest[];
}

export interface DiaryDecision {
  choice?: number | null;
  what?: string;
  why?: string;
  day?: string;
}

/** What is stored of a prompt: a text or a day, the number of an option, numbers of options, rows of cells, a decision. */
export type DiaryValue = string | number | (number | null)[] | string[][] | DiaryDecision | undefined;

declare global {
  /** `tasks.js` calls it. */
  function bagytTasks(lang: string, professions: ProfessionTasks[]): void;
  /** The library for Word files (`lib/docx.js`). */
  var bagytDocx: any;

  /** Not in every browser: the search asks first. */
  var DecompressionStream: { new (format: "deflate-raw"): ReadableWritablePair<Uint8Array, Uint8Array> };

  /** What scripts of a page take from those before them (`theme/scripts.rs`). */
  var bagytParts: Record<string, unknown>;

  interface Window {
    /** The files of the search call it. */
    bagytSearch: {
      start(lang: string, info: Start): void;
      titles(name: string, list: TitleRow[]): void;
      chunk(name: string, text: string): void;
      /** For tests: the words of a text. */
      words(text: string): string[];
    };
    /** `data.js` calls it. */
    bagytProfessions(data: FinderFile): void;
    bagytProfessionPart(part: number, details: Details[]): void;
  }
}
