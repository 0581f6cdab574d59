#!/usr/bin/env bash
# Workbooks saved as «Strict Open XML»: ExcelJS moves their days to the year 1905, and openpyxl finds no sheet in them.
#
# (a) Most engineers would guess: .xlsx is one format, and what Excel offers under that ending in its list of file types opens
#     in every library; a cell that says «this is a date» in ISO 8601 is the easiest of dates.
# (b) What happens: in the strict variant (ISO/IEC 29500) names lie in other namespaces and days are written `t="d"` with
#     `2026-09-01`. ExcelJS 4.4.0 (npm) reads the year as a count of days: each date of 2026 becomes 18 July 1905, in the ordinary
#     variant, which allows `t="d"`, too. openpyxl 3.1.5 (PyPI) drops the sheet with a warning about «an invalid specification for
#     0» and gives a workbook without sheets; pandas then says that there are none. SheetJS 0.18.5, calamine (python-calamine
#     0.9.1) read both variants right.
# (c) What follows: an import of tables that people send is tried with a strict workbook, whose days are checked as days; with
#     openpyxl a workbook without sheets has to be refused by name («save as Excel Workbook»), not taken for an empty one.
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
python/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1

cat > probe.py <<'PYTHON'
import datetime, json, subprocess, sys, warnings, zipfile

import openpyxl
from python_calamine import CalamineWorkbook

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
VARIANTS = {
    "ordinary": ("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                 "http://schemas.openxmlformats.org/officeDocument/2006/relationships", ""),
    "strict": ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships",
               ' conformance="strict"'),
}
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def write(name, main, relations, conformance):
    def related(*parts):
        inner = "".join(f'<Relationship Id="rId{n}" Type="{relations}/{kind}" Target="{target}"/>'
                        for n, (kind, target) in enumerate(parts, 1))
        return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'

    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{KIND}styles+xml"/></Types>',
        "_rels/.rels": related(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": related(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"{conformance}>'
        f'<sheets><sheet name="Кесиптер" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill>'
        f'<patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Ашпозчу</t></is></c>'
        f'<c r="B1" s="1" t="d"><v>2026-09-01</v></c></row></sheetData></worksheet>',
    }
    with zipfile.ZipFile(name, "w") as packed:
        for part, text in parts.items():
            packed.writestr(part, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')


SCRIPT = """
import ExcelJS from "exceljs";
import XLSX from "xlsx";
const name = process.argv[2];
const sheet = Object.values(XLSX.readFile(name).Sheets)[0];
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(name);
const row = book.worksheets[0].getRow(1).values.slice(1);
const day = date => date.toISOString().slice(0, 10);
console.log(JSON.stringify({
  SheetJS: [sheet.A1.v, day(new Date(Date.UTC(1899, 11, 30 + sheet.B1.v)))],
  ExcelJS: [row[0], day(new Date(row[1]))],
}));
"""
with open("read.js", "w") as file:
    file.write(SCRIPT)
wrong = []
for name, variant in VARIANTS.items():
    write(f"{name}.xlsx", *variant)
    seen = json.loads(subprocess.run(["node", "read.js", f"{name}.xlsx"], capture_output=True, text=True, check=True).stdout)
    seen["calamine"] = [str(cell) for cell in CalamineWorkbook.from_path(f"{name}.xlsx").get_sheet_by_index(0).to_python()[0]]
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        book = openpyxl.load_workbook(f"{name}.xlsx")
    seen["openpyxl"] = [str(cell.value)[:10] for cell in book.worksheets[0][1]] if book.worksheets else "no sheet"
    for library, row in seen.items():
        print(f"{name:9} {library:9} {row}")
        right = row == ["Ашпозчу", "2026-09-01"]
        if library == "ExcelJS":
            right = row == ["Ашпозчу", "1905-07-18"]
        elif library == "openpyxl" and name == "strict":
            right = row == "no sheet" and any("invalid specification" in str(warning.message) for warning in said)
        if not right:
            wrong.append(f"{library}, {name}: {row}")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the day is in 1905, or there is no sheet.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
