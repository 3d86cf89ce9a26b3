//! Checks claims against the embedded story and prints what each article does with them, where, and why:
//!
//! ```sh
//! cargo run --example check -- "ByteDance ordered 200,000 Huawei chips"
//! ```

use std::env;

use claim_check::{Engine, EngineError, Locale};

fn main() -> Result<(), EngineError> {
    let engine = Engine::embedded()?;
    let mut claims: Vec<String> = env::args().skip(1).collect();
    if claims.is_empty() {
        claims.push("Did ByteDance order 200,000 chips from Huawei?".to_owned());
    }
    for claim in &claims {
        println!("{}", answer(&engine, claim));
    }
    Ok(())
}

/// The answer as lines of text, in the language of the claim.
fn answer(engine: &Engine, claim: &str) -> String {
    let report = engine.check(claim);
    let locale = Locale::new(report.language);
    let mut lines = vec![locale.summary(&report)];
    for (article, source) in report.articles.iter().zip(&engine.story().articles) {
        let label = source.label.text(locale.language());
        lines.push(format!("{}: {label}", locale.verdict(article.verdict)));
        for place in &article.evidence {
            let note = place.note.text(locale.language());
            lines.push(format!("  paragraph {}, sentence {}: {note}", place.paragraph, place.sentence));
            for reason in &place.reasons {
                lines.push(format!("    {}", locale.explain(&report.claim, place.stance, reason)));
            }
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_tells_what_differs() {
        let engine = Engine::embedded().unwrap();
        let text = answer(&engine, "ByteDance ordered 200,000 Huawei chips");
        assert!(text.starts_with("Two of five articles dispute it"), "{text}");
        assert!(text.contains("this article says more than 100,000"), "{text}");
    }

    #[test]
    fn it_is_in_the_language_of_the_claim() {
        let engine = Engine::embedded().unwrap();
        assert!(answer(&engine, "Doubao è stato lanciato nell’agosto del 2023").contains("articoli"));
    }
}
