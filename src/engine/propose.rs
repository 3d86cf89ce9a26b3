//! What the story's network makes of a text: how likely each way to speak of each claim is.

use super::compare::Relation;
use super::verdict::{Verdict, table};
use crate::story::{Story, Unpacked, WordingKind, class, classes};
use crate::text::Signal;

/// Log probabilities below this are all the same: not at all.
const FLOOR: f32 = -8.0;

/// The network of a story, ready to be asked.
#[derive(Clone, Debug)]
pub(crate) struct Proposer {
    network: Unpacked,
    claims: usize,
    /// Verdicts of the articles for each class, each distinct list once.
    outcomes: Vec<Vec<Verdict>>,
    /// Which of them each class leads to.
    outcome_of: Vec<usize>,
}

/// What it makes of one text. Values are natural logarithms of probabilities, at least [`FLOOR`].
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    claims: usize,
    by_class: Vec<f32>,
    /// Of all classes together that lead to the same verdicts.
    by_outcome: Vec<f32>,
}

/// The kind of wording that stands in a relation to its claim.
pub(crate) fn kind_of(relation: Relation) -> WordingKind {
    match relation {
        Relation::Same => WordingKind::Same,
        Relation::Denied => WordingKind::Denied,
        Relation::Altered => WordingKind::Altered,
        Relation::Unsettled => WordingKind::Unsettled,
    }
}

/// The relation to its claim in which a wording of a kind stands.
pub(crate) fn relation_of(kind: WordingKind) -> Relation {
    match kind {
        WordingKind::Same => Relation::Same,
        WordingKind::Denied => Relation::Denied,
        WordingKind::Altered => Relation::Altered,
        WordingKind::Unsettled => Relation::Unsettled,
    }
}

impl Proposer {
    pub(crate) fn new(story: &Story) -> Proposer {
        let claims = story.claims.len();
        let mut outcomes: Vec<Vec<Verdict>> = Vec::new();
        let mut outcome_of = vec![0; classes(claims)];
        let relations = [Relation::Same, Relation::Denied, Relation::Altered, Relation::Unsettled];
        for (at, claim) in story.claims.iter().enumerate() {
            for relation in relations {
                let cells = (0..story.articles.len())
                    .map(|article| claim.position(article).map_or(Verdict::Omit, |p| table(relation, p)))
                    .collect();
                let outcome = outcomes.iter().position(|known| *known == cells).unwrap_or_else(|| {
                    outcomes.push(cells);
                    outcomes.len() - 1
                });
                outcome_of[class(at, kind_of(relation), claims)] = outcome;
            }
        }
        Proposer { network: story.network.unpack(), claims, outcomes, outcome_of }
    }

    /// Asks for a text, given the signals of its items.
    pub(crate) fn ask(&self, items: &[Vec<Signal>]) -> Proposal {
        // The outline of a story has no network.
        if self.network.members.is_empty() {
            return self.unasked();
        }
        let logs = self.network.log_probabilities(items);
        let mut sums = vec![0.0_f32; self.outcomes.len()];
        for (log, outcome) in logs.iter().zip(&self.outcome_of) {
            if let Some(sum) = sums.get_mut(*outcome) {
                *sum += log.exp();
            }
        }
        let by_outcome = self
            .outcome_of
            .iter()
            .map(|outcome| sums.get(*outcome).map_or(FLOOR, |s| s.ln().max(FLOOR)))
            .collect();
        let by_class = logs.into_iter().map(|log| log.max(FLOOR)).collect();
        Proposal { claims: self.claims, by_class, by_outcome }
    }

    /// What is known without asking: nothing, every class is as likely.
    pub(crate) fn unasked(&self) -> Proposal {
        let all = self.outcome_of.len();
        let even = -(all as f32).ln();
        Proposal { claims: self.claims, by_class: vec![even; all], by_outcome: vec![even; all] }
    }

    /// The classes that lead to given verdicts.
    #[cfg(feature = "cli")]
    pub(crate) fn leading_to(&self, verdicts: &[Verdict]) -> Vec<u16> {
        let outcome = self.outcomes.iter().position(|known| known == verdicts);
        let classes = self.outcome_of.iter().enumerate().filter(|(_, of)| Some(**of) == outcome);
        classes.map(|(class, _)| class as u16).collect()
    }
}

impl Proposal {
    /// Of one way to speak of one claim; of everything unsettled, whatever the claim.
    pub(crate) fn of(&self, claim: usize, relation: Relation) -> f32 {
        self.by_class.get(class(claim, kind_of(relation), self.claims)).copied().unwrap_or(FLOOR)
    }

    /// Of all that leads to the same verdicts as this does.
    pub(crate) fn of_outcome(&self, claim: usize, relation: Relation) -> f32 {
        self.by_outcome.get(class(claim, kind_of(relation), self.claims)).copied().unwrap_or(FLOOR)
    }

    /// Of the likeliest class.
    pub(crate) fn best(&self) -> f32 {
        self.by_class.iter().copied().fold(FLOOR, f32::max)
    }

    /// The likeliest claims, the best first.
    pub(crate) fn likeliest(&self, most: usize) -> Vec<usize> {
        let of_claim = |claim: usize| {
            let relations = [Relation::Same, Relation::Denied, Relation::Altered];
            relations.into_iter().map(|relation| self.of(claim, relation)).fold(FLOOR, f32::max)
        };
        let mut claims: Vec<(f32, usize)> = (0..self.claims).map(|claim| (of_claim(claim), claim)).collect();
        claims.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        claims.into_iter().take(most).filter(|(log, _)| *log > FLOOR).map(|(_, claim)| claim).collect()
    }
}
