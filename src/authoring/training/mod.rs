//! Learning a story's network from its wordings and from labelled claims: stochastic gradient descent with Adam
//! (Loshchilov and Hutter, 2019) on the log probability of the right classes. Deterministic, whatever the number of cores.

mod gradient;

use std::thread;

use crate::story::{Layout, Member, Network, classes, ids};
use crate::text::Signal;

use gradient::Gradient;

/// A text that is learned from.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The signals of its items, in order.
    pub items: Vec<Vec<Signal>>,
    /// The classes that are right; of a labelled claim all that lead to its labels.
    pub right: Vec<u16>,
}

/// A signal is learned when so many texts have it; rarer ones would be learned by heart.
const LEAST_TEXTS: usize = 6;
/// Passes over the wordings; more learn them by heart.
const PASSES: usize = 16;
/// Wordings in a step.
const WORDINGS: usize = 256;
/// Labelled claims in a step, drawn anew each time; more let them weigh heavier.
const LABELLED: usize = 160;
/// Steps at least, for stories with few wordings.
const LEAST_STEPS: usize = 150;
/// Greatest length of a step, after so many steps to warm up; it falls to almost 0 along half a cosine.
const RATE: f32 = 0.004;
const WARM_UP: usize = 150;
/// Pull of all parameters to 0, in lengths of a step. At 0.01 as many claims are right, but their opposites seem surer.
const DECAY: f32 = 0.15;
/// Shards of a step that are summed in order, so that the number of cores changes nothing.
const SHARDS: usize = 4;

/// Learns a network for claims with these ids, of so many members. Labelled claims may be none.
pub fn learn(claims: &[&str], wordings: &[Lesson], labelled: &[Lesson], members: usize) -> Network {
    let signals = vocabulary(wordings.iter().chain(labelled));
    let prepare = |lessons: &[Lesson]| -> Vec<Prepared> {
        lessons.iter().map(|lesson| Prepared::new(lesson, &signals)).collect()
    };
    let (wordings, labelled) = (prepare(wordings), prepare(labelled));
    let mut packed =
        Network { claims: ids(claims), classes: classes(claims.len()) as u16, ..Network::default() };
    packed.signals = signals;
    for member in 0..members {
        let parameters = learn_member(&packed, &wordings, &labelled, member as u64);
        packed.members.push(pack(packed.layout(), &parameters));
    }
    packed
}

/// Learns the parameters of one member; members differ by what chance they began with.
fn learn_member(network: &Network, wordings: &[Prepared], labelled: &[Prepared], member: u64) -> Vec<f32> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ member.wrapping_mul(0xbf58_476d_1ce4_e5b9));
    let mut learner = Learner::new(network.layout(), usize::from(network.classes), &mut random);
    let per_pass = wordings.len().div_ceil(WORDINGS).max(1);
    let passes = PASSES.max(LEAST_STEPS.div_ceil(per_pass));
    let mut order: Vec<usize> = (0..wordings.len()).collect();
    for pass in 0..passes {
        random.shuffle(&mut order);
        for (at, chosen) in order.chunks(WORDINGS).enumerate() {
            let mut batch: Vec<&Prepared> = chosen.iter().map(|at| &wordings[*at]).collect();
            if !labelled.is_empty() {
                batch.extend((0..LABELLED).map(|_| &labelled[random.below(labelled.len())]));
            }
            let progress = (pass * per_pass + at) as f32 / (passes * per_pass) as f32;
            learner.step(&batch, progress, &mut random);
        }
    }
    learner.parameters
}

/// Steps of an eight-bit weight that one standard deviation of a part's weights takes. Fewer pack smaller; below 4 verdicts
/// change.
const STEPS: f32 = 7.0;

/// Packs the learned parameters of a member.
fn pack(layout: Layout, parameters: &[f32]) -> Member {
    let mut member = Member { scales: Vec::new(), weights: Vec::with_capacity(parameters.len()) };
    for part in layout.parts() {
        let values = &parameters[part];
        let spread = (values.iter().map(|v| v * v).sum::<f32>() / values.len().max(1) as f32).sqrt();
        let scale = (spread / STEPS).max(1e-6);
        member.scales.push(scale);
        member.weights.extend(values.iter().map(|v| (v / scale).round().clamp(-127.0, 127.0) as i8));
    }
    member
}

