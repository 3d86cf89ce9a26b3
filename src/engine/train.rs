//! Learning a story's network and the weights of the model: native only.
//!
//! The network learns from wordings and labelled claims, the weights and trees from labelled claims alone, with the scores
//! of networks that have not seen them: what a model says of a text it learned from tells nothing of its worth.
//!
//! It learns from labelled claims, whose meant claim is not known: the objective is the log probability of the right
//! verdicts, summed over all hypotheses that lead to them. Between rounds the best wording of each is chosen anew.

use super::boost;
use super::check::Engine;
use super::compare::Relation;
use super::decide::{Model, contest};
use super::feature::{BY_ITSELF, FEATURES, Feature, Features};
use super::propose::Proposer;
use super::verdict::{Verdict, combine, verdicts};
use crate::authoring::{Lesson, learn};
use crate::story::{Network, Story};
use crate::text::{Lexicon, Reader};

/// A claim with the right verdict of each article, in the order of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Labelled {
    /// The claim.
    pub claim: String,
    /// Verdicts.
    pub verdicts: Vec<Verdict>,
    /// Whether it has several parts, whose own verdicts nobody labelled.
    pub compound: bool,
}

/// What was learned: the network of the story, and the sources of `weights.rs` and `trees.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The story's network, packed.
    pub network: Vec<u8>,
    /// The first look's weights.
    pub weights: String,
    /// The second look's trees.
    pub trees: String,
}

/// Rounds in which the best wordings are chosen anew; more change little.
const ROUNDS: usize = 4;
/// Gradient steps in a round.
const STEPS: usize = 160;
/// Strength of the pull to the weights at the start; higher trusts the labelled claims less, lower learns them by heart.
const PULL: f32 = 0.004;
const RATE: f32 = 0.05;
/// The trees learn from first scores of claims that the weights were not learned from: in so many parts.
const FOLDS: usize = 5;
/// Networks learned to score the labelled claims that they have not seen; more are slower and closer to the one shipped.
const NETWORKS: usize = 3;
/// Members of a network. Two get one in five of one's errors right, three little more; bytes and time grow with them.
const MEMBERS: usize = 2;
/// Outcomes tried of each part of a compound claim.
const MOST_OUTCOMES: usize = 8;
/// Ways kept that the parts so far may come to.
const MOST_WAYS: usize = 512;
/// Probability from which a way to explain a compound claim is learned from; less likely ones are mostly wrong.
const LEAST_LIKELY: f32 = 0.02;

const WIDTH: usize = BY_ITSELF;
const ALL: usize = 4 * WIDTH + 4;

/// A labelled claim as it is learned from.
struct Example {
    options: Vec<Candidate>,
    none_inputs: [f32; 3],
    none_features: Features,
    none_is_right: bool,
}

/// A hypothesis about it.
struct Candidate {
    claim: usize,
    relation: Relation,
    features: Features,
    right: bool,
}

/// The weights before anything is learned: covering each other and the network speak for a hypothesis.
fn beginning() -> Model {
    let mut weights = [[0.0; BY_ITSELF]; 4];
    for weights in &mut weights {
        for (feature, weight) in [
            (Feature::ReaderCovered, 2.0),
            (Feature::WordingCovered, 2.0),
            (Feature::RelationScore, 0.4),
            (Feature::OutcomeScore, 0.4),
            (Feature::Foreign, -2.0),
            (Feature::NameExtra, -1.0),
            (Feature::MatchedWeight, 1.0),
        ] {
            weights[feature as usize] = weight;
        }
    }
    Model { weights, none: 0.0, none_weights: [1.0, 0.8, 0.0], trees: Vec::new().into() }
}

