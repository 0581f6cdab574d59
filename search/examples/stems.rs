//! Measures the Kyrgyz stemmer on treebanks in the CoNLL-U format.
//!
//! `cargo run -p bagyt-search --example stems -- KTMU.conllu TUECL.conllu [errors]`: the form is column 2, the dictionary form column 3; punctuation,
//! symbols, numbers and lines of several tokens are left out, and everything is in lower case. Two forms belong
//! together if they have a dictionary form in common; they are brought together if they have the same stem.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "an example reads and prints"
)]

use std::collections::{BTreeMap, BTreeSet};

use bagyt_search::analysis::{Analyser, Language, Term};

/// A form in the text.
struct Entry {
    sentence: usize,
    form: String,
    lemma: String,
}

type Groups = BTreeMap<String, BTreeSet<String>>;
type Pairs = BTreeSet<(String, String)>;

/// The stem of a form in its own letters.
fn key(form: &str) -> String {
    let analyser = Analyser::new(Language::Kyrgyz);
    analyser.terms(form).iter().map(Term::spelled).collect::<Vec<_>>().join("-")
}

fn first_five(form: &str) -> String {
    form.chars().take(5).collect()
}

fn load(path: &str) -> Result<Vec<Entry>, std::io::Error> {
    let mut sentence = 0;
    let mut entries = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        if line.is_empty() {
            sentence += 1;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, class, ..] = columns[..] else { continue };
        if id.parse::<u32>().is_ok() && !matches!(class, "PUNCT" | "SYM" | "NUM" | "X") {
            entries.push(Entry { sentence, form: form.to_lowercase(), lemma: lemma.to_lowercase() });
        }
    }
    Ok(entries)
}

/// Unordered pairs of different forms of one group.
fn pairs(groups: &Groups) -> Pairs {
    let mut pairs = Pairs::new();
    for group in groups.values() {
        for a in group {
            for b in group.range(a.clone()..).skip(1) {
                pairs.insert((a.clone(), b.clone()));
            }
        }
    }
    pairs
}

fn groups<'a>(entries: &[&'a Entry], name: impl Fn(&'a Entry) -> String) -> Groups {
    let mut groups = Groups::new();
    for entry in entries {
        groups.entry(name(entry)).or_default().insert(entry.form.clone());
    }
    groups
}

fn report(title: &str, entries: &[&Entry], key: fn(&str) -> String) {
    let truth = pairs(&groups(entries, |e| e.lemma.clone()));
    let found = pairs(&groups(entries, |e| key(&e.form)));
    let forms = groups(entries, |e| e.form.clone()).len() as f64;
    let hits = truth.intersection(&found).count() as f64;
    let score = |hits: f64, found: f64, truth: f64| {
        let precision = if found > 0.0 { hits / found } else { 1.0 };
        let recall = hits / truth;
        let f = if hits > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        format!("{precision:.3}  {recall:.3}  {f:.3}")
    };
    // As for someone who looks for each form in turn and also finds the form itself: ordered pairs with equal ones.
    let (found, truth) = (found.len() as f64, truth.len() as f64);
    let retrieval = score(forms + 2.0 * hits, forms + 2.0 * found, forms + 2.0 * truth);
    println!("{title:26} {forms:5}  {retrieval}   {}", score(hits, found, truth));
}

/// The groups that went wrong, the largest first.
fn errors(entries: &[&Entry]) {
    let lemmas = groups(entries, |e| e.lemma.clone());
    let stems = groups(entries, |e| key(&e.form));
    let lemma_of: BTreeMap<&str, &str> = entries.iter().map(|e| (e.form.as_str(), e.lemma.as_str())).collect();
    let (truth, found) = (pairs(&lemmas), pairs(&stems));
    for (title, groups, others) in [("false", &stems, &truth), ("missed", &lemmas, &found)] {
        let mut wrong: Vec<(usize, String)> = Vec::new();
        for (name, group) in groups {
            let count = pairs(&Groups::from([(name.clone(), group.clone())])).difference(others).count();
            let shown: Vec<String> = group
                .iter()
                .map(|form| {
                    format!("{form}>{}", if title == "false" { lemma_of[form.as_str()].into() } else { key(form) })
                })
                .collect();
            if count > 0 {
                wrong.push((count, format!("{name}: {}", shown.join(" "))));
            }
        }
        wrong.sort_by(|a, b| b.cmp(a));
        for (count, line) in wrong {
            println!("{title} {count} {line}");
        }
    }
}

fn main() -> Result<(), std::io::Error> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [ktmu, tuecl, rest @ ..] = args.as_slice() else {
        eprintln!("usage: measure KTMU.conllu TUECL.conllu [errors]");
        return Ok(());
    };
    let (ktmu, tuecl) = (load(ktmu)?, load(tuecl)?);
    let tune: Vec<&Entry> = ktmu.iter().filter(|e| e.sentence % 5 != 0).collect();
    let held_out: Vec<&Entry> = ktmu.iter().filter(|e| e.sentence % 5 == 0).collect();
    let both: Vec<&Entry> = ktmu.iter().chain(&tuecl).collect();
    println!("{:33}P      R      F       without the form itself", "");
    report("both, exact", &both, str::to_string);
    report("both, first five letters", &both, first_five);
    report("KTMU train, tuning part", &tune, key);
    report("KTMU train, held out", &held_out, key);
    report("KTMU train, exact", &ktmu.iter().collect::<Vec<_>>(), str::to_string);
    report("KTMU train, five letters", &ktmu.iter().collect::<Vec<_>>(), first_five);
    report("KTMU train", &ktmu.iter().collect::<Vec<_>>(), key);
    report("TueCL", &tuecl.iter().collect::<Vec<_>>(), key);
    report("both", &both, key);
    if rest.iter().any(|arg| arg == "errors") {
        errors(&tune);
    }
    Ok(())
}
