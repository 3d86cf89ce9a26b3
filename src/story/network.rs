//! The part of a compiled story that reads a text as a whole, in the order of its words, and says how likely it speaks of
//! each claim in each way: a small neural network, learned from the story's wordings and from labelled claims.
//!
//! Embedded items pass two gated convolutions (Dauphin et al., 2017), are pooled over the text, and go through one hidden
//! layer into a softmax. What a changed figure, date, name or role does to a claim is the engine's comparison beside it.

use serde::{Deserialize, Serialize};

use super::WordingKind;
use crate::text::{Signal, digest};

/// Ways to speak of a claim that have a class of their own: same, denied, altered.
pub(crate) const KINDS: usize = 3;

/// The class of a way to speak of a claim; the last of `claims` times three is that of everything unsettled.
pub(crate) fn class(claim: usize, kind: WordingKind, claims: usize) -> usize {
    match kind {
        WordingKind::Same => claim * KINDS,
        WordingKind::Denied => claim * KINDS + 1,
        WordingKind::Altered => claim * KINDS + 2,
        WordingKind::Unsettled => claims * KINDS,
    }
}

/// Number of classes for a number of claims.
pub(crate) fn classes(claims: usize) -> usize {
    claims * KINDS + 1
}

/// Width of the embedding and the convolutions. At 48 one claim in ten more is wrong; bytes and time grow with it.
pub(crate) const WIDTH: usize = 64;
/// Width of the hidden layer.
pub(crate) const HIDDEN: usize = 128;
/// Convolutions, each over three neighbours.
pub(crate) const LAYERS: usize = 2;
/// Width of what is pooled: the greatest, the mean, and the sum tempered by length.
pub(crate) const POOLED: usize = 3 * WIDTH;
/// Items read of one text.
pub(crate) const LONGEST: usize = 48;

/// Where each part lies in the parameters, in this order: embedding, gains, convolutions, hidden layer, output, biases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    pub(crate) gains: usize,
    pub(crate) convolutions: usize,
    pub(crate) hidden: usize,
    pub(crate) output: usize,
    pub(crate) biases: usize,
    pub(crate) end: usize,
}

impl Layout {
    /// For a number of known signals and classes.
    pub(crate) fn new(signals: usize, classes: usize) -> Layout {
        let gains = signals * WIDTH;
        let convolutions = gains + (LAYERS + 1) * WIDTH;
        let hidden = convolutions + LAYERS * 3 * WIDTH * 2 * WIDTH;
        let output = hidden + POOLED * HIDDEN;
        let biases = output + HIDDEN * classes;
        Layout { gains, convolutions, hidden, output, biases, end: biases + classes }
    }

    /// The parts that are packed with a scale of their own, as ranges.
    pub(crate) fn parts(self) -> [std::ops::Range<usize>; 6] {
        [
            0..self.gains,
            self.gains..self.convolutions,
            self.convolutions..self.hidden,
            self.hidden..self.output,
            self.output..self.biases,
            self.biases..self.end,
        ]
    }
}

/// A network as it is packed: members that learned apart and are asked together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// Known signals in ascending order.
    pub signals: Vec<Signal>,
    /// Number of classes.
    pub classes: u16,
    /// Digest of the ids of the claims in their order: it is of no use to others.
    pub claims: u32,
    /// Its members; their errors differ, so that their mean errs less than any of them.
    pub members: Vec<Member>,
}

/// One member of a network: its weights in eight bits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// What a weight of 1 stands for in each part.
    pub scales: Vec<f32>,
    /// All weights.
    pub weights: Vec<i8>,
}

impl Network {
    /// Whether its parts fit each other and it was learned for these claims, by id and in this order; one that does not fit
    /// can't be asked.
    pub(crate) fn fits(&self, claims: &[&str]) -> bool {
        let layout = self.layout();
        let whole = |member: &Member| {
            member.weights.len() == layout.end && member.scales.len() == layout.parts().len()
        };
        usize::from(self.classes) == classes(claims.len())
            && self.claims == ids(claims)
            && !self.members.is_empty()
            && self.members.iter().all(whole)
    }

