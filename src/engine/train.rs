//! Learning the weights of the model: native only.
//!
//! It learns from labelled claims, whose meant claim is not known: the objective is the log probability of the right
//! verdicts, summed over all hypotheses that lead to them. Between rounds the best wording of each is chosen anew.

use super::FEATURES;
use super::check::Engine;
use super::compare::Relation;
use super::decide::{Model, understand};
use super::feature::Features;
use super::verdict::{Verdict, verdicts};

/// A claim with the right verdict of each article, in the order of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The claim.
    pub claim: String,
    /// Verdicts.
    pub verdicts: Vec<Verdict>,
}

/// Rounds in which the best wordings are chosen anew; more change little.
const ROUNDS: usize = 3;
/// Gradient steps in a round.
const STEPS: usize = 160;
/// Strength of the pull to the weights before; higher trusts the labelled claims less, lower learns them by heart.
const PULL: f32 = 0.003;
const RATE: f32 = 0.05;

const WIDTH: usize = FEATURES.len();
const ALL: usize = 4 * WIDTH + 4;

struct Example {
    options: Vec<(Relation, Features, bool)>,
    none_inputs: [f32; 3],
    none_is_right: bool,
}

/// Learns weights, starting at an engine's; the source of `weights.rs` with them.
pub fn train(engine: &Engine, labelled: &[Labelled]) -> String {
    let start = flatten(engine.model());
    let mut model = engine.model().clone();
    for round in 0..ROUNDS {
        let examples: Vec<Example> =
            labelled.iter().filter_map(|item| claim_example(engine, item, &model)).collect();
        let likelihood = descend(&mut model, &start, &examples);
        eprintln!("round {round}: {} examples, mean log probability {likelihood:.4}", examples.len());
    }
    source(&model)
}

/// `None` where no hypothesis leads to the right verdicts: nothing can be learned from it.
fn claim_example(engine: &Engine, item: &Labelled, model: &Model) -> Option<Example> {
    let statement = engine.reader().read(&item.claim).whole();
    let found = understand(&statement, engine.story(), engine.index(), engine.reader(), model);
    let options: Vec<_> = found
        .hypotheses
        .iter()
        .map(|h| {
            let cells = verdicts(h, &statement, engine.story(), engine.reader().names());
            (h.relation(), h.comparison.features, cells == item.verdicts)
        })
        .collect();
    let none_is_right = item.verdicts.iter().all(|v| *v == Verdict::Omit);
    let right = none_is_right || options.iter().any(|(.., right)| *right);
    right.then_some(Example { options, none_inputs: found.none_inputs, none_is_right })
}

/// Adam on the negative log likelihood; returns the mean log probability of what is right.
fn descend(model: &mut Model, start: &[f32], examples: &[Example]) -> f32 {
    let mut values = flatten(model);
    let (mut first, mut second) = (vec![0.0_f32; ALL], vec![0.0_f32; ALL]);
    let mut likelihood = 0.0;
    for step in 1..=STEPS {
        let mut gradient = vec![0.0_f32; ALL];
        likelihood = 0.0;
        let mut count = 0.0;
        for example in examples {
            likelihood += add_gradient(example, model, &mut gradient);
            count += 1.0;
        }
        likelihood /= count;
        for at in 0..ALL {
            let slope = gradient[at] / count + PULL * (values[at] - start[at]);
            first[at] = 0.9 * first[at] + 0.1 * slope;
            second[at] = 0.99 * second[at] + 0.01 * slope * slope;
            let m = first[at] / (1.0 - 0.9_f32.powi(step as i32));
            let v = second[at] / (1.0 - 0.99_f32.powi(step as i32));
            values[at] -= RATE * m / (v.sqrt() + 1e-6);
        }
        *model = unflatten(&values);
    }
    likelihood
}

/// Adds an example's gradient; returns the log probability of what is right.
fn add_gradient(example: &Example, model: &Model, gradient: &mut [f32]) -> f32 {
    let scores: Vec<f32> = example.options.iter().map(|(relation, f, _)| model.score(*relation, f)).collect();
    let [unheard, score, best] = example.none_inputs;
    let none = model.none_score(unheard, score, best);
    let top = scores.iter().copied().fold(none, f32::max);
    let none_mass = (none - top).exp();
    let (mut all, mut right) = (none_mass, if example.none_is_right { none_mass } else { 0.0 });
    for (score, (.., is_right)) in scores.iter().zip(&example.options) {
        let mass = (score - top).exp();
        all += mass;
        right += if *is_right { mass } else { 0.0 };
    }
    let push = |mass: f32, is_right: bool| mass / all - if is_right { mass / right } else { 0.0 };
    let none_push = push(none_mass, example.none_is_right);
    for (slot, value) in gradient[ALL - 4..].iter_mut().zip([1.0, unheard, score, best - score]) {
        *slot += none_push * value;
    }
    for (score, (relation, features, is_right)) in scores.iter().zip(&example.options) {
        let push = push((score - top).exp(), *is_right);
        let from = *relation as usize * WIDTH;
        for (slot, value) in gradient[from..from + WIDTH].iter_mut().zip(features.0) {
            *slot += push * value;
        }
    }
    (right / all).ln()
}

fn flatten(model: &Model) -> Vec<f32> {
    let mut values: Vec<f32> = model.weights.iter().flat_map(|features| features.0).collect();
    values.push(model.none);
    values.extend(model.none_weights);
    values
}

fn unflatten(values: &[f32]) -> Model {
    let none_weights = [values[ALL - 3], values[ALL - 2], values[ALL - 1]];
    let mut model = Model { none: values[ALL - 4], none_weights, ..Model::default() };
    for (relation, weights) in model.weights.iter_mut().enumerate() {
        weights.0.copy_from_slice(&values[relation * WIDTH..(relation + 1) * WIDTH]);
    }
    model
}

fn source(model: &Model) -> String {
    let mut source = String::from(
        "//! The weights of the model, written by `claim-check train`: for each relation, one for each feature.\n\n\
         /// Weights of the features if the reader's claim says the same, denies, alters, or is unsettled.\n\
         pub(crate) const WEIGHTS: [[f32; super::FEATURES.len()]; 4] = [\n",
    );
    for features in &model.weights {
        source.push_str("    [\n");
        for ((_, name), weight) in FEATURES.iter().zip(features.0) {
            source.push_str(&format!("        {weight:.3}, // {name}\n"));
        }
        source.push_str("    ],\n");
    }
    source.push_str(&format!(
        "];\n\n/// The hypothesis that no claim is meant: its score, and weights of unheard content and the classifier's scores.\n\
         pub(crate) const NONE: [f32; 4] = [{:.3}, {:.3}, {:.3}, {:.3}];\n",
        model.none, model.none_weights[0], model.none_weights[1], model.none_weights[2]
    ));
    source
}
