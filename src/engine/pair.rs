//! One claim against one piece of evidence, without a story: what the comparison makes of texts that nobody prepared.
//!
//! There is no claim set, no wording and no learned weight here, only the reading of both texts and their comparison. It
//! is weaker than a check against a story, and shows how far the comparison carries by itself.

use super::compare::{Comparison, Pair, Reason, Relation, compare};
use super::feature::Feature;
use super::index::{Index, Kin};
use crate::story::WordingKind;
use crate::text::{Lexicon, Reader, sentences};

/// What a piece of evidence does with a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// States or implies it.
    Support,
    /// Contradicts it.
    Dispute,
    /// Does neither.
    Neutral,
}

/// The outcome of comparing a claim with evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct PairReport {
    /// What the evidence does with the claim.
    pub stance: Stance,
    /// Share of the claim's content words and names that the closest sentence of the evidence has, 0 to 1.
    pub covered: f32,
    /// What agrees and what differs.
    pub reasons: Vec<Reason>,
}

/// Share of the claim's content that evidence must have to speak of it at all. At 0.5 half of a claim may be invented; at
/// 0.9 only copies count.
const SPEAKS: f32 = 0.65;
/// The same where it contradicts: what differs is not covered.
const CONTRADICTS: f32 = 0.5;

/// Compares claims with evidence.
#[derive(Clone, Debug)]
pub struct Comparer {
    reader: Reader,
}

impl Comparer {
    /// A comparer that knows the words and names of a lexicon.
    pub fn new(lexicon: Lexicon) -> Comparer {
        Comparer { reader: Reader::new(lexicon, &[], &[]) }
    }

    /// What evidence, one or more sentences, does with a claim.
    pub fn compare(&self, claim: &str, evidence: &str) -> PairReport {
        // Words that the lexicon lacks are compared as they stand: the evidence's become the vocabulary of this pair.
        let mut reader = self.reader.clone();
        let told: Vec<&str> = sentences(evidence).into_iter().flatten().chain([evidence]).collect();
        for text in &told {
            reader.learn(text);
        }
        let statement = reader.read(claim).whole();
        let kin = Kin::new(&statement, &reader);
        let found = told.iter().filter_map(|text| {
            let told = reader.read(text).whole();
            let index = Index::of_statement(&told);
            let pair = Pair {
                reader: &statement,
                kin: &kin,
                wording: &told,
                claim: 0,
                index: &index,
                names: reader.names(),
            };
            compare(pair, WordingKind::Same, None)
        });
        // The whole comes last and must cover more than the best sentence to be preferred to it.
        let closest = found.fold(None, |best: Option<Comparison>, next| match best {
            Some(best) if covered(&best) >= covered(&next) => Some(best),
            _ => Some(next),
        });
        let Some(closest) = closest else {
            return PairReport { stance: Stance::Neutral, covered: 0.0, reasons: Vec::new() };
        };
        let covered = covered(&closest);
        let stance = match closest.relation {
            Relation::Same if covered >= SPEAKS => Stance::Support,
            Relation::Denied | Relation::Altered if covered >= CONTRADICTS => Stance::Dispute,
            _ => Stance::Neutral,
        };
        PairReport { stance, covered, reasons: closest.reasons }
    }
}

fn covered(comparison: &Comparison) -> f32 {
    comparison.features[Feature::ReaderCovered]
}

#[cfg(test)]
mod tests {
    use super::{Comparer, Stance};
    use crate::engine::Engine;

    #[test]
    fn pairs_about_anything_are_compared() {
        use Stance::{Dispute, Neutral, Support};
        let comparer = Comparer::new(Engine::lexicon().expect("a lexicon"));
        let cases = [
            ("The mayor opened the bridge", "On Monday the mayor opened the new bridge.", Support),
            ("The mayor did not open the bridge", "On Monday the mayor opened the new bridge.", Dispute),
            ("The bridge cost 5 million euros", "It rained. The bridge cost 9 million euros.", Dispute),
            ("The bridge cost 9 million euros", "It rained. The bridge cost 9 million euros.", Support),
            ("The school hired teachers", "On Monday the mayor opened the new bridge.", Neutral),
            ("Il sindaco ha aperto il ponte", "Lunedì il sindaco ha aperto il nuovo ponte.", Support),
        ];
        for (claim, evidence, stance) in cases {
            assert_eq!(comparer.compare(claim, evidence).stance, stance, "{claim} | {evidence}");
        }
    }
}
