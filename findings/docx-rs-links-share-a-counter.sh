#!/usr/bin/env bash
# docx-rs: a document that is built while others are can have links that lead to a wrong address.
#
# (a) Most engineers would guess: a `Docx` value is independent of all others, so documents may be built in parallel (safe Rust,
#     no `unsafe`, no shared handle), and equal input gives equal bytes.
# (b) What happens in docx-rs 0.4.22: `Hyperlink::new` takes its relation id from one counter of the process, which is read and
#     written back in two steps. A thread that is late sets the counter back, so another thread's document gets an id twice.
#     The targets are kept in a hash map by id: the later one replaces the earlier, and the earlier link leads to the later's
#     address. No error, and the file can be read. With four threads on two cores that befell between one of 250 and one of
#     5000 documents with 200 links, and up to 48 links of such a document. Apart from that, the relations are written in the
#     order of that hash map, so the bytes differ from run to run, and ids depend on what the process built before.
# (c) What follows: don't use `Hyperlink::new` for external links where documents are built in parallel or must be
#     reproducible: make the `Hyperlink` with an id of one's own, counted per document, and write the relations in a fixed
#     order afterwards. A test has to compare each link's text with its target; counting links finds nothing.
set -euo pipefail

for need in cargo python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done
[ "$(nproc)" -gt 1 ] || { echo "Not run: threads have to run at the same time, and there is one core only." >&2; exit 2; }

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
docx-rs = { version = "=0.4.22", default-features = false }

[profile.dev]
debug = false

[workspace]
TOML
cat > src/main.rs <<'RUST'
use std::collections::HashSet;
use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use docx_rs::{Docx, Hyperlink, HyperlinkData, HyperlinkType, Paragraph, Run};

/// The links of one document: the text of each is the end of its address.
fn links(count: usize) -> Vec<Hyperlink> {
    (0..count)
        .map(|n| {
            let url = format!("https://example.org/{n}");
            Hyperlink::new(url, HyperlinkType::External).add_run(Run::new().add_text(n.to_string()))
        })
        .collect()
}

fn has_an_id_twice(links: &[Hyperlink]) -> bool {
    let mut seen = HashSet::new();
    links.iter().any(|link| matches!(&link.link, HyperlinkData::External { rid, .. } if !seen.insert(rid.clone())))
}

fn save(links: Vec<Hyperlink>, name: &str) {
    let paragraph = links.into_iter().fold(Paragraph::new(), |paragraph, link| paragraph.add_hyperlink(link));
    let mut file = Cursor::new(Vec::new());
    Docx::new().add_paragraph(paragraph).build().pack(&mut file).expect("packs");
    std::fs::write(name, file.into_inner()).expect("is written");
}

/// Builds documents in so many threads until one has an id twice, and says how many were built.
fn search(threads: usize, most: usize) -> usize {
    let built = AtomicUsize::new(0);
    let found = AtomicUsize::new(0);
    let end = Instant::now() + Duration::from_secs(40);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while found.load(Ordering::SeqCst) == 0
                    && built.fetch_add(1, Ordering::SeqCst) < most
                    && Instant::now() < end
                {
                    let links = links(200);
                    if has_an_id_twice(&links) && found.fetch_add(1, Ordering::SeqCst) == 0 {
                        save(links, "parallel.docx");
                    }
                }
            });
        }
    });
    built.into_inner().min(most)
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("alone") => println!("One thread: {} documents, none with an id twice.", search(1, 2000)),
        Some("together") => println!("Four threads: {} documents until one has an id twice.", search(4, 1_000_000)),
        Some(name) => {
            save(links(8), name);
            save(links(8), &format!("again-{name}"));
        }
        None => {}
    }
}
RUST
cargo build --quiet
cargo tree --quiet --depth 1 --prefix none | grep '^docx-rs'

"$CARGO_TARGET_DIR/debug/probe" alone
[ ! -e parallel.docx ] || { echo "No longer as described: one thread gives an id twice as well." >&2; exit 1; }
"$CARGO_TARGET_DIR/debug/probe" together
[ -e parallel.docx ] || { echo "No longer as described: no id twice in any document." >&2; exit 1; }
for run in 1 2 3 4 5; do "$CARGO_TARGET_DIR/debug/probe" "$run.docx"; done

python3 - <<'PYTHON'
import re, sys, zipfile

def read(name):
    """Pairs of a link's id and text in the order of the text, and pairs of a relation's id and address in their order."""
    with zipfile.ZipFile(name) as packed:
        text = packed.read("word/document.xml").decode()
        relations = packed.read("word/_rels/document.xml.rels").decode()
    shown = re.findall(r'<w:hyperlink[^>]* r:id="([^"]+)".*?<w:t[^>]*>(\d+)</w:t>', text)
    targets = [(re.search(r'\bId="([^"]+)"', tag)[1], re.search(r'\bTarget="([^"]+)"', tag)[1])
               for tag in re.findall(r"<Relationship [^>]*example\.org[^>]*>", relations)]
    return shown, targets

wrong = []
shown, targets = read("parallel.docx")
leads = dict(targets)
astray = [(text, leads[id]) for id, text in shown if leads[id] != f"https://example.org/{text}"]
print(f"That document: {len(shown)} links, {len(targets)} targets; for example "
      + "; ".join(f"the link «{text}» leads to {url}" for text, url in astray[:3]))
if len(shown) != 200 or not astray:
    wrong.append("links built in parallel lead where they should")
orders = [[id for id, _ in read(f"{run}.docx")[1]] for run in range(1, 6)]
for order in orders[:2]:
    print("Relations in one run:", *order)
if len({tuple(order) for order in orders}) == 1:
    wrong.append("the order of the relations is the same in five runs")
first, second = read("1.docx")[0][0][0], read("again-1.docx")[0][0][0]
print(f"First link of the same document, written twice in one process: {first}, then {second}")
if first == second:
    wrong.append("ids no longer depend on what was written before")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: shared ids, a wrong target, another order in every run.")
PYTHON