/// Learns a network for a story that has none yet, from the lessons of its wordings and from labelled claims, and the weights
/// of the model from the labelled claims.
pub fn train(story: &Story, lexicon: &Lexicon, wordings: &[Lesson], labelled: &[Labelled]) -> Learned {
    let ids: Vec<&str> = story.claims.iter().map(|claim| claim.id.as_str()).collect();
    let proposer = Proposer::new(story);
    let reader = Reader::new(lexicon.clone(), &story.names, &story.words);
    let lesson = |item: &Labelled| {
        let right = proposer.leading_to(&item.verdicts);
        (!right.is_empty()).then(|| Lesson { items: reader.read(&item.claim).all_signals(&reader), right })
    };
    let (compound, labelled): (Vec<&Labelled>, Vec<&Labelled>) =
        labelled.iter().partition(|item| item.compound);
    let with = |network: Network| Engine::new(Story { network, ..story.clone() }, lexicon.clone());
    let of_part = |part: usize, inside: bool| {
        let chosen = labelled.iter().enumerate().filter(move |(at, _)| (at % NETWORKS == part) == inside);
        chosen.map(|(_, item)| *item)
    };
    let engines: Vec<Engine> = (0..NETWORKS)
        .map(|part| {
            eprintln!(
                "network {} of {}: learning without the claims that it will score",
                part + 1,
                NETWORKS + 1
            );
            with(learn(&ids, wordings, &of_part(part, false).filter_map(lesson).collect::<Vec<_>>(), MEMBERS))
        })
        .collect();
    let mut model = beginning();
    let mut examples = Vec::new();
    for round in 0..ROUNDS {
        examples.clear();
        for (part, engine) in engines.iter().enumerate() {
            let engine = engine.clone().with_model(model.clone());
            examples.extend(of_part(part, true).filter_map(|item| example(&engine, item)));
        }
        let likelihood = descend(&mut model, &examples.iter().collect::<Vec<_>>());
        eprintln!("round {round}: {} examples, mean log probability {likelihood:.4}", examples.len());
    }
    let mut questions = Vec::new();
    for fold in 0..FOLDS {
        let part = |inside: bool| {
            let of_fold = examples.iter().enumerate().filter(move |(at, _)| (at % FOLDS == fold) == inside);
            of_fold.map(|(_, example)| example).collect::<Vec<_>>()
        };
        let mut others = beginning();
        descend(&mut others, &part(false));
        questions.extend(part(true).into_iter().map(|example| question(example, &others)));
    }
    let trees = boost::grow(&questions);
    eprintln!("network {0} of {0}: learning from everything", NETWORKS + 1);
    let mut lessons: Vec<Lesson> = labelled.iter().copied().filter_map(lesson).collect();
    let engines: Vec<Engine> = engines.into_iter().map(|engine| engine.with_model(model.clone())).collect();
    for (at, item) in compound.iter().enumerate() {
        lessons.extend(lessons_of_parts(&engines[at % NETWORKS], item, &proposer));
    }
    let network = learn(&ids, wordings, &lessons, MEMBERS);
    let network = postcard::to_allocvec(&network).unwrap_or_default();
    Learned { network, weights: source(&model), trees: boost::source(&trees) }
}

/// What the parts of a compound claim teach: of all that they may come to, the likeliest that adds up to its verdicts. Nothing
/// where that is unlikely.
fn lessons_of_parts(engine: &Engine, item: &Labelled, proposer: &Proposer) -> Vec<Lesson> {
    let reading = engine.reader().read(&item.claim);
    let mut parts = Vec::new();
    // What the parts before come to together, and how likely that is.
    let mut ways: Vec<(Vec<&[Verdict]>, f32)> = vec![(Vec::new(), 1.0)];
    for (from, to) in engine.cuts(&reading) {
        let statement = reading.stretch(from, to);
        let signals = reading.signals(from, to, &statement, engine.reader());
        let mut outcomes = engine.outcomes(&statement, &engine.understand(&statement, &signals));
        outcomes.sort_by(|a, b| b.1.total_cmp(&a.1));
        outcomes.truncate(MOST_OUTCOMES);
        parts.push((signals, outcomes));
    }
    for (_, outcomes) in &parts {
        ways = ways
            .iter()
            .flat_map(|(before, likely)| {
                outcomes.iter().map(move |(cells, own, _)| {
                    let with: Vec<&[Verdict]> = before.iter().copied().chain([cells.as_slice()]).collect();
                    (with, likely * own)
                })
            })
            .collect();
        ways.sort_by(|a, b| b.1.total_cmp(&a.1));
        ways.truncate(MOST_WAYS);
    }
    let adds_up = |way: &[&[Verdict]]| {
        item.verdicts.iter().enumerate().all(|(article, verdict)| {
            *verdict == combine(&way.iter().map(|cells| cells[article]).collect::<Vec<_>>())
        })
    };
    let found = ways.iter().find(|(way, likely)| *likely >= LEAST_LIKELY && adds_up(way));
    let Some((way, _)) = found else { return Vec::new() };
    let lessons = parts
        .iter()
        .zip(way)
        .map(|((items, _), cells)| Lesson { items: items.clone(), right: proposer.leading_to(cells) });
    lessons.filter(|lesson| !lesson.right.is_empty()).collect()
}

