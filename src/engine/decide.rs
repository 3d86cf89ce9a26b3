//! Deciding: every candidate claim and relation is a hypothesis; a log-linear model says how likely each is.

use super::compare::{Comparison, Pair, Relation, compare};
use super::feature::{FEATURES, Feature, Features};
use super::index::{Index, Kin};
use super::weights::{NONE, WEIGHTS};
use crate::story::{Classifier, Story, WordingKind};
use crate::text::{Reader, Statement};

/// A way to understand a statement: it stands in a relation to a claim.
#[derive(Clone, Debug)]
pub(crate) struct Hypothesis {
    pub(crate) claim: usize,
    pub(crate) wording: usize,
    pub(crate) comparison: Comparison,
    pub(crate) score: f32,
    pub(crate) probability: f32,
}

impl Hypothesis {
    pub(crate) fn relation(&self) -> Relation {
        self.comparison.relation
    }
}

/// The weights the model decides with: for each relation, one for each feature.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    pub(crate) weights: [Features; 4],
    pub(crate) none: f32,
    /// Weights, for none: of the share of content that the story never speaks of, of the classifier's score for
    /// everything unsettled, and of how far that lies below its best score.
    pub(crate) none_weights: [f32; 3],
}

impl Default for Model {
    fn default() -> Model {
        Model { weights: WEIGHTS.map(Features), none: NONE[0], none_weights: [NONE[1], NONE[2], NONE[3]] }
    }
}

impl Model {
    pub(crate) fn score(&self, relation: Relation, features: &Features) -> f32 {
        features.dot(&self.weights[relation as usize])
    }

    pub(crate) fn none_score(&self, unheard: f32, score: f32, best: f32) -> f32 {
        let [by_unheard, by_score, by_behind] = self.none_weights;
        self.none + by_unheard * unheard + by_score * score + by_behind * (best - score)
    }

    /// What each feature adds to a score, by name.
    pub(crate) fn contributions(&self, relation: Relation, features: &Features) -> Vec<(&'static str, f32)> {
        let weights = &self.weights[relation as usize];
        let added = FEATURES.iter().map(|(feature, name)| (*name, features[*feature] * weights[*feature]));
        added.filter(|(_, value)| *value != 0.0).collect()
    }
}

/// What the engine makes of one statement.
#[derive(Clone, Debug)]
pub(crate) struct Understanding {
    /// The likeliest first.
    pub(crate) hypotheses: Vec<Hypothesis>,
    /// Probability of the hypothesis that no claim is meant.
    pub(crate) none_probability: f32,
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only learning the weights asks for it"))]
    /// What the score of none rests on: unheard share, the classifier's score for it, its best score.
    pub(crate) none_inputs: [f32; 3],
}

fn kind_of(relation: Relation) -> WordingKind {
    match relation {
        Relation::Same => WordingKind::Same,
        Relation::Denied => WordingKind::Denied,
        Relation::Altered => WordingKind::Altered,
        Relation::Unsettled => WordingKind::Unsettled,
    }
}

/// All hypotheses about a statement.
pub(crate) fn understand(
    statement: &Statement,
    story: &Story,
    index: &Index,
    reader: &Reader,
    model: &Model,
) -> Understanding {
    let kin = Kin::new(statement, reader);
    let unheard = index.unheard(statement, &kin);
    let scores = story.classifier.scores(statement, reader.lexicon());
    let best_score = scores.iter().copied().fold(-2.0, f32::max);
    let score_of = |claim, kind| {
        let class = Classifier::class(claim, kind, story.claims.len());
        scores.get(class).copied().unwrap_or(-1.0).clamp(-2.0, 2.0)
    };
    let mut found: Vec<Hypothesis> = Vec::new();
    for listed in index.shortlist(statement, &kin, story) {
        let claim = listed.claim;
        let affinity = index.affinity(claim, statement, &kin);
        let mut best: [Option<Hypothesis>; 4] = [None, None, None, None];
        let mut density = [0.0_f32; 4];
        for at in listed.wordings {
            let wording = &story.claims[claim].wordings[at];
            let Some(mut comparison) = compare(
                Pair {
                    reader: statement,
                    kin: &kin,
                    wording: &wording.statement,
                    claim,
                    index,
                    names: reader.names(),
                },
                wording.kind,
            ) else {
                continue;
            };
            let features = &mut comparison.features;
            features[Feature::Leaning] = affinity.leanings[wording.kind as usize];
            if wording.kind == WordingKind::Same {
                features[Feature::LeaningAway] = affinity.leanings.iter().fold(0.0, |most, l| most.max(*l));
            }
            features[Feature::KindScore] = score_of(claim, wording.kind);
            features[Feature::KindBehind] = (best_score - score_of(claim, wording.kind)).min(3.0);
            features[Feature::RelationScore] = score_of(claim, kind_of(comparison.relation));
            features[Feature::Foreign] = affinity.foreign;
            features[Feature::ContraryWords] = affinity.contrary.min(2.0);
            features[Feature::WorstForeign] = affinity.worst;
            features[Feature::Unheard] = unheard;
            density[comparison.relation as usize] += features[Feature::BothCovered].powi(2);
            let score = model.score(comparison.relation, features);
            let slot = &mut best[comparison.relation as usize];
            if slot.as_ref().is_none_or(|known| known.score < score) {
                *slot = Some(Hypothesis { claim, wording: at, comparison, score, probability: 0.0 });
            }
        }
        for (hypothesis, density) in best.into_iter().zip(density) {
            found.extend(hypothesis.map(|mut hypothesis| {
                hypothesis.comparison.features[Feature::Density] = density.ln_1p();
                hypothesis.score = model.score(hypothesis.relation(), &hypothesis.comparison.features);
                hypothesis
            }));
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let none_score = score_of(0, WordingKind::Unsettled);
    let none = model.none_score(unheard, none_score, best_score);
    let top = found.first().map_or(none, |h| h.score.max(none));
    let sum: f32 = found.iter().map(|h| (h.score - top).exp()).sum::<f32>() + (none - top).exp();
    for hypothesis in &mut found {
        hypothesis.probability = (hypothesis.score - top).exp() / sum;
    }
    Understanding {
        hypotheses: found,
        none_probability: (none - top).exp() / sum,
        none_inputs: [unheard, none_score, best_score],
    }
}
