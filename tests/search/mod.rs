//! The quality of the search over the real content, by sets of questions with graded answers.
//!
//! `cargo test --release answers_are_good -- --nocapture` prints the tables. The sets, `queries.<lang>.tsv`, were written from what
//! people would ask, before the ranking was tuned. The pages were judged anew when the site had grown tenfold: for each
//! question those of the old judgements and of the answers, in alphabetical order, by readers who did not see the ranking.

pub mod judge;

use judge::{Judged, Scores};

/// Least values, a little below what was measured when they were set; a change that goes under them makes the search
/// worse.
struct Gate {
    lang: &'static str,
    mrr: f64,
    ndcg: f64,
    first: f64,
}

const GATES: [Gate; 2] = [
    Gate { lang: "ky", mrr: 0.88, ndcg: 0.835, first: 0.82 },
    Gate { lang: "ru", mrr: 0.86, ndcg: 0.825, first: 0.80 },
];

/// The checked-in engine must be the one that the present sources make.
#[test]
fn the_engine_is_made_from_the_present_sources() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/search/wasm");
    let stamp = std::process::Command::new("bash").arg(format!("{folder}/stamp")).output().unwrap();
    assert!(stamp.status.success(), "{}", String::from_utf8_lossy(&stamp.stderr));
    let made_from = std::fs::read_to_string(format!("{folder}/engine.sources")).unwrap();
    assert_eq!(String::from_utf8_lossy(&stamp.stdout), made_from, "run search/wasm/build and commit what it makes");
}

#[test]
fn answers_are_good() {
    let index = judge::Site::own();
    let mut problems = Vec::new();
    for gate in GATES {
        let queries = judge::queries(gate.lang);
        assert!(queries.len() >= 60, "{}: {} questions", gate.lang, queries.len());
        let strangers = queries.iter().flat_map(|query| query.grades.keys()).filter(|page| !index.has(gate.lang, page));
        problems.extend(strangers.map(|page| format!("{}: there is no page {page}", gate.lang)));
        let judged: Vec<Judged> = queries.iter().map(|query| index.judge(gate.lang, query)).collect();
        print!("{}", judge::table(gate.lang, &judged));
        let all = Scores::of(judged.iter());
        for (name, value, least) in
            [("MRR", all.mrr, gate.mrr), ("nDCG", all.ndcg, gate.ndcg), ("first", all.first, gate.first)]
        {
            if value < least {
                problems.push(format!("{}: {name} {value:.3}, less than {least}", gate.lang));
            }
        }
        let empty = judged.iter().filter(|judged| judged.empty);
        problems.extend(empty.map(|judged| format!("{}: nothing for «{}»", gate.lang, judged.query)));
    }
    problems.dedup();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