/// The signals that enough texts have, in ascending order.
fn vocabulary<'a>(lessons: impl Iterator<Item = &'a Lesson>) -> Vec<Signal> {
    let mut all: Vec<Signal> = Vec::new();
    for lesson in lessons {
        let mut own: Vec<Signal> = lesson.items.iter().flatten().copied().collect();
        own.sort_unstable();
        own.dedup();
        all.extend(own);
    }
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).filter(|same| same.len() >= LEAST_TEXTS).map(|same| same[0]).collect()
}

/// A lesson in the network's own terms.
struct Prepared {
    items: Vec<Vec<u32>>,
    right: Vec<u16>,
}

impl Prepared {
    fn new(lesson: &Lesson, signals: &[Signal]) -> Prepared {
        let items = lesson.items.iter().map(|item| crate::story::known(signals, item)).collect();
        Prepared { items, right: lesson.right.clone() }
    }
}

/// A small deterministic generator (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 11) as usize % limit.max(1)
    }

    /// Evenly between 0 and 1.
    fn even(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// About a standard normal distribution.
    fn normal(&mut self) -> f32 {
        (0..12).map(|_| self.even()).sum::<f32>() - 6.0
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at + 1));
        }
    }
}

/// Parameters under way, with Adam's moments.
struct Learner {
    parameters: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    shards: Vec<Gradient>,
    steps: i32,
}

impl Learner {
    fn new(layout: Layout, classes: usize, random: &mut Random) -> Learner {
        use crate::story::{HIDDEN, POOLED, WIDTH};
        let mut parameters = vec![0.0_f32; layout.end];
        let mut fill = |from: usize, to: usize, spread: f32| {
            parameters[from..to].iter_mut().for_each(|slot| *slot = random.normal() * spread);
        };
        fill(0, layout.gains, 0.1);
        fill(layout.convolutions, layout.hidden, 1.0 / (3.0 * WIDTH as f32).sqrt());
        fill(layout.hidden, layout.output, 1.0 / (POOLED as f32).sqrt());
        fill(layout.output, layout.biases, 1.0 / (HIDDEN as f32).sqrt());
        parameters[layout.gains..layout.convolutions].fill(1.0);
        Learner {
            first: vec![0.0; layout.end],
            second: vec![0.0; layout.end],
            shards: (0..SHARDS).map(|_| Gradient::new(layout, classes)).collect(),
            parameters,
            steps: 0,
        }
    }

    /// One step on a batch; `progress` runs from 0 to 1 over the whole of learning.
    fn step(&mut self, batch: &[&Prepared], progress: f32, random: &mut Random) {
        let (parameters, share) = (&self.parameters, batch.len().div_ceil(SHARDS).max(1));
        let seeds: Vec<u64> = (0..SHARDS).map(|_| random.next() | 1).collect();
        let workers = thread::available_parallelism().map_or(1, usize::from).min(SHARDS);
        thread::scope(|scope| {
            let per_worker = SHARDS.div_ceil(workers);
            for (worker, shards) in self.shards.chunks_mut(per_worker).enumerate() {
                let seeds = &seeds;
                scope.spawn(move || {
                    for (at, shard) in shards.iter_mut().enumerate() {
                        let number = worker * per_worker + at;
                        let mut random = Random(seeds[number]);
                        shard.clear();
                        for lesson in batch.chunks(share).nth(number).into_iter().flatten() {
                            shard.add(parameters, lesson, &mut random);
                        }
                    }
                });
            }
        });
        self.steps += 1;
        let warm = (self.steps as f32 / WARM_UP as f32).min(1.0);
        let rate = RATE * warm * (0.5 + 0.5 * (std::f32::consts::PI * progress).cos()).max(0.003);
        let (fix_first, fix_second) = (1.0 - 0.9_f32.powi(self.steps), 1.0 - 0.999_f32.powi(self.steps));
        let count = batch.len() as f32;
        for at in 0..self.parameters.len() {
            let slope = self.shards.iter().map(|shard| shard.slopes[at]).sum::<f32>() / count;
            self.first[at] = 0.9 * self.first[at] + 0.1 * slope;
            self.second[at] = 0.999 * self.second[at] + 0.001 * slope * slope;
            let pull = (self.first[at] / fix_first) / ((self.second[at] / fix_second).sqrt() + 1e-8);
            self.parameters[at] -= rate * (pull + DECAY * self.parameters[at]);
        }
    }
}