    /// Where each part of a member lies in its weights.
    pub(crate) fn layout(&self) -> Layout {
        Layout::new(self.signals.len(), usize::from(self.classes))
    }

    /// The network as it is asked.
    pub(crate) fn unpack(&self) -> Unpacked {
        let layout = self.layout();
        let unpack = |member: &Member| {
            let parts = layout.parts().into_iter().zip(&member.scales);
            parts
                .flat_map(|(part, scale)| member.weights[part].iter().map(move |w| f32::from(*w) * scale))
                .collect()
        };
        let members = self.members.iter().map(unpack).collect();
        Unpacked { signals: self.signals.clone(), classes: usize::from(self.classes), layout, members }
    }
}

/// A digest of claims' ids in their order.
pub(crate) fn ids(claims: &[&str]) -> u32 {
    digest(&claims.join(" "))
}

/// A network that can be asked.
#[derive(Clone, Debug)]
pub(crate) struct Unpacked {
    pub(crate) signals: Vec<Signal>,
    pub(crate) classes: usize,
    pub(crate) layout: Layout,
    /// Parameters of each member.
    pub(crate) members: Vec<Vec<f32>>,
}

impl Unpacked {
    /// Natural logarithm of the probability of each class for a text, given the signals of its items: of the mean of its
    /// members' probabilities.
    pub(crate) fn log_probabilities(&self, items: &[Vec<Signal>]) -> Vec<f32> {
        let known: Vec<Vec<u32>> = items.iter().map(|signals| known(&self.signals, signals)).collect();
        let mut pass = Pass::default();
        let mut sums = vec![0.0_f32; self.classes];
        for parameters in &self.members {
            pass.run(parameters, self.layout, self.classes, &known, None);
            sums.iter_mut().zip(&pass.logits).for_each(|(sum, logit)| *sum += (logit - pass.total).exp());
        }
        sums.into_iter().map(|sum| (sum / self.members.len() as f32).ln()).collect()
    }
}

/// Indices of the signals that a network knows.
pub(crate) fn known(all: &[Signal], signals: &[Signal]) -> Vec<u32> {
    signals.iter().filter_map(|signal| all.binary_search(signal).ok().map(|at| at as u32)).collect()
}

/// One text on its way through the network: everything that learning needs to go back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pass {
    /// Items, `WIDTH` values each, before each layer and after the last.
    pub(crate) states: Vec<Vec<f32>>,
    /// The same, each item brought to length.
    pub(crate) normed: Vec<Vec<f32>>,
    /// What each item was divided by to bring it to length, as its inverse.
    pub(crate) inverses: Vec<Vec<f32>>,
    /// Values and gates of each convolution, `2 * WIDTH` an item.
    pub(crate) gated: Vec<Vec<f32>>,
    pub(crate) pooled: Vec<f32>,
    /// Which item had the greatest value of each channel.
    pub(crate) greatest: Vec<usize>,
    pub(crate) before: Vec<f32>,
    pub(crate) hidden: Vec<f32>,
    pub(crate) logits: Vec<f32>,
    /// Logarithm of the sum of the exponentials of the logits.
    pub(crate) total: f32,
}

pub(crate) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Adds a row times a factor.
pub(crate) fn add_scaled(sum: &mut [f32], row: &[f32], factor: f32) {
    for (slot, value) in sum.iter_mut().zip(row) {
        *slot += factor * value;
    }
}

/// Adds `input` times a matrix with a row of `sum.len()` weights for each input.
fn multiply(input: &[f32], matrix: &[f32], sum: &mut [f32]) {
    for (value, row) in input.iter().zip(matrix.chunks_exact(sum.len())) {
        if *value != 0.0 {
            add_scaled(sum, row, *value);
        }
    }
}

