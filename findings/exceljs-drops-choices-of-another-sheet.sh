#!/usr/bin/env bash
# ExcelJS: a workbook that is read and saved has lost its drop-down lists, if their choices stand on another sheet.
#
# (a) Most engineers would guess: ExcelJS reads and writes data validation, so filling a few cells of somebody's template keeps its drop-down
#     lists; what it doesn't know it keeps or refuses.
# (b) What happens in ExcelJS 4.4.0 (npm): rules that Excel since 2010 writes for a list on another sheet stand in an extension of the sheet
#     (`x14:dataValidations`); they are not in `worksheet.dataValidations`, and the saved file doesn't have them. A rule of the old
#     form in the same sheet stays. No error, no warning. openpyxl 3.1.5 (PyPI) drops them, too, with a warning; SheetJS 0.18.5 (npm) drops
#     both kinds.
# (c) What follows: a template with choices that a program fills and sends out accepts anything when it comes back. Compare the number of
#     rules (of both kinds) in the XML before and after; or give the choices a name (`=Choices`), which Excel writes in the old form.
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
python/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 XlsxWriter==3.3.1

cat > edit.js <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const book = new ExcelJS.Workbook();
await book.xlsx.readFile("template.xlsx");
const sheet = book.getWorksheet("Барак");
console.log("ExcelJS shows rules for", Object.keys(sheet.dataValidations.model).join(" "));
sheet.getCell("C1").value = "толтурулду";
await book.xlsx.writeFile("ExcelJS.xlsx");
XLSX.writeFile(XLSX.readFile("template.xlsx"), "SheetJS.xlsx");
JS
cat > probe.py <<'PYTHON'
import re, subprocess, sys, warnings, zipfile

import openpyxl, xlsxwriter

book = xlsxwriter.Workbook("plain.xlsx")
sheet, choices = book.add_worksheet("Барак"), book.add_worksheet("Тизме")
choices.write_column("A1", ["Орто", "Жогорку"])
sheet.write_row("A1", ["Орто", "ооба"])
sheet.data_validation("B1", {"validate": "list", "source": ["ооба", "жок"]})
book.close()
OFFICE = "http://schemas.microsoft.com/office"
EXTENSION = (f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{OFFICE}/spreadsheetml/2009/9/main">'
             f'<x14:dataValidations count="1" xmlns:xm="{OFFICE}/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1">'
             "<x14:formula1><xm:f>Тизме!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>")
with zipfile.ZipFile("plain.xlsx") as plain, zipfile.ZipFile("template.xlsx", "w") as template:
    for name in plain.namelist():
        part = plain.read(name).decode()
        template.writestr(name, part.replace("</worksheet>", EXTENSION + "</worksheet>") if name.endswith("sheet1.xml") else part)

def rules(name):
    """How many rules of the old and of the new form the first sheet has."""
    with zipfile.ZipFile(name) as packed:
        part = packed.read("xl/worksheets/sheet1.xml").decode()
    return len(re.findall("<dataValidation ", part)), len(re.findall("<x14:dataValidation ", part))

subprocess.run(["node", "edit.js"], check=True)
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    openpyxl.load_workbook("template.xlsx").save("openpyxl.xlsx")
print("openpyxl says:", *(str(each.message) for each in said))
wrong = []
for name, expected in {"template": (1, 1), "ExcelJS": (1, 0), "openpyxl": (1, 0), "SheetJS": (0, 0)}.items():
    seen = rules(f"{name}.xlsx")
    print(f"{name}: {seen[0]} of the old form, {seen[1]} of the new")
    if seen != expected:
        wrong.append(name)
if len(said) != 1:
    wrong.append("openpyxl's warning")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the list of another sheet is gone.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
