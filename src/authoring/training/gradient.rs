//! Going back through the network: the slopes of the loss by every parameter.

use super::{Prepared, Random};
use crate::story::{HIDDEN, LAYERS, Layout, Pass, WIDTH, add_scaled, sigmoid};

/// Share of an item's signals that are left out at each sight of a text, so that none is relied on alone.
const SIGNALS_OUT: f32 = 0.10;
/// Share of items left out.
const ITEMS_OUT: f32 = 0.05;
/// Share of hidden units left out.
const HIDDEN_OUT: f32 = 0.2;

/// Summed slopes of the loss of some texts.
pub(super) struct Gradient {
    layout: Layout,
    classes: usize,
    pub(super) slopes: Vec<f32>,
    pass: Pass,
}

impl Gradient {
    pub(super) fn new(layout: Layout, classes: usize) -> Gradient {
        Gradient { layout, classes, slopes: vec![0.0; layout.end], pass: Pass::default() }
    }

    pub(super) fn clear(&mut self) {
        self.slopes.fill(0.0);
    }

    /// Adds the slopes of one text, some of which is left out by chance.
    pub(super) fn add(&mut self, parameters: &[f32], lesson: &Prepared, random: &mut Random) {
        let mut seen = Vec::with_capacity(lesson.items.len());
        for item in &lesson.items {
            if random.even() >= ITEMS_OUT {
                seen.push(item.iter().copied().filter(|_| random.even() >= SIGNALS_OUT).collect());
            }
        }
        let kept: Vec<f32> = (0..HIDDEN)
            .map(|_| if random.even() < HIDDEN_OUT { 0.0 } else { 1.0 / (1.0 - HIDDEN_OUT) })
            .collect();
        self.add_seen(parameters, &seen, &lesson.right, &kept);
    }

    /// Adds the slopes of the negative log probability of the right classes.
    fn add_seen(&mut self, parameters: &[f32], items: &[Vec<u32>], right: &[u16], kept: &[f32]) {
        let layout = self.layout;
        self.pass.run(parameters, layout, self.classes, items, Some(kept));
        let pass = &self.pass;
        let mut logits: Vec<f32> = pass.logits.iter().map(|logit| (logit - pass.total).exp()).collect();
        let mass: f32 = right.iter().map(|class| logits[usize::from(*class)]).sum::<f32>().max(1e-12);
        for class in right {
            let at = usize::from(*class);
            logits[at] -= logits[at] / mass;
        }
        add_scaled(&mut self.slopes[layout.biases..layout.end], &logits, 1.0);
        let mut hidden =
            back(&pass.hidden, &logits, parameters, layout.output..layout.biases, &mut self.slopes);
        for (slope, (x, keep)) in hidden.iter_mut().zip(pass.before.iter().zip(kept)) {
            let gate = sigmoid(*x);
            *slope *= keep * gate * (1.0 + x * (1.0 - gate));
        }
        let pooled = back(&pass.pooled, &hidden, parameters, layout.hidden..layout.output, &mut self.slopes);
        let length = pass.inverses.last().map_or(0, Vec::len);
        if length == 0 {
            return;
        }
        let mut state = self.unpool(&pooled, length);
        state = self.unnorm(LAYERS, &state, parameters);
        for layer in (0..LAYERS).rev() {
            let through = self.unconvolve(layer, &state, parameters);
            let through = self.unnorm(layer, &through, parameters);
            add_scaled(&mut state, &through, 1.0);
        }
        for (item, slope) in items.iter().zip(state.chunks_exact(WIDTH)) {
            let share = 1.0 / (item.len().max(1) as f32).sqrt();
            for signal in item {
                let at = *signal as usize * WIDTH;
                add_scaled(&mut self.slopes[at..at + WIDTH], slope, share);
            }
        }
    }

    fn unpool(&self, pooled: &[f32], length: usize) -> Vec<f32> {
        let (most, rest) = pooled.split_at(WIDTH);
        let (mean, sum) = rest.split_at(WIDTH);
        let mut state = vec![0.0; length * WIDTH];
        for item in state.chunks_exact_mut(WIDTH) {
            for (slot, (mean, sum)) in item.iter_mut().zip(mean.iter().zip(sum)) {
                *slot = mean / length as f32 + sum / (length as f32).sqrt();
            }
        }
        for (channel, at) in self.pass.greatest.iter().enumerate() {
            state[at * WIDTH + channel] += most[channel];
        }
        state
    }

