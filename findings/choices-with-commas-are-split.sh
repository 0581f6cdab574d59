#!/usr/bin/env bash
# Writers of .xlsx: in a list of choices for a cell a choice that has a comma becomes two, without an error.
#
# (a) Most engineers would guess: a library that takes the choices as a list of texts (`["Орто, жалпы", "Жогорку"]`) writes each so that it is
#     one, by quoting it or in cells of its own, or refuses it, as it refuses more than 255 characters.
# (b) What happens in rust_xlsxwriter 0.102.0 (crate), XlsxWriter 3.3.1 (PyPI) and, given the text as its documentation shows,
#     ExcelJS 4.4.0 (npm): the choices are joined by commas, and the format has no way to escape one. The drop-down of LibreOffice 7.4.7
#     (Debian 12) offers «Орто», «жалпы» and «Жогорку», and refuses «Орто, жалпы», which the cell holds already. No error, no warning,
#     though both of the first do check the length of the same list.
# (c) What follows: choices that come from data (levels of education, kinds of schools, anything in words) are written into cells of a
#     hidden sheet, and the list refers to those (`='Choices'!$A$1:$A$2`), which has no limit of 255 characters either.
set -euo pipefail

for need in cargo node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done
office=$(command -v soffice || true)
[ -n "$office" ] || { echo "Not run: soffice is missing (Debian package libreoffice-calc)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export CARGO_TARGET_DIR="$folder/target"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "probe"
version = "0.0.0"
edition = "2021"

[dependencies]
rust_xlsxwriter = { version = "=0.102.0", default-features = false }

[profile.dev]
debug = false

[workspace]
TOML
cat > src/main.rs <<'RUST'
use rust_xlsxwriter::{DataValidation, Formula, Workbook, XlsxError};

fn main() -> Result<(), XlsxError> {
    let long = ["Кесип".repeat(60)];
    println!("rust_xlsxwriter, 300 characters: {}", if DataValidation::new().allow_list_strings(&long).is_err() { "refused" } else { "taken" });
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Орто, жалпы")?;
    let choices = DataValidation::new().allow_list_strings(&["Орто, жалпы", "Жогорку"])?;
    sheet.add_data_validation(0, 0, 4, 0, &choices)?;
    let other = DataValidation::new().allow_list_formula(Formula::new("='Choices'!$A$1:$A$2"));
    sheet.add_data_validation(0, 1, 4, 1, &other)?;
    let hidden = book.add_worksheet().set_name("Choices")?.set_hidden(true);
    hidden.write_string(0, 0, "Орто, жалпы")?.write_string(1, 0, "Жогорку")?;
    book.save("rust.xlsx")
}
RUST
cargo build --quiet
cargo tree --quiet --depth 1 --prefix none | grep '^rust_xlsxwriter'
"$CARGO_TARGET_DIR/debug/probe" | tee said
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund exceljs@4.4.0
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check xlsxwriter==3.3.1
cat > write.js <<'JS'
import ExcelJS from "exceljs";

const book = new ExcelJS.Workbook();
const cell = book.addWorksheet("Лист").getCell("A1");
cell.value = "Орто, жалпы";
cell.dataValidation = { type: "list", allowBlank: true, formulae: ['"Орто, жалпы,Жогорку"'] };
await book.xlsx.writeFile("node.xlsx");
JS
node write.js
PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import warnings
import xlsxwriter

with xlsxwriter.Workbook("python.xlsx") as book, warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    sheet = book.add_worksheet()
    sheet.write("A1", "Орто, жалпы")
    taken = sheet.data_validation("A1:A5", {"validate": "list", "source": ["Орто, жалпы", "Жогорку"]})
    print(f"XlsxWriter: returns {taken}, says {[str(warning.message) for warning in said] or 'nothing'}")
PYTHON
"$office" "-env:UserInstallation=file://$folder/profile" --headless --version | head -1
"$office" "-env:UserInstallation=file://$folder/profile" --headless --convert-to fods rust.xlsx node.xlsx python.xlsx > log 2>&1
[ -s python.fods ] || { echo "Not run: LibreOffice can't convert (Debian package libreoffice-calc):" >&2; cat log >&2; exit 2; }

PYTHONUTF8=1 python3 - <<'PYTHON'
import re, sys
from html import unescape

wrong = []
for name in ("rust", "node", "python"):
    with open(f"{name}.fods", encoding="utf-8") as file:
        conditions = [unescape(found) for found in re.findall(r'table:condition="([^"]*in-list[^"]*)"', file.read())]
    print(f"{name}: {conditions}")
    if not any(re.search(r'\("Орто";" ?жалпы";"Жогорку"\)', condition) for condition in conditions):
        wrong.append(name)
    if name == "rust" and not any("Choices" in condition for condition in conditions):
        wrong.append("the list in cells")
with open("said", encoding="utf-8") as file:
    if "refused" not in file.read():
        wrong.append("300 characters are taken")
if wrong:
    sys.exit("No longer as described: " + ", ".join(wrong))
print("As described: one choice has become two.")
PYTHON
