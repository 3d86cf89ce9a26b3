//! `claim-check compare`: what a piece of evidence does with a claim, pair by pair, without any story.

use std::io::Write;

use claim_check::{Comparer, Engine, ReasonKind, Stance};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::input;

/// A pair as it is read.
#[derive(Deserialize)]
struct Line {
    claim: String,
    evidence: String,
}

/// What is answered.
#[derive(Serialize)]
struct Answer<'a> {
    relation: Stance,
    covered: f32,
    reasons: Vec<Reason<'a>>,
}

#[derive(Serialize)]
struct Reason<'a> {
    kind: ReasonKind,
    /// The deciding words of the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
}

const HINT: &str = "write {\"claim\": \"...\", \"evidence\": \"...\"} on each line";

/// Answers every pair of standard input, in order, one object a line.
pub(crate) fn run(out: &mut impl Write) -> Result<(), Failure> {
    let lexicon = Engine::lexicon().map_err(|error| Failure::new(error.to_string(), error.hint()))?;
    let comparer = Comparer::new(lexicon);
    let mut number = 0;
    input::each(&[], "pairs", |text| {
        number += 1;
        let line: Line = input::object(text, &format!("line {number}"), "a pair", HINT)?;
        let report = comparer.compare(&line.claim, &line.evidence);
        let words = |span: claim_check::Span| line.claim.get(span.start..span.end);
        let reasons = report
            .reasons
            .iter()
            .map(|reason| Reason { kind: reason.kind, words: reason.span.and_then(words) });
        input::write_line(
            out,
            &Answer { relation: report.stance, covered: report.covered, reasons: reasons.collect() },
        )
    })
}
