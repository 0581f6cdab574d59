// Documents of the builder, without a browser: dates, order, the check, JSON Resume there and back.
import assert from "node:assert/strict";
import test from "node:test";

const { NOW, monthOf, monthText, newestFirst, span, written } = await import("./js/builder/dates.js");
const { broughtUp, isNewer, linesOf, tidied } = await import("./js/builder/model.js");
const { blocksOf } = await import("./js/builder/blocks.js");
const { mended, noticed } = await import("./js/builder/check.js");
const { fromResume, toResume } = await import("./js/builder/resume.js");

const field = (id, entry = "line") => ({ id, title: id, help: "", entry });
const dates = [field("startDate", "begin"), field("endDate", "end")];
const part = (id, many, fields, moves = true) => ({ id, title: id, help: "", many, moves, fields });
const CV = [
  part("person", false, ["name", "label", "phone", "email", "city", "url", "image"].map(id => field(id)), false),
  part("aim", false, [field("summary", "text")]),
  part("skills", false, [field("lines", "lines")]),
  part("work", true, [field("position"), field("name"), field("location"), ...dates, field("highlights", "lines")]),
  part("education", true, [field("institution"), field("area"), field("studyType"), ...dates, field("courses", "lines")]),
  part("certificates", true, [field("name"), field("issuer"), field("date", "begin")]),
  part("languages", true, [field("language"), field("fluency")]),
  part("extra", false, [field("lines", "lines")]),
  part("references", true, [field("name"), field("reference")]),
];
const LETTER = [CV[0], part("recipient", false, ["name", "position", "organization"].map(id => field(id)), false),
  part("letter", false, ["date", "subject", "greeting", "place", "why", "bring", "learning", "close"].map(id => field(id, "text")), false)];
const months = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
const words = { month: "{month} {year}", months, day: "{day} {month} {year} года", day_months: months, now: "настоящее время", work: "Опыт", education: "Образование",
  skills: "Что умею", aim: "Цель", languages: "Языки", extra: "Дополнительно", references: "Обо мне", certificates: "Курсы", regards: "С уважением," };
const data = { kind: "cv", parts: CV, letters: { ѳ: "ө", c: "с", o: "о", ü: "ү", ӊ: "ң" }, kyrgyz: "өүң", empty_words: ["ответственн"], odd_addresses: ["boy", "xxx"] };
const now = { pages: 1, today: "2026-11-30" };
const made = (parts, lang = "ru", kind = "cv") => tidied({ lang, parts: Object.fromEntries(Object.entries(parts)
  .map(([id, entries]) => [id, [entries].flat().map((values, at) => ({ id: `e${at}`, values }))])) }, kind, kind === "cv" ? CV : LETTER, lang);
const person = { name: "Айпери Жээнбекова", phone: "0700 00-00-00", email: "aiperi.jeenbekova@example.com" };
const found = (parts, lang, more = {}) => noticed(made({ person, ...parts }, lang), { ...data, ...more }, { ...now, ...more });
const ids = list => list.map(({ id }) => id);

test("months are counted, written and put together", () => {
  assert.equal(monthText(monthOf("2026-02", false) + 11), "2027-01");
  assert.equal(monthOf("2026", true) - monthOf("2026", false), 11);
  assert.deepEqual(["2026-13", "26", "2026-2", "2026-02-40", "", "скоро"].map(text => monthOf(text, false)), [null, null, null, null, null, null]);
  assert.equal(written("2026-02-03", words), "3 февраль 2026 года");
  assert.equal(span({ startDate: "2026-02", endDate: "2026-05" }, words), "февраль–май 2026");
  assert.equal(span({ startDate: "2025-06", endDate: NOW }, words), "июнь 2025 – настоящее время");
  assert.equal(span({ startDate: "2023", endDate: "2026-06" }, words, true), "2023 – 06.2026");
  assert.equal(span({ startDate: "2023", endDate: "2023" }, words), "2023");
  assert.equal(span({ date: "2024" }, words), "2024");
});

test("the newest stands first, and what has no date last", () => {
  const list = [{ n: "a", startDate: "2020", endDate: "2021" }, { n: "b" }, { n: "c", startDate: "2024-01", endDate: NOW }, { n: "d", startDate: "2025-01", endDate: "2025-03" },
    { n: "e", startDate: "2023-01", endDate: NOW }];
  assert.equal(list.sort(newestFirst).map(({ n }) => n).join(""), "cedab");
});

