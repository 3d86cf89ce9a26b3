//! Trains the classifier of a story on its wordings: for each class a linear support vector machine against all others, by
//! dual coordinate descent (Hsieh et al., 2008), then only the heaviest weights are kept, in eight bits.

use std::collections::BTreeMap;
use std::thread;

use crate::story::{Claim, Classifier};
use crate::text::Lexicon;

/// Cost of a misplaced wording. Above 1 single wordings weigh heavily; below 0.1 rare words count little.
const COST: f32 = 0.5;
/// Passes over the wordings; more change the weights little.
const PASSES: usize = 8;
/// Weights kept over all classes: the size of the compiled story against accuracy. Each takes about two bytes.
const KEPT: usize = 80_000;

struct Example {
    features: Vec<u32>,
    value: f32,
    class: usize,
}

/// Trains on all wordings.
pub(super) fn train(claims: &[Claim], lexicon: &Lexicon) -> Classifier {
    let mut columns: BTreeMap<u32, u32> = BTreeMap::new();
    let mut examples = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        for wording in &claim.wordings {
            let keys = Classifier::keys(&wording.statement, lexicon);
            let value = 1.0 / (keys.len().max(1) as f32).sqrt();
            let features = keys
                .into_iter()
                .map(|key| {
                    let next = columns.len() as u32;
                    *columns.entry(key).or_insert(next)
                })
                .collect();
            examples.push(Example {
                features,
                value,
                class: Classifier::class(at, wording.kind, claims.len()),
            });
        }
    }
    let classes = Classifier::classes(claims.len());
    let width = columns.len();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let examples = &examples;
    let mut rows: Vec<(usize, Vec<f32>)> = thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|worker| {
                let share = move || -> Vec<(usize, Vec<f32>)> {
                    (worker..classes)
                        .step_by(workers)
                        .map(|class| (class, machine(examples, class, width)))
                        .collect()
                };
                scope.spawn(share)
            })
            .collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap_or_default()).collect()
    });
    rows.sort_by_key(|(class, _)| *class);
    pack(&rows, &columns, width)
}

/// The weights of one class against all others; the last is the bias.
fn machine(examples: &[Example], class: usize, width: usize) -> Vec<f32> {
    let mut weights = vec![0.0_f32; width + 1];
    let mut alphas = vec![0.0_f32; examples.len()];
    let shrink = 0.5 / COST;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 0x2545_f491_u32 ^ class as u32;
    for pass in 0..PASSES {
        shuffle(&mut order, &mut seed);
        for &at in &order {
            let example = &examples[at];
            // After the first passes, most examples of other classes are far away and stay so.
            if pass > 2 && alphas[at] == 0.0 && (at + pass) % 3 != 0 && example.class != class {
                continue;
            }
            let sign = if example.class == class { 1.0 } else { -1.0 };
            let mut dot = weights[width];
            for feature in &example.features {
                dot += weights[*feature as usize] * example.value;
            }
            let slope = sign * dot - 1.0 + shrink * alphas[at];
            if alphas[at] == 0.0 && slope >= 0.0 {
                continue;
            }
            // The squared length of an example is 1, and 1 for the bias.
            let step = (alphas[at] - slope / (2.0 + shrink)).max(0.0) - alphas[at];
            alphas[at] += step;
            for feature in &example.features {
                weights[*feature as usize] += step * sign * example.value;
            }
            weights[width] += step * sign;
        }
    }
    weights
}

/// Fisher and Yates' shuffle with a small deterministic generator, so that a build is reproducible.
fn shuffle(order: &mut [usize], seed: &mut u32) {
    for at in (1..order.len()).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 17;
        *seed ^= *seed << 5;
        order.swap(at, *seed as usize % (at + 1));
    }
}

/// Keeps the heaviest weights and brings them to eight bits.
fn pack(rows: &[(usize, Vec<f32>)], columns: &BTreeMap<u32, u32>, width: usize) -> Classifier {
    let mut sizes: Vec<f32> = rows.iter().flat_map(|(_, row)| row[..width].iter().map(|w| w.abs())).collect();
    let kept = KEPT.min(sizes.len().saturating_sub(1));
    let least =
        if sizes.is_empty() { 0.0 } else { *sizes.select_nth_unstable_by(kept, |a, b| b.total_cmp(a)).1 };
    let most = sizes.iter().copied().fold(0.01_f32, f32::max);
    let scale = most / 127.0;
    let small = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    let features = columns
        .iter()
        .map(|(key, column)| {
            let of_class = |(class, row): &(usize, Vec<f32>)| {
                (*class as u16, small(row[*column as usize]), row[*column as usize])
            };
            let entries = rows.iter().map(of_class).filter(|(_, w, exact)| *w != 0 && exact.abs() > least);
            (*key, entries.map(|(class, w, _)| (class, w)).collect::<Vec<_>>())
        })
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    Classifier { features, biases: rows.iter().map(|(_, row)| small(row[width])).collect(), scale }
}
