#!/usr/bin/env bash
# Writers of .xlsx: of a text of more than 32767 characters openpyxl and XlsxWriter keep the beginning, in silence.
#
# (a) Most engineers would guess: a text that is longer than a cell of Excel can hold raises an error, as a sheet's name that is too
#     long does in both; nobody cuts a text without a word.
# (b) What happens to a text of 40000 characters: openpyxl 3.1.5 (PyPI) keeps the first 32767, without a warning; so does XlsxWriter 3.3.1 (PyPI), and polars
#     2.1.0, which writes with it; `write` returns -2 then, which no example looks at. ExcelJS 4.4.0 (npm) writes all 40000, more than
#     the format allows. SheetJS 0.18.5 (npm) raises an error.
# (c) What follows: whoever hands chapters or long answers out as a table measures them first (in UTF-16 units), splits or refuses
#     them by name, and reads the file again to compare; with XlsxWriter look at what `write` returns. Most of the text is
#     there, so a look at the table shows nothing.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 XlsxWriter==3.3.1 polars==2.1.0

cat > write.js <<'JS'
import { writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const rows = [["Окуу ".repeat(8000)], ["кыска"]];
const book = new ExcelJS.Workbook();
book.addWorksheet("Барак").addRows(rows);
await book.xlsx.writeFile("exceljs.xlsx");
try {
  const other = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(other, XLSX.utils.aoa_to_sheet(rows), "Барак");
  XLSX.writeFile(other, "sheetjs.xlsx");
} catch (error) {
  writeFileSync("sheetjs.txt", error.message);
}
JS
node write.js
cat > probe.py <<'PYTHON'
import os, sys, warnings

import openpyxl, polars, xlsxwriter

LONG, SHORT = "Окуу " * 8000, "кыска"

def with_openpyxl(name):
    book = openpyxl.Workbook()
    for text in (LONG, SHORT):
        book.active.append([text])
    book.save(name)

def with_xlsxwriter(name):
    book = xlsxwriter.Workbook(name)
    sheet = book.add_worksheet()
    returned = [sheet.write(row, 0, text) for row, text in enumerate((LONG, SHORT))]
    print("XlsxWriter: write returns", returned)
    if returned != [-2, 0]:
        wrong.append("what write returns")
    book.close()

def with_polars(name):
    polars.DataFrame({"text": [LONG, SHORT]}).write_excel(name, include_header=False)

wrong = []
expected = {"openpyxl": (32767, 0), "xlsxwriter": (32767, 0), "polars": (32767, 0)}
for name, (length, warned) in expected.items():
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        globals()[f"with_{name}"](f"{name}.xlsx")
    sheet = openpyxl.load_workbook(f"{name}.xlsx").active
    seen = len(sheet["A1"].value or ""), len(said)
    print(f"{name}: {seen[0]} of {len(LONG)} characters, warnings: {[str(each.message) for each in said] or 'none'}")
    if seen != (length, warned) or sheet["A2"].value != SHORT:
        wrong.append(name)
exceljs = len(openpyxl.load_workbook("exceljs.xlsx").active["A1"].value)
print(f"exceljs: {exceljs} characters")
print("sheetjs:", open("sheetjs.txt", encoding="utf-8").read() if os.path.exists("sheetjs.txt") else "no error")
if exceljs != len(LONG):
    wrong.append("exceljs")
if not os.path.exists("sheetjs.txt"):
    wrong.append("sheetjs")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: cut, and no error.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
