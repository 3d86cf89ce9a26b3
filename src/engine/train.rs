//! Learning the weights of the model from labelled claims: native only.
//!
//! The objective is the log probability of the right verdicts, summed over all hypotheses that lead to them; which
//! hypothesis is meant is not labelled. Between rounds the best wording of each hypothesis is chosen anew.

use super::check::Engine;
use super::decide::{Model, hypotheses};
use super::feature::Features;
use super::verdict::{Verdict, verdicts};
use super::FEATURES;

/// A claim with the right verdict of each article, in the order of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The claim.
    pub claim: String,
    /// Verdicts.
    pub verdicts: Vec<Verdict>,
}

struct Example {
    features: Vec<(Features, bool)>,
    none_is_right: bool,
}

/// Rounds in which the best wordings are chosen anew; more change little.
const ROUNDS: usize = 6;
/// Gradient steps in a round.
const STEPS: usize = 300;
/// Strength of the pull to the hand-set weights; higher trusts the labelled claims less.
const PULL: f32 = 0.0003;
const RATE: f32 = 0.05;

/// Learns weights from labelled claims, starting at an engine's; returns feature names with weights, "none" last.
pub fn train(engine: &Engine, labelled: &[Labelled]) -> Vec<(&'static str, f32)> {
    let start = engine.model().clone();
    let mut model = start.clone();
    for round in 0..ROUNDS {
        let examples: Vec<Example> = labelled.iter().filter_map(|item| example(engine, item, &model)).collect();
        let likelihood = descend(&mut model, &start, &examples);
        eprintln!("round {round}: {} examples, mean log probability {likelihood:.4}", examples.len());
    }
    FEATURES
        .iter()
        .map(|(feature, name)| (*name, model.weights[*feature]))
        .chain([("none", model.none)])
        .collect()
}

/// `None` where no hypothesis leads to the right verdicts: nothing can be learned from it.
fn example(engine: &Engine, item: &Labelled, model: &Model) -> Option<Example> {
    let statement = engine.reader().read(&item.claim).whole();
    let (found, _) = hypotheses(&statement, engine.story(), engine.index(), engine.reader(), model);
    let features: Vec<(Features, bool)> = found
        .iter()
        .map(|h| {
            let cells = verdicts(h, &statement, engine.story(), engine.reader().names());
            (h.comparison.features, cells == item.verdicts)
        })
        .collect();
    let none_is_right = item.verdicts.iter().all(|v| *v == Verdict::Omit);
    (none_is_right || features.iter().any(|(_, right)| *right)).then_some(Example { features, none_is_right })
}

/// Adam on the negative log likelihood; returns the mean log probability of the right verdicts.
fn descend(model: &mut Model, start: &Model, examples: &[Example]) -> f32 {
    const WIDTH: usize = FEATURES.len() + 1;
    let (mut first, mut second) = ([0.0_f32; WIDTH], [0.0_f32; WIDTH]);
    let mut likelihood = 0.0;
    for step in 1..=STEPS {
        let mut gradient = [0.0_f32; WIDTH];
        likelihood = 0.0;
        for example in examples {
            let scores: Vec<f32> = example.features.iter().map(|(f, _)| f.dot(&model.weights)).collect();
            let top = scores.iter().copied().fold(model.none, f32::max);
            let mass = |right_only: bool| -> f32 {
                let none = if !right_only || example.none_is_right { (model.none - top).exp() } else { 0.0 };
                let rest: f32 = scores
                    .iter()
                    .zip(&example.features)
                    .filter(|(_, (_, right))| !right_only || *right)
                    .map(|(score, _)| (score - top).exp())
                    .sum();
                none + rest
            };
            let (all, right) = (mass(false), mass(true));
            likelihood += (right / all).ln();
            let mut add = |score: f32, is_right: bool, values: Option<&Features>| {
                let p = (score - top).exp();
                let push = p / all - if is_right { p / right } else { 0.0 };
                match values {
                    Some(values) => {
                        for (slot, value) in gradient.iter_mut().zip(values.0) {
                            *slot += push * value;
                        }
                    }
                    None => gradient[WIDTH - 1] += push,
                }
            };
            add(model.none, example.none_is_right, None);
            for (score, (values, is_right)) in scores.iter().zip(&example.features) {
                add(*score, *is_right, Some(values));
            }
        }
        let count = examples.len().max(1) as f32;
        likelihood /= count;
        for at in 0..WIDTH {
            let (value, origin) = if at + 1 == WIDTH {
                (&mut model.none, start.none)
            } else {
                (&mut model.weights.0[at], start.weights.0[at])
            };
            let slope = gradient[at] / count + PULL * (*value - origin);
            first[at] = 0.9 * first[at] + 0.1 * slope;
            second[at] = 0.99 * second[at] + 0.01 * slope * slope;
            let (m, v) = (first[at] / (1.0 - 0.9_f32.powi(step as i32)), second[at] / (1.0 - 0.99_f32.powi(step as i32)));
            *value -= RATE * m / (v.sqrt() + 1e-6);
        }
    }
    likelihood
}

/// The weights as the source of `weights.rs`.
pub fn weights_source(weights: &[(&'static str, f32)]) -> String {
    let mut source = String::from(
        "//! The weights of the model, written by `claim-check train`: one for each feature, in the features' order.\n\n\
         /// Weights of the features.\npub(crate) const WEIGHTS: [f32; super::FEATURES.len()] = [\n",
    );
    for (name, weight) in weights.iter().filter(|(name, _)| *name != "none") {
        source.push_str(&format!("    {weight:.3}, // {name}\n"));
    }
    let none = weights.iter().find(|(name, _)| *name == "none").map_or(0.0, |(_, weight)| *weight);
    source.push_str(&format!(
        "];\n\n/// Score of the hypothesis that no article covers the claim.\npub(crate) const NONE: f32 = {none:.3};\n"
    ));
    source
}
