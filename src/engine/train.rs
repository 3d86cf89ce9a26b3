//! Learning the weights of the model: native only.
//!
//! It learns from labelled claims, whose meant claim is not known, and from the authored wordings, each compared with all
//! others. The objective is the log probability of what is right, summed over all hypotheses that lead to it. Between
//! rounds the best wording of each hypothesis is chosen anew.

use super::FEATURES;
use super::check::Engine;
use super::compare::Relation;
use super::decide::{Model, understand};
use super::feature::Features;
use super::index::LeftOut;
use super::verdict::{Verdict, verdicts};
use crate::story::WordingKind;

/// A claim with the right verdict of each article, in the order of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The claim.
    pub claim: String,
    /// Verdicts.
    pub verdicts: Vec<Verdict>,
}

/// How much each authored wording counts beside a labelled claim, 0 to 1.
/// They are many and alike; at 1 they would drown the claims that readers would type.
const WORDING_SHARE: f32 = 0.3;
/// Rounds in which the best wordings are chosen anew; more change little.
const ROUNDS: usize = 3;
/// Gradient steps in a round.
const STEPS: usize = 160;
/// Strength of the pull to zero; higher trusts the examples less.
const PULL: f32 = 0.0001;
const RATE: f32 = 0.05;

const WIDTH: usize = FEATURES.len();
const ALL: usize = 4 * WIDTH + 2;

struct Example {
    options: Vec<(Relation, Features, bool)>,
    unheard: f32,
    none_is_right: bool,
    share: f32,
}

/// Learns weights, starting at an engine's; the source of `weights.rs` with them.
pub fn train(engine: &Engine, labelled: &[Labelled]) -> String {
    let mut model = engine.model().clone();
    for round in 0..ROUNDS {
        let mut examples: Vec<Example> = labelled.iter().filter_map(|item| claim_example(engine, item, &model)).collect();
        for (claim, authored) in engine.story().claims.iter().enumerate() {
            // Every third wording a round, others the next: they are many.
            for (wording, item) in authored.wordings.iter().enumerate().skip(round % 3).step_by(3) {
                examples.extend(wording_example(engine, LeftOut { claim, wording, kind: item.kind }, &model));
            }
        }
        if round == 0 && let Ok(path) = std::env::var("DUMP") {
            dump(&examples, &path);
        }
        let likelihood = descend(&mut model, &examples);
        eprintln!("round {round}: {} examples, mean log probability {likelihood:.4}", examples.len());
    }
    source(&model)
}

/// `None` where no hypothesis leads to the right verdicts: nothing can be learned from it.
fn claim_example(engine: &Engine, item: &Labelled, model: &Model) -> Option<Example> {
    let statement = engine.reader().read(&item.claim).whole();
    let found = understand(&statement, engine.story(), engine.index(), engine.reader(), model, None);
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
    right.then_some(Example { options, unheard: found.unheard, none_is_right, share: 1.0 })
}

fn wording_example(engine: &Engine, left: LeftOut, model: &Model) -> Option<Example> {
    let statement = &engine.story().claims[left.claim].wordings[left.wording].statement;
    let found = understand(statement, engine.story(), engine.index(), engine.reader(), model, Some(left));
    let meant = match left.kind {
        WordingKind::Same => Relation::Same,
        WordingKind::Denied => Relation::Denied,
        WordingKind::Altered => Relation::Altered,
        WordingKind::Unsettled => Relation::Unsettled,
    };
    let cells = |h| verdicts(h, statement, engine.story(), engine.reader().names());
    let goal = found.hypotheses.iter().find(|h| h.claim == left.claim && h.relation() == meant).map(cells)?;
    let none_is_right = goal.iter().all(|v| *v == Verdict::Omit);
    let options =
        found.hypotheses.iter().map(|h| (h.relation(), h.comparison.features, cells(h) == goal)).collect();
    Some(Example { options, unheard: found.unheard, none_is_right, share: WORDING_SHARE })
}

/// Adam on the negative log likelihood; returns the mean log probability of what is right.
fn descend(model: &mut Model, examples: &[Example]) -> f32 {
    let mut values = flatten(model);
    let (mut first, mut second) = (vec![0.0_f32; ALL], vec![0.0_f32; ALL]);
    let mut likelihood = 0.0;
    for step in 1..=STEPS {
        let mut gradient = vec![0.0_f32; ALL];
        likelihood = 0.0;
        let mut count = 0.0;
        for example in examples {
            likelihood += example.share * add_gradient(example, model, &mut gradient);
            count += example.share;
        }
        likelihood /= count;
        for at in 0..ALL {
            let slope = gradient[at] / count + PULL * values[at];
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
    let none = model.none + model.none_unheard * example.unheard;
    let top = scores.iter().copied().fold(none, f32::max);
    let none_mass = (none - top).exp();
    let (mut all, mut right) = (none_mass, if example.none_is_right { none_mass } else { 0.0 });
    for (score, (.., is_right)) in scores.iter().zip(&example.options) {
        let mass = (score - top).exp();
        all += mass;
        right += if *is_right { mass } else { 0.0 };
    }
    let push = |mass: f32, is_right: bool| example.share * (mass / all - if is_right { mass / right } else { 0.0 });
    let none_push = push(none_mass, example.none_is_right);
    gradient[ALL - 2] += none_push;
    gradient[ALL - 1] += none_push * example.unheard;
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
    values.extend([model.none, model.none_unheard]);
    values
}

fn unflatten(values: &[f32]) -> Model {
    let mut model = Model { none: values[ALL - 2], none_unheard: values[ALL - 1], ..Model::default() };
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
        "];\n\n/// Score of the hypothesis that no claim is meant, and the weight of the share of unheard content in it.\n\
         pub(crate) const NONE: [f32; 2] = [{:.3}, {:.3}];\n",
        model.none, model.none_unheard
    ));
    source
}

fn dump(examples: &[Example], path: &str) {
    let mut out = String::new();
    for (group, example) in examples.iter().enumerate() {
        out.push_str(&format!("{group},{},4,{},{}", example.share, u8::from(example.none_is_right), example.unheard));
        for _ in 0..WIDTH { out.push_str(",0"); }
        out.push('\n');
        for (relation, features, right) in &example.options {
            out.push_str(&format!("{group},{},{},{},{}", example.share, *relation as u8, u8::from(*right), example.unheard));
            for value in features.0 { out.push_str(&format!(",{value}")); }
            out.push('\n');
        }
    }
    let _ = std::fs::write(path, out);
}