    fn unnorm(&mut self, layer: usize, slopes: &[f32], parameters: &[f32]) -> Vec<f32> {
        let at = self.layout.gains + layer * WIDTH;
        let gains = &parameters[at..at + WIDTH];
        let own = &mut self.slopes[at..at + WIDTH];
        let mut out = Vec::with_capacity(slopes.len());
        let (states, inverses) = (&self.pass.states[layer], &self.pass.inverses[layer]);
        for ((item, slope), inverse) in
            states.chunks_exact(WIDTH).zip(slopes.chunks_exact(WIDTH)).zip(inverses)
        {
            let mut along = 0.0;
            for channel in 0..WIDTH {
                own[channel] += slope[channel] * item[channel] * inverse;
                along += slope[channel] * gains[channel] * item[channel];
            }
            let along = along * inverse * inverse * inverse / WIDTH as f32;
            out.extend((0..WIDTH).map(|c| slope[c] * gains[c] * inverse - item[c] * along));
        }
        out
    }

    fn unconvolve(&mut self, layer: usize, slopes: &[f32], parameters: &[f32]) -> Vec<f32> {
        const ROWS: usize = WIDTH * 2 * WIDTH;
        let from = self.layout.convolutions + layer * 3 * ROWS;
        let (gated, normed) = (&self.pass.gated[layer], &self.pass.normed[layer]);
        let length = slopes.len() / WIDTH;
        let mut out = vec![0.0; slopes.len()];
        let mut inner = [0.0_f32; 2 * WIDTH];
        for at in 0..length {
            let pair = &gated[at * 2 * WIDTH..][..2 * WIDTH];
            for channel in 0..WIDTH {
                let (slope, gate) = (slopes[at * WIDTH + channel], sigmoid(pair[WIDTH + channel]));
                inner[channel] = slope * gate;
                inner[WIDTH + channel] = slope * pair[channel] * gate * (1.0 - gate);
            }
            for offset in 0..3 {
                let Some(neighbour) = (at + offset).checked_sub(1).filter(|n| *n < length) else { continue };
                let range = from + offset * ROWS..from + (offset + 1) * ROWS;
                let input = &normed[neighbour * WIDTH..][..WIDTH];
                let through = back(input, &inner, parameters, range, &mut self.slopes);
                add_scaled(&mut out[neighbour * WIDTH..][..WIDTH], &through, 1.0);
            }
        }
        out
    }
}

/// Back through a matrix with a row for each input: adds its own slopes and returns those of the inputs.
fn back(
    input: &[f32],
    slopes: &[f32],
    parameters: &[f32],
    range: std::ops::Range<usize>,
    own: &mut [f32],
) -> Vec<f32> {
    let rows = parameters[range.clone()].chunks_exact(slopes.len());
    let own = own[range].chunks_exact_mut(slopes.len());
    let back_row = |((value, row), own): ((&f32, &[f32]), &mut [f32])| {
        if *value != 0.0 {
            add_scaled(own, slopes, *value);
        }
        dot(row, slopes)
    };
    input.iter().zip(rows).zip(own).map(back_row).collect()
}

/// Sums in eight lanes, which the compiler turns into vector instructions.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    let (left, right) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in left.zip(right) {
        for lane in 0..8 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::{Gradient, HIDDEN, Random};
    use crate::story::{Layout, Pass};

    /// Every slope is what a small change of its parameter does to the loss.
    #[test]
    fn slopes_are_those_of_the_loss() {
        let (signals, classes) = (7, 4);
        let layout = Layout::new(signals, classes);
        let mut random = Random(11);
        let mut parameters: Vec<f32> = (0..layout.end).map(|_| random.normal() * 0.3).collect();
        parameters[layout.gains..layout.convolutions].fill(1.0);
        let items = vec![vec![0, 3], vec![1], vec![2, 4, 5], vec![]];
        let right = [1_u16, 3];
        let kept = vec![1.0; HIDDEN];
        let mut gradient = Gradient::new(layout, classes);
        gradient.add_seen(&parameters, &items, &right, &kept);
        let loss = |parameters: &[f32]| {
            let mut pass = Pass::default();
            pass.run(parameters, layout, classes, &items, None);
            let right: f64 =
                right.iter().map(|c| f64::from(pass.logits[usize::from(*c)] - pass.total).exp()).sum();
            -right.ln()
        };
        let parts =
            [0, layout.gains, layout.convolutions, layout.hidden, layout.output, layout.biases, layout.end];
        for part in parts.windows(2) {
            for _ in 0..40 {
                let at = part[0] + random.below(part[1] - part[0]);
                let (mut up, mut down) = (parameters.clone(), parameters.clone());
                up[at] += 1e-2;
                down[at] -= 1e-2;
                let measured = ((loss(&up) - loss(&down)) / 2e-2) as f32;
                let error = (measured - gradient.slopes[at]).abs();
                assert!(error < 2e-3 + 0.03 * measured.abs(), "{at}: {measured} {}", gradient.slopes[at]);
            }
        }
    }
}
