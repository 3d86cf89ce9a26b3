//! Deciding: every candidate claim and relation is a hypothesis. A log-linear model judges each by itself, then boosted
//! trees judge them beside one another; the softmax of their scores says how likely each is.

use std::borrow::Cow;

use super::compare::{Comparison, Pair, Relation, compare};
use super::feature::{BY_ITSELF, FEATURES, Feature, Features};
use super::forest::{self, Tree};
use super::index::{Index, Kin};
use super::propose::{Proposal, kind_of, relation_of};
use super::trees::TREES;
use super::weights::{NONE, WEIGHTS};
use crate::story::{Story, WordingKind};
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

/// The weights the model decides with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    /// First look: for each relation, one weight for each feature.
    pub(crate) weights: [[f32; BY_ITSELF]; 4],
    pub(crate) none: f32,
    /// Weights, for none: of the share of content that the story never speaks of, of the network's score for
    /// everything unsettled, and of how far that lies below its best score.
    pub(crate) none_weights: [f32; 3],
    /// Second look: what corrects the first score.
    pub(crate) trees: Cow<'static, [Tree]>,
}

impl Default for Model {
    fn default() -> Model {
        Model {
            weights: WEIGHTS,
            none: NONE[0],
            none_weights: [NONE[1], NONE[2], NONE[3]],
            trees: Cow::Borrowed(TREES),
        }
    }
}

impl Model {
    pub(crate) fn first_score(&self, relation: Relation, features: &Features) -> f32 {
        features.dot(&self.weights[relation as usize])
    }

    pub(crate) fn first_none_score(&self, inputs: [f32; 3]) -> f32 {
        let [by_unheard, by_score, by_behind] = self.none_weights;
        let [unheard, score, best] = inputs;
        self.none + by_unheard * unheard + by_score * score + by_behind * (best - score)
    }

    fn score(&self, features: &Features) -> f32 {
        features[Feature::FirstScore] + forest::correction(&self.trees, features)
    }