test("a document of an older version is brought up, one of a newer is left alone", () => {
  const steps = [old => ({ ...old, b: old.a + 1 }), old => ({ ...old, c: old.b * 2 })];
  assert.deepEqual(broughtUp({ version: 1, a: 1 }, steps), { version: 3, a: 1, b: 2, c: 4 });
  assert.deepEqual(broughtUp({ version: 2, b: 5 }, steps), { version: 3, b: 5, c: 10 });
  assert.equal(isNewer({ version: 7 }), true);
  assert.equal(isNewer({ version: 1 }), false);
});

test("a damaged document is tidied, and nothing that somebody wrote goes", () => {
  const tidy = tidied({ lang: 5, order: ["work", "nonsense", "work"], parts: { work: [{ values: { name: "А", odd: 7 } }, null], gone: [{ id: "x", values: { text: "Б" } }] } }, "cv", CV, "ky");
  assert.equal(tidy.lang, "ky");
  assert.equal(tidy.order[0], "work");
  assert.equal(new Set(tidy.order).size, CV.length);
  assert.deepEqual(tidy.parts.work.map(({ values }) => values), [{ name: "А" }]);
  assert.deepEqual(tidy.parts.gone, [{ id: "x", values: { text: "Б" } }]);
  for (const wrong of [null, [], "x", { parts: 5 }, { parts: { work: "x" } }, { rest: [] }]) { assert.equal(tidied(wrong, "cv", CV, "ru").parts.work.length, 1); }
});

test("the sheet has what was written, the newest first, in the order of the parts", () => {
  const document = made({ person, skills: { lines: "- одно\n\n• другое" }, work: [{ position: "Давно", startDate: "2020", endDate: "2021" }, { position: "Теперь", startDate: "2025", endDate: NOW, highlights: "12 дел" }] });
  document.order = ["work", ...document.order.filter(id => id !== "work")];
  const blocks = blocksOf(document, CV, words);
  assert.deepEqual(blocks.map(({ kind, text }) => `${kind} ${text}`), ["head Айпери Жээнбекова", "heading Опыт", "entry Теперь", "item 12 дел", "entry Давно", "heading Что умею", "item одно", "item другое"]);
  assert.deepEqual(linesOf("a\n \n— b"), ["a", "— b"]);
});

test("a letter has its date, whom it is to, and an end", () => {
  const letter = made({ person, recipient: { organization: "ОсОО" }, letter: { date: "2026-11-30", greeting: "Здравствуйте!", place: "Пишу." } }, "ru", "letter");
  assert.deepEqual(blocksOf(letter, LETTER, words).map(({ kind }) => kind), ["head", "date", "to", "text", "text", "name"]);
  const missing = noticed(letter, { ...data, kind: "letter", parts: LETTER }, now).filter(({ id }) => id === "missing");
  assert.match(missing[0].values.what, /why, bring, learning, close/);
});

test("a good document is not found fault with", () => {
  assert.deepEqual(found({ work: { position: "Практика", name: "Завод", startDate: "2026-02", endDate: "2026-11", highlights: "Собрал 14 щитов" } }), []);
});

test("contacts are missing, wrong or odd", () => {
  assert.deepEqual(ids(noticed(made({ person: {} }), data, now)), ["name", "contact"]);
  const of = email => ids(found({ person: { ...person, email } }));
  for (const good of ["a.b@example.com", "timur1999@mail.kg".replace("1999", "99"), "ааа1@пример.рф".replace("ааа", "айша")]) { assert.deepEqual(of(good), [], good); }
  for (const wrong of ["aiperi", "a@b", "a b@example.com", "a@@b.kg"]) { assert.deepEqual(of(wrong), ["email"], wrong); }
  for (const odd of ["superboy@mail.kg", "a1998765@mail.kg", "xxx@mail.kg", "aiiiperi@mail.kg"]) { assert.deepEqual(of(odd), ["odd"], odd); }
  assert.deepEqual(ids(found({ person: { ...person, phone: "12" } })), ["phone"]);
});

