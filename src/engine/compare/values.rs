//! Figures and dates.

use super::super::feature::Feature;
use super::{Findings, Pair, Reason, ReasonKind};
use crate::text::{DateFit, Kinship, Quantity, QuantityFit};

impl Findings<'_> {
    /// Compares figures that count the same thing; `true` on a conflict.
    pub(super) fn quantities(&mut self) -> bool {
        let Pair { reader, kin, wording, .. } = self.pair;
        let position = |unit| reader.terms.iter().position(|used| used.term == unit);
        let counts_alike = |ours: &Quantity, theirs: &Quantity| {
            ours.measure == theirs.measure
                && (ours.units.is_empty()
                    || theirs.units.is_empty()
                    || ours.units.iter().any(|u| {
                        theirs.units.iter().any(|t| {
                            u == t
                                || position(*u).is_some_and(|at| {
                                    matches!(kin.between(at, *t), Kinship::Same | Kinship::Related)
                                })
                        })
                    }))
        };
        let mut used = vec![false; wording.quantities.len()];
        let mut conflict = false;
        for quantity in &reader.quantities {
            let partners: Vec<usize> = (0..used.len())
                .filter(|at| !used[*at] && counts_alike(quantity, &wording.quantities[*at]))
                .collect();
            let agreeing = partners
                .iter()
                .find(|at| quantity.against(&wording.quantities[**at]) == QuantityFit::Agrees)
                .copied();
            match agreeing.or(partners.first().copied()) {
                Some(at) => {
                    used[at] = true;
                    let (feature, kind) = match quantity.against(&wording.quantities[at]) {
                        QuantityFit::Agrees => (Feature::QuantityAgrees, ReasonKind::QuantityAgrees),
                        QuantityFit::Finer => (Feature::QuantityExtra, ReasonKind::QuantityAgrees),
                        QuantityFit::Differs => {
                            conflict = true;
                            (Feature::QuantityDiffers, ReasonKind::QuantityDiffers)
                        }
                    };
                    self.features[feature] += 1.0;
                    self.reasons.push(Reason { kind, span: Some(quantity.span), name: None });
                }
                None => self.features[Feature::QuantityExtra] += 1.0,
            }
        }
        self.features[Feature::QuantityMissing] = used.iter().filter(|u| !**u).count().min(2) as f32;
        conflict
    }

    /// Compares dates; `true` on a conflict.
    pub(super) fn dates(&mut self) -> bool {
        let Pair { reader, wording, .. } = self.pair;
        let mut used = vec![false; wording.dates.len()];
        let mut conflict = false;
        for date in &reader.dates {
            let fit = |at: &usize| {
                let theirs = &wording.dates[*at];
                // Of two statements about the same side of a date, the dates themselves are compared.
                if date.side == theirs.side {
                    date.date.against(&theirs.date)
                } else {
                    date.against(&theirs.date)
                }
            };
            let best = (0..used.len()).filter(|at| !used[*at]).min_by_key(|at| fit(at) as u8);
            match best {
                Some(at) => {
                    used[at] = true;
                    let (feature, kind) = match fit(&at) {
                        DateFit::Agrees => (Feature::DateAgrees, ReasonKind::DateAgrees),
                        DateFit::Finer => (Feature::DateExtra, ReasonKind::DateAgrees),
                        DateFit::Differs => {
                            conflict = true;
                            (Feature::DateDiffers, ReasonKind::DateDiffers)
                        }
                    };
                    self.features[feature] += 1.0;
                    self.reasons.push(Reason { kind, span: Some(date.span), name: None });
                }
                None => self.features[Feature::DateExtra] += 1.0,
            }
        }
        self.features[Feature::DateMissing] = used.iter().filter(|u| !**u).count().min(2) as f32;
        conflict
    }
}
