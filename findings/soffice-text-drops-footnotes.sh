#!/usr/bin/env bash
# LibreOffice: converting a document to plain text leaves out its footnotes and endnotes.
#
# (a) Most engineers would guess: `soffice --convert-to txt` writes all the text that a reader of the document has; notes stand
#     at the end or in brackets, as in the PDF, the HTML and what other converters write.
# (b) What happens in LibreOffice 7.4.7 (Debian 12): the filter "Text" writes the number of the note, glued to the word before
#     it («Мектеп1»), and nothing of what the note says; no warning, exit code 0. The same program's HTML has it.
# (c) What follows: never count, compare, search or import words by way of `--convert-to txt`; a comparison of letters before
#     and after passes while notes are lost, and the digit makes words that don't exist. Convert to HTML (or read the XML),
#     or to PDF when only what is seen matters.
set -euo pipefail

office=$(command -v soffice || true)
[ -n "$office" ] || { echo "Not run: soffice is missing (Debian package libreoffice-writer)." >&2; exit 2; }
command -v unzip >/dev/null || { echo "Not run: unzip is missing." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=$("$office" "-env:UserInstallation=file://$folder/profile" --headless --version)
echo "${version%%$'\n'*}"

cat > note.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:p>Мектеп<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Биринчи эскертүү</text:p></text:note-body></text:note> жөнүндө<text:note text:id="n2" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>Экинчи эскертүү</text:p></text:note-body></text:note>.</text:p>
</office:text></office:body></office:document>
XML

# The same text as Word would hand it in: LibreOffice itself writes the .docx.
convert() {
  timeout 60 "$office" "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$1" "$2" > log 2>&1 \
    || { cat log >&2; echo "The conversion to $1 failed." >&2; exit 2; }
}
convert docx note.fodt
rm note.fodt
convert 'txt:Text (encoded):UTF8' note.docx
convert html note.docx

echo "Plain text:"
cat note.txt
echo
echo "Lines with «эскертүү» in HTML: $(grep -c 'эскертүү' note.html || true), in plain text: $(grep -c 'эскертүү' note.txt || true)"

wrong=
grep -q 'Мектеп1 жөнүндө' note.txt || wrong="$wrong the number of the note no longer stands at the word;"
grep -q 'эскертүү' note.txt && wrong="$wrong plain text has a note now;"
for word in Биринчи Экинчи; do
  grep -q "$word" note.html || wrong="$wrong HTML lacks «$word»;"
  unzip -p note.docx word/footnotes.xml word/endnotes.xml | grep "$word" > log || wrong="$wrong the .docx lacks «$word»;"
done
[ -z "$wrong" ] || { echo "No longer as described:$wrong" >&2; exit 1; }
echo "As described: plain text has lost both notes without a word."
