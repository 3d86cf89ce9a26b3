//! Verdicts of the embedded story that must not change: one line a case in `verdicts/cases.tsv`.
#![cfg(not(target_arch = "wasm32"))]

use claim_check::{Engine, Verdict};

fn letters(engine: &Engine, claim: &str) -> String {
    let letter = |verdict| match verdict {
        Verdict::Support => 'S',
        Verdict::Dispute => 'D',
        Verdict::Both => 'B',
        Verdict::Omit => 'O',
    };
    engine.check(claim).articles.iter().map(|article| letter(article.verdict)).collect()
}

#[test]
fn every_case_has_its_verdicts() {
    let engine = Engine::embedded().unwrap();
    let mut wrong = Vec::new();
    for line in include_str!("verdicts/cases.tsv").lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [guards, claim, expected] = fields[..] else { panic!("expected three fields: {line}") };
        let found = letters(&engine, claim);
        // What is known to fail says so, and must be told once it does not.
        let known = guards.starts_with("known failure: ");
        if (found != expected) != known {
            wrong.push(format!("{guards}: {claim}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who does it in a text, by id.
fn agents(engine: &Engine, text: &str) -> Vec<String> {
    let reader = engine.reader();
    let names = reader.read(text).whole().names;
    let agents = names.iter().filter(|mention| mention.role == claim_check::Role::Agent);
    agents.filter_map(|mention| Some(reader.names().name(mention.name)?.id.clone())).collect()
}

#[test]
fn who_belongs_is_owned() {
    let engine = Engine::embedded().unwrap();
    for (owner, text) in [
        ("bytedance", "ByteDance owns TikTok"),
        ("bytedance", "TikTok belongs to ByteDance"),
        ("bytedance", "TikTok is owned by ByteDance"),
        ("bytedance", "TikTok is a subsidiary of ByteDance"),
        ("bytedance", "TikTok è controllata da ByteDance"),
        ("bytedance", "ByteDance's subsidiary TikTok"),
        ("tiktok", "TikTok owns ByteDance"),
        ("tiktok", "ByteDance appartiene a TikTok"),
    ] {
        assert_eq!(agents(&engine, text), [owner], "{text}");
    }
}

#[test]
fn what_is_asked_for_is_the_subject_and_a_clause_has_its_own() {
    let engine = Engine::embedded().unwrap();
    assert!(agents(&engine, "Who owns TikTok?").is_empty());
    assert_eq!(agents(&engine, "Che Huawei produca gli Ascend è vero"), ["huawei"]);
    assert_eq!(agents(&engine, "It is ByteDance which owns TikTok"), ["bytedance"]);
}

#[test]
fn a_dispute_of_a_figure_says_which_figures() {
    use claim_check::{Counterpart, ReasonKind};
    let claim = "Did ByteDance order 200,000 chips from Huawei?";
    let report = Engine::embedded().unwrap().check(claim);
    let reason = &report.articles[0].evidence[0].reasons[0];
    assert_eq!(reason.kind, ReasonKind::QuantityDiffers);
    let span = reason.span.unwrap();
    assert_eq!(&claim[span.start..span.end], "200,000");
    let Some(Counterpart::Quantity(figure)) = &reason.article else { panic!("expected a figure") };
    assert_eq!(figure.low, 100_000.0);
}

#[test]
fn text_of_any_length_is_answered() {
    let long = "ByteDance ordered chips, and Huawei delivered them; ".repeat(500);
    let report = Engine::embedded().unwrap().check(&long);
    assert!(report.truncated);
    assert_eq!(report.articles.len(), 5);
}