test("letters that only look right are found and mended, Latin words stay", () => {
  const [finding] = found({ aim: { summary: "Жумуш издейм, cоциалдык кызматта" } }, "ky");
  assert.deepEqual([finding.id, finding.values.text], ["letters", "cоциалдык"]);
  assert.equal(mended("бѳлүм, жаӊы, Excel, co2, cоц, күн", data.letters), "бөлүм, жаңы, Excel, co2, соц, күн");
  assert.equal(mended("u\u0308й", data.letters), "үй");
  assert.deepEqual(found({ aim: { summary: "Excel, Word, JavaScript" } }), []);
});

test("a long Kyrgyz text without a letter of its own was typed on another keyboard", () => {
  const text = Array(12).fill("мен колледжди бутуп турам").join(" ");
  assert.deepEqual(ids(found({ aim: { summary: text } }, "ky")), ["kyrgyz"]);
  assert.deepEqual(ids(found({ aim: { summary: `${text} бөлүм` } }, "ky")), []);
  assert.deepEqual(ids(found({ aim: { summary: text } }, "ru")), []);
});

test("dates the wrong way round, no dates, and the future are told", () => {
  const work = (startDate, endDate) => ids(found({ work: { position: "П", startDate, endDate } }));
  assert.deepEqual(work("2026-10", "2026-05"), ["order"]);
  assert.deepEqual(work("2026", "2026-11"), []);
  assert.deepEqual(work("26", "2026-11"), ["date"]);
  assert.deepEqual(work("2027-01", ""), ["future"]);
});

test("gaps of more than half a year are told, others not", () => {
  const gaps = (...spans) => found({ education: spans.map(([startDate, endDate]) => ({ area: "А", startDate, endDate })) }).filter(({ id }) => id === "gap").map(({ values }) => `${values.from} ${values.to}`);
  assert.deepEqual(gaps(["2020", "2022"], ["2024-03", "2026-11"]), ["2023-01 2024-02"]);
  assert.deepEqual(gaps(["2020", "2026-05"]), []);
  assert.deepEqual(gaps(["2020", "2025"]), ["2026-01 2026-11"]);
  assert.deepEqual(gaps(["2020-01", NOW], ["2021-01", "2021-02"]), []);
  assert.deepEqual(gaps(), []);
});

test("secrets, empty words, deeds without a number, and too much", () => {
  assert.deepEqual(ids(found({ extra: { lines: "ПИН 12345678901234" } })), ["secret"]);
  assert.deepEqual(ids(found({ extra: { lines: "паспорт ID1234567" } })), ["secret"]);
  assert.deepEqual(ids(found({ extra: { lines: "0700 123456, 2026 год" } })), []);
  const [empty] = found({ aim: { summary: "Очень ответственная, люблю детей" } });
  assert.deepEqual([empty.id, empty.values.text], ["empty", "ответственная"]);
  assert.deepEqual(ids(found({ work: { position: "П", startDate: "2026-10", endDate: NOW, highlights: "Собирал щиты" } })), ["number"]);
  assert.deepEqual(ids(found({}, "ru", { pages: 2 })), ["long"]);
});

const whole = () => {
  const document = made({ person: { ...person, label: "электрик", city: "Нарын", url: "портфолио.kg/мен", image: "data:image/png;base64,AAAA" }, aim: { summary: "Работать" }, skills: { lines: "одно\nдругое" },
    work: [{ position: "Практика", name: "Завод", startDate: "2026-02", endDate: NOW, highlights: "14 щитов\nбез замечаний" }, { position: "Дом", startDate: "26", endDate: "" }],
    education: { institution: "Колледж", area: "Электрик", startDate: "2023", endDate: "2026", courses: "Диплом" }, languages: { language: "Русский", fluency: "свободно" },
    extra: { lines: "права" }, references: { name: "Нурлан", reference: "0700" } });
  return { ...document, called: "Для завода", layout: "side", order: ["work", ...document.order.filter(id => id !== "work")] };
};
const bare = document => Object.fromEntries(Object.entries(document.parts).map(([id, entries]) => [id, entries.map(({ values }) => Object.fromEntries(Object.entries(values).filter(([, text]) => text)))])
  .filter(([, entries]) => entries.some(values => Object.keys(values).length)));

