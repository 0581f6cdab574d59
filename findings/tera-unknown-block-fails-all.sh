#!/usr/bin/env bash
# Tera 2: a block that no parent template has stops all templates, where Tera 1 and Jinja leave it out.
#
# (a) Most engineers would guess: as in Jinja2 and Tera 1, a child template may define a block that its parent lacks; it
#     is simply not shown, so a parent may drop or rename a block without breaking the children. Tera's guide for moving from
#     1 to 2 does not name a change there.
# (b) What happens: Tera 1.20.0 takes the templates and renders the child without the block; Jinja2 3.1.6 as well. Tera 2.4.0
#     refuses them while loading: "Block `extra` is not defined in any parent template", and since all are checked together,
#     the good templates of the same call are not there either.
# (c) What follows: the names of blocks in a base template are an interface. Dropping or renaming one breaks every theme that
#     overrides it, not only on its own page; keep empty blocks for old names, name them in the documentation of themes and
#     in the list of changes. A theme made for several versions cannot define blocks that only some have.
set -euo pipefail

for need in cargo python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export CARGO_TARGET_DIR="$folder/target"
mkdir src
echo '<b>{% block title %}Кесип{% endblock %}</b>' > base.html
echo '{% extends "base.html" %}{% block title %}Мектеп{% endblock %}{% block extra %}кошумча{% endblock %}' > child.html
echo '{% extends "base.html" %}{% block title %}Жооп{% endblock %}' > good.html

python3 -m pip --disable-pip-version-check install --quiet --root-user-action=ignore --target packages Jinja2==3.1.6

cat > Cargo.toml <<'TOML'
[package]
name = "probe"
version = "0.0.0"
edition = "2021"

[dependencies]
tera1 = { package = "tera", version = "=1.20.0", default-features = false }
tera2 = { package = "tera", version = "=2.4.0", default-features = false }

[profile.dev]
debug = false

[workspace]
TOML
cat > src/main.rs <<'RUST'
const FILES: [(&str, &str); 3] = [
    ("base.html", include_str!("../base.html")),
    ("child.html", include_str!("../child.html")),
    ("good.html", include_str!("../good.html")),
];

fn main() {
    let mut one = tera1::Tera::default();
    println!("Tera 1 loads: {:?}", one.add_raw_templates(FILES));
    println!("Tera 1 child: {:?}", one.render("child.html", &tera1::Context::new()).ok());
    let mut two = tera2::Tera::default();
    match two.add_raw_templates(FILES) {
        Ok(()) => println!("Tera 2 loads: Ok(())"),
        Err(error) => println!("Tera 2 loads: {error}"),
    }
    println!("Tera 2 child: {:?}", two.render("child.html", &tera2::Context::new()).ok());
    println!("Tera 2 good: {:?}", two.render("good.html", &tera2::Context::new()).ok());
}
RUST
cargo build --quiet
cargo tree --quiet --depth 1 --prefix none | grep '^tera'

PYTHONPATH=packages PYTHONUTF8=1 python3 - > seen <<'PYTHON'
import importlib.metadata, jinja2
print("Jinja2", importlib.metadata.version("Jinja2"))
print("Jinja2 child:", jinja2.Environment(loader=jinja2.FileSystemLoader(".")).get_template("child.html").render())
PYTHON
"$CARGO_TARGET_DIR/debug/probe" >> seen
cat seen

wrong=
expect() { grep -qF -- "$1" seen || wrong="$wrong «$1» not seen;"; }
expect 'Jinja2 child: <b>Мектеп</b>'
expect 'Tera 1 loads: Ok(())'
expect 'Tera 1 child: Some("<b>Мектеп</b>'
expect 'Block `extra` is not defined in any parent template'
expect 'Tera 2 child: None'
expect 'Tera 2 good: None'
[ -z "$wrong" ] || { echo "No longer as described:$wrong" >&2; exit 1; }
echo "As described: one unknown block, and no template can be used."
