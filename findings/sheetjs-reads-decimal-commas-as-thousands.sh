#!/usr/bin/env bash
# SheetJS: of a CSV file from a Russian or Kyrgyz Excel, 3,5 becomes 35 and the first of September the ninth of January.
#
# (a) Most engineers would guess: a library that sees that a file is divided by `;` takes the comma for a decimal mark, as the
#     program did that wrote it, or leaves what it can't read as text; it does not make other numbers.
# (b) What happens in xlsx 0.18.5 (SheetJS, npm): each comma is dropped as a mark of thousands wherever it stands. `3,5` is
#     35, `4,25` 425, `30000,00` three million, `-0,5` -5, `12,5%` 125 %. `01.09.2026` is read as the 9th of January, while `13.09.2026` stays text;
#     `25 000,50` with a blank stays text, too, so one column has both. `007` is 7. No error; where only some rows are looked at,
#     the result is plausible. `{ raw: true }` gives every cell as the text that was written. Papa Parse 5.7.1 finds the `;` and gives text.
# (c) What follows: read such files with `raw: true` and make numbers and dates by rules of one's own, column by column, refusing
#     what fits none; a test has a decimal with one and with three digits after the comma and a day up to the 12th.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund xlsx@0.18.5 papaparse@5.7.1

# As Excel writes it where the list separator is `;`: with a mark of UTF-8 at the start.
{
  printf '\xef\xbb\xbf'
  printf '%s\r\n' 'Кесип;Балл;Айлык;Күнү;Код;Үлүш' 'Ашпозчу;3,5;25 000,50;01.09.2026;007;12,5%' 'Токарь;4,25;30000,00;13.09.2026;0312;-0,5'
} > list.csv

cat > probe.js <<'JS'
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import XLSX from "xlsx";

const wrong = [];
function rows(options) {
  const book = XLSX.read(readFileSync("list.csv"), { type: "buffer", ...options });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
}
const day = serial => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
const [, cook, turner] = rows({});
console.log("as it is: ", JSON.stringify(cook), JSON.stringify(turner), "the date is", day(cook[3]));
const expected = [["Ашпозчу", 35, "25 000,50", 46031, 7, 1.25], ["Токарь", 425, 3000000, "13.09.2026", 312, -5]];
if (JSON.stringify([cook, turner]) !== JSON.stringify(expected) || day(46031) !== "2026-01-09") { wrong.push("other values"); }

const text = [["Ашпозчу", "3,5", "25 000,50", "01.09.2026", "007", "12,5%"], ["Токарь", "4,25", "30000,00", "13.09.2026", "0312", "-0,5"]];
const raw = rows({ raw: true }).slice(1);
console.log("raw: true:", JSON.stringify(raw[0]));
if (JSON.stringify(raw) !== JSON.stringify(text)) { wrong.push("raw"); }
const papa = Papa.parse(readFileSync("list.csv", "utf8"), { skipEmptyLines: true });
console.log("Papa Parse:", papa.meta.delimiter, JSON.stringify(papa.data[1]));
if (JSON.stringify(papa.data.slice(1)) !== JSON.stringify(text)) { wrong.push("Papa Parse"); }
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: decimals are ten and a hundred times as large.");
JS
node probe.js