test("a document comes back from JSON Resume as it was", () => {
  const before = whole();
  const file = JSON.parse(JSON.stringify(toResume(before)));
  assert.equal(file.basics.url, "https://xn--h1afiacbiqs.kg/%D0%BC%D0%B5%D0%BD");
  assert.equal(file.work[0].endDate, undefined);
  const { made: after, kept } = fromResume(file, "cv", () => CV, "ky");
  assert.deepEqual(kept, []);
  const expected = bare(before);
  expected.person[0].url = file.basics.url;
  assert.deepEqual(bare(after), expected);
  assert.deepEqual([after.called, after.lang, after.layout, after.order], [before.called, "ru", "side", before.order]);
  assert.deepEqual(toResume(after), toResume(fromResume(toResume(after), "cv", () => CV, "ky").made));
});

test("what the schema refuses is kept apart, and empty fields are left out", () => {
  const file = toResume(made({ person: { name: "А", email: "айпери@пример.рф", url: "нет", phone: " " }, work: { position: "П", startDate: "2026-19-39" } }));
  assert.deepEqual(file.basics, { name: "А" });
  assert.deepEqual(file.work, [{ position: "П", "bagyt:open": false, "bagyt:written": { startDate: "2026-19-39" } }]);
  assert.equal(file.education, undefined);
  const { made: after } = fromResume(file, "cv", () => CV, "ru");
  assert.equal(after.parts.person[0].values.email, "айпери@пример.рф");
  assert.equal(after.parts.work[0].values.startDate, "2026-19-39");
});

test("a file of another program is taken, and what no part shows goes back into it", () => {
  const foreign = {
    basics: { name: "Thomas", email: "thomas@example.com", image: "https://example.com/me.png", profiles: [{ network: "X" }], location: { city: "Osh", countryCode: "KG" } },
    work: [{ name: "Firm", position: "Dev", startDate: "2014-04-11", summary: "Sentences.", highlights: ["One"], url: "http://firm.example", endDate: "2026-19-39" }],
    skills: [{ name: "Web", level: "Master", keywords: ["HTML", "CSS"] }], awards: [{ title: "Best" }], interests: [{ name: "Go" }], meta: { theme: "x" },
  };
  const { made: after, kept } = fromResume(foreign, "cv", () => CV, "ru");
  assert.deepEqual(kept.sort(), ["awards", "basics.image", "basics.location", "basics.profiles", "interests", "work.endDate", "work.url"].sort());
  assert.equal(after.parts.person[0].values.image, undefined);
  assert.equal(after.parts.skills[0].values.lines, "Web — Master: HTML, CSS");
  assert.equal(after.parts.work[0].values.highlights, "Sentences.\nOne");
  const again = toResume(after);
  assert.deepEqual([again.awards, again.interests, again.meta.theme, again.basics.profiles, again.basics.location, again.work[0].url, again.basics.image],
    [foreign.awards, foreign.interests, "x", foreign.basics.profiles, foreign.basics.location, "http://firm.example", foreign.basics.image]);
});

test("what is no JSON Resume is refused", () => {
  const of = file => fromResume(file, "cv", () => CV, "ru").trouble;
  for (const wrong of [null, [], 5, "x", {}, { name: "package" }]) { assert.equal(of(wrong), "foreign", JSON.stringify(wrong)); }
  for (const wrong of [{ basics: [] }, { work: {} }, { basics: {}, work: [1] }, { skills: "x" }, { meta: 5 }]) { assert.equal(of(wrong), "damaged", JSON.stringify(wrong)); }
  assert.equal(of({ basics: {}, meta: { bagyt: { version: 9 } } }), "newer");
  assert.equal(of({ basics: { name: "A" } }), undefined);
});

test("a letter comes back too", () => {
  const before = made({ person, recipient: { organization: "ОсОО" }, letter: { place: "Пишу.\nЕщё." } }, "ru", "letter");
  const file = toResume(before);
  assert.equal(file.meta.bagyt.kind, "letter");
  const { made: after } = fromResume(file, "cv", kind => (kind === "letter" ? LETTER : CV), "ky");
  assert.deepEqual([after.kind, bare(after)], ["letter", bare(before)]);
});
