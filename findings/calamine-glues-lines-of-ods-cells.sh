#!/usr/bin/env bash
# calamine: in OpenDocument tables (.ods) line breaks and tabs inside a cell vanish, and words on both sides become one.
#
# (a) Most engineers would guess: the text of a cell is what is seen in it, with a line break or at least a blank where the cell has
#     one, as calamine gives for the same cell of an .xlsx file; blanks written as `text:s` are a finer point than line breaks.
# (b) What happens in calamine (python-calamine 0.9.1): `text:s` becomes its blanks, and `text:p` begins a new line, but
#     `text:line-break` and `text:tab`, which OpenDocument has for both, are dropped: «Ашпозчу», break, «кондитер» is «Ашпозчукондитер».
#     No error. SheetJS 0.18.5 (npm) and pyexcel-ods3 0.6.1 (odfpy's like) give a line feed and a tab; pandas 3.1.1 with odfpy 1.4.1 gives the
#     line feed and drops the tab. pandas, moreover, takes a boolean for true only if its shown text is «TRUE»: a table that
#     was saved in Russian or Kyrgyz («ИСТИНА») has nothing but False.
# (c) What follows: whoever imports .ods by calamine loses words at the seams: compare with the XML, or ask for .xlsx. For
#     booleans take `office:boolean-value`, never what is shown.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund xlsx@0.18.5
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 pandas==3.1.1 odfpy==1.4.1 pyexcel-ods3==0.6.1

cat > probe.py <<'PYTHON'
import json, subprocess, sys, zipfile
from importlib.metadata import version

import pandas
from pyexcel_ods3 import get_data
from python_calamine import CalamineWorkbook

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
CELLS = {
    "break": "<text:p>Ашпозчу<text:line-break/>кондитер</text:p>",
    "tab": "<text:p>Ашпозчу<text:tab/>кондитер</text:p>",
    "blanks": '<text:p>Ашпозчу<text:s text:c="2"/>кондитер</text:p>',
    "lines": "<text:p>Ашпозчу</text:p><text:p>кондитер</text:p>",
}
cells = "".join(f'<table:table-cell office:value-type="string">{text}</table:table-cell>' for text in CELLS.values())
cells += "".join(f'<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>{shown}</text:p></table:table-cell>'
                 for shown in ("TRUE", "ИСТИНА"))
with zipfile.ZipFile("list.ods", "w") as packed:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    packed.writestr("mimetype", kind)
    packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{NAMES}manifest:1.0" manifest:version="1.2">'
                    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    packed.writestr("content.xml", '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
                    f'xmlns:office="{NAMES}office:1.0" xmlns:table="{NAMES}table:1.0" xmlns:text="{NAMES}text:1.0"><office:body>'
                    '<office:spreadsheet><table:table table:name="Кесиптер"><table:table-column table:number-columns-repeated="6"/>'
                    f'<table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>')

script = 'import X from "xlsx"; console.log(JSON.stringify(X.utils.sheet_to_json(Object.values(X.readFile("list.ods").Sheets)[0], { header: 1 })[0]))'
seen = {
    f"python-calamine {version('python-calamine')}": CalamineWorkbook.from_path("list.ods").get_sheet_by_index(0).to_python()[0],
    f"pandas {pandas.__version__}": [v.item() if hasattr(v, "item") else v for v in pandas.read_excel("list.ods", engine="odf", header=None).iloc[0]],
    "pyexcel-ods3": get_data("list.ods")["Кесиптер"][0],
    "SheetJS": json.loads(subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True).stdout),
}
right = ["Ашпозчу\nкондитер", "Ашпозчу\tкондитер", "Ашпозчу  кондитер", "Ашпозчу\nкондитер", True, True]
expected = {
    "python-calamine": ["Ашпозчукондитер", "Ашпозчукондитер", *right[2:]],
    "pandas": [right[0], "Ашпозчукондитер", *right[2:5], False],
    "pyexcel-ods3": right,
    "SheetJS": right,
}
wrong = []
for name, row in seen.items():
    print(f"{name:22} {row}")
    if row != expected[name.split()[0]]:
        wrong.append(name)
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: words on both sides of a break become one.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