    /// What each feature adds to a score in both looks, by name; those that add nothing are left out.
    pub(crate) fn contributions(&self, relation: Relation, features: &Features) -> Vec<(&'static str, f32)> {
        let weights = &self.weights[relation as usize];
        let corrected = forest::contributions(&self.trees, features);
        let added = FEATURES.iter().map(|(feature, name)| {
            let weight = weights.get(*feature as usize).copied().unwrap_or(0.0);
            (*name, features[*feature] * weight + corrected[*feature])
        });
        added.filter(|(_, value)| value.abs() > 0.005).collect()
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
    /// What the first score of none rests on: unheard share, the network's score for it, its best score.
    pub(crate) none_inputs: [f32; 3],
    /// What its second score rests on.
    #[cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only learning the trees asks for it"))]
    pub(crate) none_features: Features,
}

/// Claims that the network finds likeliest and that are compared in any case.
const WANTED: usize = 8;
/// Logarithm of the probability from which what the network says of a claim is a hypothesis even if no wording shows it.
const UNSHOWN: f32 = -4.0;

/// All hypotheses about a statement.
pub(crate) fn understand(
    statement: &Statement,
    proposal: &Proposal,
    story: &Story,
    index: &Index,
    reader: &Reader,
    model: &Model,
) -> Understanding {
    let kin = Kin::new(statement, reader);
    let unheard = index.unheard(statement, &kin);
    let best_score = proposal.best();
    let wanted = proposal.likeliest(WANTED);
    let mut found: Vec<Hypothesis> = Vec::new();
    for listed in index.shortlist(statement, &kin, story, &wanted) {
        let claim = listed.claim;
        let affinity = index.affinity(claim, statement, &kin);
        let mut best: [Option<Hypothesis>; 4] = [None, None, None, None];
        let mut density = [0.0_f32; 4];
        let mut weigh = |at: usize, known: Option<Relation>| -> Option<Hypothesis> {
            let wording = &story.claims[claim].wordings[at];
            let pair = Pair {
                reader: statement,
                kin: &kin,
                wording: &wording.statement,
                claim,
                index,
                names: reader.names(),
            };
            let mut comparison = compare(pair, wording.kind, known)?;
            let (relation, features) = (comparison.relation, &mut comparison.features);
            features[Feature::Leaning] = affinity.leanings[wording.kind as usize];
            if wording.kind == WordingKind::Same {
                features[Feature::LeaningAway] = affinity.leanings.iter().fold(0.0, |most, l| most.max(*l));
            }
            let as_authored = proposal.of(claim, relation_of(wording.kind));
            features[Feature::KindScore] = as_authored;
            features[Feature::KindBehind] = best_score - as_authored;
            features[Feature::RelationScore] = proposal.of(claim, relation);
            features[Feature::OutcomeScore] = proposal.of_outcome(claim, relation);
            features[Feature::Foreign] = affinity.foreign;
            features[Feature::ContraryWords] = affinity.contrary.min(2.0);
            features[Feature::WorstForeign] = affinity.worst;
            features[Feature::Unheard] = unheard;
            density[relation as usize] += features[Feature::BothCovered].powi(2);
            let score = model.first_score(relation, features);
            Some(Hypothesis { claim, wording: at, comparison, score, probability: 0.0 })
        };
        for at in &listed.wordings {
            let Some(hypothesis) = weigh(*at, None) else { continue };
            let slot = &mut best[hypothesis.relation() as usize];
            if slot.as_ref().is_none_or(|known| known.score < hypothesis.score) {
                *slot = Some(hypothesis);
            }
        }
        for relation in [Relation::Same, Relation::Denied, Relation::Altered] {
            let slot = &mut best[relation as usize];
            if slot.is_none() && proposal.of(claim, relation) > UNSHOWN {
                let of_kind = |kind| {
                    listed.wordings.iter().copied().find(|at| story.claims[claim].wordings[*at].kind == kind)
                };
                // The wording most like it; of a claim that has none of that kind, one that says the same.
                let at = of_kind(kind_of(relation)).or_else(|| of_kind(WordingKind::Same));
                *slot = at.and_then(|at| weigh(at, Some(relation)));
            }
        }
        for (hypothesis, density) in best.into_iter().zip(density) {
            found.extend(hypothesis.map(|mut hypothesis| {
                hypothesis.comparison.features[Feature::Density] = density.ln_1p();
                hypothesis.score = model.first_score(hypothesis.relation(), &hypothesis.comparison.features);
                hypothesis
            }));
        }
    }
    let none_score = proposal.of(0, Relation::Unsettled);
    let none_inputs = [unheard, none_score, best_score];
    let first_none = model.first_none_score(none_inputs);
    let first_best =
        contest(found.iter_mut().map(|h| (h.claim, h.score, &mut h.comparison.features)), first_none);
    let shared = |features: &mut Features| {
        features[Feature::NoneScore] = none_score;
        features[Feature::BestScore] = best_score;
        features[Feature::Negations] = f32::from(statement.negations);
        features[Feature::Length] = (statement.terms.len() + statement.names.len()) as f32;
    };
    for hypothesis in &mut found {
        let (claim, relation) = (hypothesis.claim, hypothesis.relation());
        let relations = [Relation::Same, Relation::Denied, Relation::Altered];
        let [same, denied, altered] = relations.map(|relation| proposal.of(claim, relation));
        let own = proposal.of(claim, relation);
        let others = relations.into_iter().filter(|other| *other != relation);
        let rival = others.map(|other| proposal.of(claim, other)).fold(f32::MIN, f32::max);
        let features = &mut hypothesis.comparison.features;
        shared(features);
        features[Feature::SameScore] = same;
        features[Feature::DeniedScore] = denied;
        features[Feature::AlteredScore] = altered;
        features[Feature::RelationAhead] = own - rival;
        features[Feature::AboveNone] = own - none_score;
        hypothesis.score = model.score(features);
    }
    let mut none_features = Features::default();
    shared(&mut none_features);
    none_features[Feature::NoClaim] = 1.0;
    none_features[Feature::Unheard] = unheard;
    none_features[Feature::FirstScore] = first_none;
    none_features[Feature::FirstBehind] = first_best - first_none;
    let none = model.score(&none_features);
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let top = found.first().map_or(none, |h| h.score.max(none));
    let sum: f32 = found.iter().map(|h| (h.score - top).exp()).sum::<f32>() + (none - top).exp();
    for hypothesis in &mut found {
        hypothesis.probability = (hypothesis.score - top).exp() / sum;
    }
    Understanding {
        hypotheses: found,
        none_probability: (none - top).exp() / sum,
        none_inputs,
        none_features,
    }
}

/// Most that one first score is said to lie above or below another.
const FAR: f32 = 12.0;

/// Fills what each hypothesis, about a claim and with a first score, knows of its rivals; returns the best first score.
pub(crate) fn contest<'a>(found: impl Iterator<Item = (usize, f32, &'a mut Features)>, none: f32) -> f32 {
    let found: Vec<(usize, f32, &mut Features)> = found.collect();
    let scores: Vec<(usize, f32)> = found.iter().map(|(claim, score, _)| (*claim, *score)).collect();
    let best = scores.iter().map(|(_, score)| *score).fold(none, f32::max);
    for (at, (claim, score, features)) in found.into_iter().enumerate() {
        let best_where = |test: &dyn Fn(usize, usize) -> bool, least: f32| {
            let rivals = scores.iter().enumerate().filter(|(other, (about, _))| test(*other, *about));
            rivals.map(|(_, (_, score))| *score).fold(least, f32::max)
        };
        let in_claim = best_where(&|other, about| other != at && about == claim, -FAR);
        let elsewhere = best_where(&|_, about| about != claim, none);
        features[Feature::FirstScore] = score;
        features[Feature::FirstBehind] = (best - score).min(FAR);
        features[Feature::AheadInClaim] = (score - in_claim).clamp(-FAR, FAR);
        features[Feature::AheadOfOthers] = (score - elsewhere).clamp(-FAR, FAR);
        features[Feature::Rivals] = scores.iter().filter(|(about, _)| *about == claim).count() as f32 - 1.0;
    }
    best
}
