//! Content words: what each side has of the other, and what is done.

use super::super::feature::Feature;
use super::super::index::credit;
use super::{Findings, Pair, Reason, ReasonKind};
use crate::text::{Kinship, Mention, NameId, Role, Statement};

/// Credit for a name where the other side has what it belongs to.
const PART: f32 = 0.6;

impl Findings<'_> {
    /// Aligns terms and names; fills the coverage features and returns the number of antonym pairs.
    pub(super) fn content(&mut self) -> usize {
        let Pair { reader, kin, wording, claim, index, names, .. } = self.pair;
        let mut wording_credit = vec![0.0_f32; wording.terms.len()];
        let (mut reader_all, mut reader_has, mut related) = (0.01_f32, 0.0_f32, 0.0_f32);
        let mut opposites = 0;
        let mut siblings = 0.0_f32;
        for (at, used) in reader.terms.iter().enumerate() {
            let weight = index.term(used.term);
            reader_all += weight;
            let mut best = (0.0_f32, Kinship::None);
            let mut sibling = false;
            for (slot, other) in wording_credit.iter_mut().zip(&wording.terms) {
                let kinship = kin.between(at, other.term);
                let value = credit(kinship);
                sibling |= kinship == Kinship::Sibling;
                *slot = slot.max(value);
                if value > best.0 {
                    best = (value, kinship);
                }
            }
            reader_has += weight * best.0;
            match best.1 {
                Kinship::Related => related += weight,
                Kinship::None if sibling => siblings += weight,
                Kinship::Opposite => {
                    opposites += 1;
                    self.reasons.push(Reason {
                        kind: ReasonKind::Antonym,
                        span: Some(used.span),
                        name: None,
                    });
                }
                _ => {}
            }
        }
        let (mut wording_all, mut wording_has) = (0.01_f32, 0.0_f32);
        let (mut key_missing, mut key_found) = (0.0_f32, 0.0_f32);
        for (credit, other) in wording_credit.iter().zip(&wording.terms) {
            let weight = index.term(other.term);
            wording_all += weight;
            wording_has += weight * credit;
            if index.is_key(claim, other.term) {
                if *credit > 0.0 { key_found += weight } else { key_missing += weight }
            }
        }
        self.features[Feature::KeyMissing] = key_missing.min(2.0);
        self.features[Feature::KeyFound] = key_found.min(2.0);
        let close = |side: &[Mention], name: NameId| -> f32 {
            if side.iter().any(|m| m.name == name) {
                1.0
            } else if side.iter().any(|m| names.close(m.name, name)) {
                PART
            } else {
                0.0
            }
        };
        for mention in &reader.names {
            let weight = if mention.inherited { 0.0 } else { index.name(mention.name) };
            reader_all += weight;
            reader_has += weight * close(&wording.names, mention.name);
        }
        for mention in &wording.names {
            let weight = index.name(mention.name);
            wording_all += weight;
            wording_has += weight * close(&reader.names, mention.name);
        }
        let (r, w) = (reader_has / reader_all, wording_has / wording_all);
        self.features[Feature::ReaderCovered] = r;
        self.features[Feature::WordingCovered] = w;
        self.features[Feature::BothCovered] = r * w;
        self.features[Feature::MatchedWeight] = reader_has.min(4.0) / 2.0;
        self.features[Feature::Related] = related / reader_all;
        self.features[Feature::SiblingReplaced] = siblings.min(2.0);
        opposites
    }

    /// Compares what is done, and who is said to say it.
    pub(super) fn predicates(&mut self) {
        let Pair { reader, kin, wording, names, .. } = self.pair;
        if let (Some(ours), Some(theirs)) = (reader.predicate, wording.predicate) {
            match kin.of(reader, ours, theirs) {
                Kinship::Same | Kinship::Opposite => self.features[Feature::PredicateSame] = 1.0,
                Kinship::Related => self.features[Feature::PredicateSame] = 0.5,
                Kinship::Sibling | Kinship::None => self.features[Feature::PredicateOther] = 1.0,
            }
        }
        let agent = |s: &Statement| s.names.iter().find(|m| m.role == Role::Agent).map(|m| m.name);
        if let (Some(ours), Some(theirs)) = (agent(reader), agent(wording)) {
            let same_agent = names.close(ours, theirs);
            let same = self.features[Feature::PredicateSame] > 0.0;
            let other = self.features[Feature::PredicateOther] > 0.0;
            if same_agent && same {
                self.features[Feature::FrameSame] = 1.0;
            } else if same_agent && other || !same_agent && same {
                self.features[Feature::FrameBroken] = 1.0;
            }
        }
        if reader.speech && !wording.speech {
            self.features[Feature::SpeechExtra] = 1.0;
        }
        if wording.speech && !reader.speech {
            self.features[Feature::SpeechMissing] = 1.0;
        }
        if let Some(speaker) = reader.speaker
            && !wording.names.iter().any(|m| m.name == speaker)
        {
            self.features[Feature::SpeakerExtra] = 1.0;
        }
    }
}