/// `None` where no hypothesis leads to the right verdicts: nothing can be learned from it.
fn example(engine: &Engine, item: &Labelled) -> Option<Example> {
    let reading = engine.reader().read(&item.claim);
    let statement = reading.whole();
    let found = engine.understand(&statement, &reading.all_signals(engine.reader()));
    let options: Vec<Candidate> = found
        .hypotheses
        .iter()
        .map(|h| {
            let cells = verdicts(h, &statement, engine.story(), engine.reader().names());
            let right = cells == item.verdicts;
            Candidate { claim: h.claim, relation: h.relation(), features: h.comparison.features, right }
        })
        .collect();
    let none_is_right = item.verdicts.iter().all(|v| *v == Verdict::Omit);
    let right = none_is_right || options.iter().any(|option| option.right);
    let (none_inputs, none_features) = (found.none_inputs, found.none_features);
    right.then_some(Example { options, none_inputs, none_features, none_is_right })
}

/// An example as the trees see it, with the first scores of a model.
fn question(example: &Example, model: &Model) -> boost::Question {
    let score = |option: &Candidate| model.first_score(option.relation, &option.features);
    let scores: Vec<f32> = example.options.iter().map(score).collect();
    let none = model.first_none_score(example.none_inputs);
    let mut question: boost::Question =
        example.options.iter().map(|option| (option.features, option.right)).collect();
    let claims = example.options.iter().map(|option| option.claim);
    let best = contest(
        claims
            .zip(&scores)
            .zip(&mut question)
            .map(|((claim, score), (features, _))| (claim, *score, features)),
        none,
    );
    let mut nothing = example.none_features;
    nothing[Feature::FirstScore] = none;
    nothing[Feature::FirstBehind] = best - none;
    question.push((nothing, example.none_is_right));
    question
}

/// Adam on the negative log likelihood; returns the mean log probability of what is right.
fn descend(model: &mut Model, examples: &[&Example]) -> f32 {
    let start = flatten(&beginning());
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
    let score = |option: &Candidate| model.first_score(option.relation, &option.features);
    let scores: Vec<f32> = example.options.iter().map(score).collect();
    let [unheard, score, best] = example.none_inputs;
    let none = model.first_none_score(example.none_inputs);
    let top = scores.iter().copied().fold(none, f32::max);
    let none_mass = (none - top).exp();
    let (mut all, mut right) = (none_mass, if example.none_is_right { none_mass } else { 0.0 });
    for (score, option) in scores.iter().zip(&example.options) {
        let mass = (score - top).exp();
        all += mass;
        right += if option.right { mass } else { 0.0 };
    }
    let push = |mass: f32, is_right: bool| mass / all - if is_right { mass / right } else { 0.0 };
    let none_push = push(none_mass, example.none_is_right);
    for (slot, value) in gradient[ALL - 4..].iter_mut().zip([1.0, unheard, score, best - score]) {
        *slot += none_push * value;
    }
    for (score, option) in scores.iter().zip(&example.options) {
        let push = push((score - top).exp(), option.right);
        let from = option.relation as usize * WIDTH;
        for (slot, value) in gradient[from..from + WIDTH].iter_mut().zip(option.features.0) {
            *slot += push * value;
        }
    }
    (right / all).ln()
}

fn flatten(model: &Model) -> Vec<f32> {
    let mut values: Vec<f32> = model.weights.iter().flatten().copied().collect();
    values.push(model.none);
    values.extend(model.none_weights);
    values
}

fn unflatten(values: &[f32]) -> Model {
    let none_weights = [values[ALL - 3], values[ALL - 2], values[ALL - 1]];
    let mut model = Model { none: values[ALL - 4], none_weights, ..beginning() };
    for (relation, weights) in model.weights.iter_mut().enumerate() {
        weights.copy_from_slice(&values[relation * WIDTH..(relation + 1) * WIDTH]);
    }
    model
}

fn source(model: &Model) -> String {
    let mut source = String::from(
        "//! The weights of the model, written by `claim-check train`: for each relation, one for each feature.\n\n\
         use super::feature::BY_ITSELF;\n\n\
         /// Weights of the features if the reader's claim says the same, denies, alters, or is unsettled.\n\
         pub(crate) const WEIGHTS: [[f32; BY_ITSELF]; 4] = [\n",
    );
    for features in &model.weights {
        source.push_str("    [\n");
        for ((_, name), weight) in FEATURES.iter().zip(features) {
            source.push_str(&format!("        {weight:.3}, // {name}\n"));
        }
        source.push_str("    ],\n");
    }
    source.push_str(&format!(
        "];\n\n/// The hypothesis that no claim is meant: its score, and weights of unheard content and the network's scores.\n\
         pub(crate) const NONE: [f32; 4] = [{:.3}, {:.3}, {:.3}, {:.3}];\n",
        model.none, model.none_weights[0], model.none_weights[1], model.none_weights[2]
    ));
    source
}
