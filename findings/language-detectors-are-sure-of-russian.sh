#!/usr/bin/env bash
# Language detectors: Kyrgyz that they don't know is Russian «with certainty», or Kazakh, whatever letters it has.
#
# (a) Most engineers would guess: a detector that has no Kyrgyz says so by a low confidence, an unknown language or at worst its nearest
#     relative, Kazakh; with a confidence of 1.0 it means what it says. Letters that Russian lacks (ө, ү, ң) rule Russian out.
# (b) What happens: whatlang 0.18.0 (crate) takes two sentences with ө, ү and ң for Russian with confidence 1.0, `is_reliable` true; langdetect
#     1.0.9 (PyPI) for Russian, too, with 0.99999, and Kazakh for Ukrainian with the same. lingua-language-detector 2.1.1 (PyPI), which knows
#     Kazakh and no Kyrgyz, answers Kazakh. langid 1.1.6 (PyPI), which does
#     have Kyrgyz, knows the two sentences, and takes «Бул кесип боюнча окуу эки жыл» (no special letter) for Russian. No error, no warning.
# (c) What follows: none of these tells a page in the wrong language, chooses a voice or an index: take the language from where it is known
#     (file name, `lang`), and to find mix-ups look for ө, ү, ң and endings, per paragraph.
set -euo pipefail

for need in cargo python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
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
whatlang = "=0.18.0"

[profile.dev]
debug = false

[workspace]
TOML
cat > src/main.rs <<'RUST'
fn main() {
    let text = std::env::args().nth(1).expect("a text");
    let found = whatlang::detect(&text).expect("something is found");
    println!("{} {} {}", found.lang().code(), found.confidence(), found.is_reliable());
}
RUST
cargo build --quiet
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check lingua-language-detector==2.1.1 langdetect==1.0.9 langid==1.1.6

cat > probe.py <<'PYTHON'
import subprocess, sys

import langdetect, langid
from lingua import LanguageDetectorBuilder

langdetect.DetectorFactory.seed = 0
lingua = LanguageDetectorBuilder.from_all_languages().build()
KYRGYZ = ("Мектепти бүтүргөндөн кийин кайсы кесипти тандоо керек? Ата-энелер менен мугалимдер жардам берет, бирок чечимди өзүңүз "
          "чыгарасыз.")
KAZAKH = "Мектепті бітіргеннен кейін қай мамандықты таңдау керек? Ата-аналар мен мұғалімдер көмектеседі."
RUSSIAN = "После школы надо выбрать профессию. Родители и учителя помогут, но решать вам."
wrong = []

def ask(text):
    lang, confidence, reliable = subprocess.run(["target/debug/probe", text], capture_output=True, text=True, check=True).stdout.split()
    best = langdetect.detect_langs(text)[0]
    seen = {
        "whatlang": (lang, float(confidence), reliable),
        "langdetect": (best.lang, best.prob),
        "lingua": (lingua.detect_language_of(text).iso_code_639_1.name.lower(),),
        "langid": (langid.classify(text)[0],),
    }
    print(text)
    print("  " + "; ".join(f"{name} {' '.join(map(str, answer))}" for name, answer in seen.items()))
    return seen

def expect(what, as_described):
    if not as_described:
        wrong.append(what)

kyrgyz = ask(KYRGYZ)
expect("whatlang, Kyrgyz", kyrgyz["whatlang"] == ("rus", 1.0, "true"))
expect("langdetect, Kyrgyz", kyrgyz["langdetect"][0] == "ru" and kyrgyz["langdetect"][1] > 0.9999)
expect("lingua, Kyrgyz", kyrgyz["lingua"] == ("kk",))
expect("langid, Kyrgyz", kyrgyz["langid"] == ("ky",))
short = ask("Бул кесип боюнча окуу эки жыл")
expect("whatlang, short", short["whatlang"] == ("rus", 1.0, "true"))
expect("langid, short", short["langid"] == ("ru",))
kazakh = ask(KAZAKH)
expect("langdetect, Kazakh", kazakh["langdetect"][0] == "uk" and kazakh["langdetect"][1] > 0.9999)
russian = ask(RUSSIAN)
expect("Russian", [answer[0] for answer in russian.values()] == ["rus", "ru", "ru", "ru"])
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: certain, and wrong.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