impl Pass {
    /// Runs a text through; `kept` scales the hidden units while learning (dropout).
    pub(crate) fn run(
        &mut self,
        parameters: &[f32],
        layout: Layout,
        classes: usize,
        items: &[Vec<u32>],
        kept: Option<&[f32]>,
    ) {
        let items = &items[..items.len().min(LONGEST)];
        let length = items.len();
        let mut state = vec![0.0; length * WIDTH];
        for (item, slot) in items.iter().zip(state.chunks_exact_mut(WIDTH)) {
            let share = 1.0 / (item.len().max(1) as f32).sqrt();
            for signal in item {
                let at = *signal as usize * WIDTH;
                add_scaled(slot, &parameters[at..at + WIDTH], share);
            }
        }
        self.states.clear();
        self.normed.clear();
        self.inverses.clear();
        self.gated.clear();
        for layer in 0..LAYERS {
            self.norm(&state, &parameters[layout.gains + layer * WIDTH..][..WIDTH]);
            let from = layout.convolutions + layer * 3 * WIDTH * 2 * WIDTH;
            let weights = &parameters[from..from + 3 * WIDTH * 2 * WIDTH];
            let mut gated = vec![0.0; length * 2 * WIDTH];
            let normed = self.normed.last().map_or(&[][..], Vec::as_slice);
            for at in 0..length {
                let sum = &mut gated[at * 2 * WIDTH..(at + 1) * 2 * WIDTH];
                for (offset, part) in weights.chunks_exact(WIDTH * 2 * WIDTH).enumerate() {
                    if let Some(neighbour) = (at + offset).checked_sub(1).filter(|n| *n < length) {
                        multiply(&normed[neighbour * WIDTH..][..WIDTH], part, sum);
                    }
                }
            }
            let next = state.clone();
            self.states.push(std::mem::replace(&mut state, next));
            for (slot, pair) in state.chunks_exact_mut(WIDTH).zip(gated.chunks_exact(2 * WIDTH)) {
                for (value, (a, b)) in slot.iter_mut().zip(pair[..WIDTH].iter().zip(&pair[WIDTH..])) {
                    *value += a * sigmoid(*b);
                }
            }
            self.gated.push(gated);
        }
        self.norm(&state, &parameters[layout.gains + LAYERS * WIDTH..][..WIDTH]);
        self.states.push(state);
        self.pool(length);
        self.before = vec![0.0; HIDDEN];
        multiply(&self.pooled, &parameters[layout.hidden..layout.output], &mut self.before);
        self.hidden = self.before.iter().map(|x| x * sigmoid(*x)).collect();
        if let Some(kept) = kept {
            self.hidden.iter_mut().zip(kept).for_each(|(value, keep)| *value *= keep);
        }
        self.logits = parameters[layout.biases..layout.biases + classes].to_vec();
        multiply(&self.hidden, &parameters[layout.output..layout.biases], &mut self.logits);
        let top = self.logits.iter().copied().fold(f32::MIN, f32::max);
        self.total = top + self.logits.iter().map(|logit| (logit - top).exp()).sum::<f32>().ln();
    }

    /// Brings every item to length (Zhang and Sennrich, 2019).
    fn norm(&mut self, state: &[f32], gains: &[f32]) {
        let mut normed = Vec::with_capacity(state.len());
        let mut inverses = Vec::with_capacity(state.len() / WIDTH);
        for item in state.chunks_exact(WIDTH) {
            let inverse = 1.0 / (item.iter().map(|x| x * x).sum::<f32>() / WIDTH as f32 + 1e-6).sqrt();
            normed.extend(item.iter().zip(gains).map(|(x, gain)| x * inverse * gain));
            inverses.push(inverse);
        }
        self.normed.push(normed);
        self.inverses.push(inverses);
    }

    fn pool(&mut self, length: usize) {
        self.pooled = vec![0.0; POOLED];
        self.greatest = vec![0; WIDTH];
        let Some(last) = self.normed.last().filter(|_| length > 0) else { return };
        let (most, rest) = self.pooled.split_at_mut(WIDTH);
        most.copy_from_slice(&last[..WIDTH]);
        let (mean, sum) = rest.split_at_mut(WIDTH);
        for (at, item) in last.chunks_exact(WIDTH).enumerate() {
            for (channel, value) in item.iter().enumerate() {
                if *value > most[channel] {
                    most[channel] = *value;
                    self.greatest[channel] = at;
                }
                sum[channel] += value;
            }
        }
        for (mean, sum) in mean.iter_mut().zip(sum) {
            *mean = *sum / length as f32;
            *sum /= (length as f32).sqrt();
        }
    }
}
