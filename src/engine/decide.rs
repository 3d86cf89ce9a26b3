//! Deciding: every candidate claim and relation is a hypothesis; a log-linear model says how likely each is.

use super::compare::{Comparison, Relation, compare};
use super::feature::{Feature, Features};
use super::index::{Index, Kin};
use super::weights::{NONE, WEIGHTS};
use crate::story::{Story, WordingKind};
use crate::text::{Reader, Statement};

/// A way to understand a statement: it stands in a relation to a claim.
#[derive(Clone, Debug)]
pub(crate) struct Hypothesis {
    pub(crate) claim: usize,
    pub(crate) comparison: Comparison,
    pub(crate) score: f32,
    pub(crate) probability: f32,
}

impl Hypothesis {
    pub(crate) fn relation(&self) -> Relation {
        self.comparison.relation
    }
}

/// Claims compared in full for one statement; more find little and cost time.
const CANDIDATES: usize = 16;

/// The weights the model decides with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    pub(crate) weights: Features,
    pub(crate) none: f32,
}

impl Default for Model {
    fn default() -> Model {
        Model { weights: Features(WEIGHTS), none: NONE }
    }
}

/// All hypotheses about a statement, the likeliest first, and the probability that it is about none of the claims.
pub(crate) fn hypotheses(
    statement: &Statement,
    story: &Story,
    index: &Index,
    reader: &Reader,
    model: &Model,
) -> (Vec<Hypothesis>, f32) {
    let kin = Kin::new(statement, reader);
    let unheard = index.unheard(statement, &kin);
    let mut found: Vec<Hypothesis> = Vec::new();
    for (claim, _) in index.candidates(statement, &kin, CANDIDATES) {
        let foreign = index.foreign(claim, statement, &kin);
        let leanings = index.leanings(claim, statement);
        let mut best: [Option<Hypothesis>; 4] = [None, None, None, None];
        for wording in &story.claims[claim].wordings {
            let Some(mut comparison) =
                compare(statement, &kin, &wording.statement, wording.kind, claim, index, reader.names())
            else {
                continue;
            };
            comparison.features[Feature::Leaning] = leanings[wording.kind as usize];
            if wording.kind == WordingKind::Same {
                comparison.features[Feature::LeaningAway] = leanings.iter().fold(0.0, |most, l| most.max(*l));
            }
            comparison.features[Feature::Foreign] = foreign;
            comparison.features[Feature::Unheard] = unheard;
            let score = comparison.features.dot(&model.weights);
            let slot = &mut best[comparison.relation as usize];
            if slot.as_ref().is_none_or(|known| known.score < score) {
                *slot = Some(Hypothesis { claim, comparison, score, probability: 0.0 });
            }
        }
        found.extend(best.into_iter().flatten());
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let top = found.first().map_or(model.none, |h| h.score.max(model.none));
    let sum: f32 = found.iter().map(|h| (h.score - top).exp()).sum::<f32>() + (model.none - top).exp();
    for hypothesis in &mut found {
        hypothesis.probability = (hypothesis.score - top).exp() / sum;
    }
    (found, (model.none - top).exp() / sum)
}
