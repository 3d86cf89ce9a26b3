//! The index of a story: weights of terms and names, and how the wordings of each claim use them.

use std::collections::BTreeMap;

use crate::story::{Claim, Story, WordingKind};
use crate::text::{Date, Kinship, Mention, NameId, Quantity, Reader, Statement, Term};

/// Weights and usage counts of a story's wordings.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    /// Rarity of each term over the claims; terms that no claim has weigh most.
    term_weights: Vec<f32>,
    name_weights: Vec<f32>,
    usage: Vec<Usage>,
    /// How many wordings of the story have a term or name.
    heard: Usage,
    /// For each claim, the weight of each of its wordings.
    weights: Vec<Vec<f32>>,
}

/// How many wordings have a term or name, by kind of wording.
#[derive(Clone, Debug, Default)]
struct Usage {
    wordings: [f32; 4],
    /// Wordings that say the same with an odd number of negations.
    odd: f32,
    terms: BTreeMap<u16, [f32; 4]>,
    names: BTreeMap<u16, [f32; 4]>,
    /// Figures and dates of wordings that say the same.
    figures: Vec<(f64, f64)>,
    dates: Vec<Date>,
}

/// Weight of a name relative to a term as rare: a name identifies more than a word does.
const NAME_FACTOR: f32 = 1.2;
/// Occurrences assumed of every word in every kind of wording; higher trusts small counts less.
const SMOOTHING: f32 = 0.5;
const SAME: usize = WordingKind::Same as usize;
const ALTERED: usize = WordingKind::Altered as usize;
const DENIED: usize = WordingKind::Denied as usize;

impl Usage {
    fn add(&mut self, statement: &Statement, kind: WordingKind) {
        let kind = kind as usize;
        self.wordings[kind] += 1.0;
        if kind == SAME {
            self.odd += f32::from(statement.negations % 2);
            for figure in statement.quantities.iter().map(|quantity| (quantity.low, quantity.high)) {
                if !self.figures.contains(&figure) {
                    self.figures.push(figure);
                }
            }
            for used in &statement.dates {
                if !self.dates.contains(&used.date) {
                    self.dates.push(used.date);
                }
            }
        }
        for term in distinct(statement.terms.iter().map(|used| used.term.0)) {
            self.terms.entry(term).or_default()[kind] += 1.0;
        }
        for name in distinct(statement.names.iter().map(|mention| mention.name)) {
            self.names.entry(name).or_default()[kind] += 1.0;
        }
    }

    fn of(claim: &Claim) -> Usage {
        let mut usage = Usage::default();
        for wording in &claim.wordings {
            usage.add(&wording.statement, wording.kind);
        }
        usage
    }

    /// Log ratio of how typical an occurrence is of wordings of a kind against wordings that say the same.
    fn ratio(&self, counts: &[f32; 4], kind: usize) -> f32 {
        let typical = |k: usize| (counts[k] + SMOOTHING) / (self.wordings[k] + 2.0 * SMOOTHING);
        (typical(kind) / typical(SAME)).ln()
    }
}

fn distinct(values: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut values: Vec<u16> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// How the content of a statement stands to one claim's wordings as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Affinity {
    /// Share of the content that no wording that says the same or denies has.
    pub(crate) foreign: f32,
    /// Weight of the heaviest term among that.
    pub(crate) worst: f32,
    /// Weight of the terms that only wordings which deny or alter have.
    pub(crate) contrary: f32,
    /// For each kind, how much the words are typical of it rather than of saying the same, within -3 and 3.
    pub(crate) leanings: [f32; 4],
}

impl Index {
    pub(crate) fn new(story: &Story, reader: &Reader) -> Index {
        let usage: Vec<Usage> = story.claims.iter().map(Usage::of).collect();
        let mut heard = Usage::default();
        for wording in story.claims.iter().flat_map(|claim| &claim.wordings) {
            heard.add(&wording.statement, wording.kind);
        }
        let own = |counts: &[f32; 4]| counts[SAME] + counts[DENIED] > 0.0;
        let rarity = |width: usize, having: &dyn Fn(u16) -> usize| -> Vec<f32> {
            let all = usage.len() as f32 + 1.0;
            (0..width as u16)
                .map(|at| ((all / (having(at) as f32 + 1.0)).ln() / all.ln()).max(0.05))
                .collect()
        };
        let terms = rarity(reader.terms(), &|term| {
            usage.iter().filter(|u| u.terms.get(&term).is_some_and(own)).count()
        });
        let names = rarity(reader.names().len(), &|name| {
            usage.iter().filter(|u| u.names.get(&name).is_some_and(own)).count()
        });
        let name_weights = names.into_iter().map(|weight| weight * NAME_FACTOR).collect();
        let mut index = Index { term_weights: terms, name_weights, usage, heard, weights: Vec::new() };
        let weigh = |claim: &Claim| claim.wordings.iter().map(|w| index.weight(&w.statement)).collect();
        index.weights = story.claims.iter().map(weigh).collect();
        index
    }

    /// The index of one statement as the only wording of the only claim: every word weighs the same.
    #[cfg(any(feature = "cli", test))]
    pub(crate) fn of_statement(statement: &Statement) -> Index {
        let mut usage = Usage::default();
        usage.add(statement, WordingKind::Same);
        Index {
            term_weights: Vec::new(),
            name_weights: Vec::new(),
            heard: usage.clone(),
            usage: vec![usage],
            weights: Vec::new(),
        }
    }

    /// Whether wordings that say the same as the claim use a name.
    pub(crate) fn says_name(&self, claim: usize, name: NameId) -> bool {
        self.usage[claim].names.get(&name).is_some_and(|counts| counts[SAME] > 0.0)
    }

    /// Whether wordings that say the same as the claim use a figure.
    pub(crate) fn says_figure(&self, claim: usize, quantity: &Quantity) -> bool {
        self.usage[claim].figures.contains(&(quantity.low, quantity.high))
    }

    /// Whether wordings that say the same as the claim use a date.
    pub(crate) fn says_date(&self, claim: usize, date: &Date) -> bool {
        self.usage[claim].dates.contains(date)
    }

    /// Whether most wordings that say the same as the claim have an odd number of negations: 1, else 0.
    pub(crate) fn polarity(&self, claim: usize) -> u8 {
        u8::from(self.usage[claim].odd * 2.0 > self.usage[claim].wordings[SAME])
    }

    /// Weight of a term, 0 to 1.
    pub(crate) fn term(&self, term: Term) -> f32 {
        self.term_weights.get(usize::from(term.0)).copied().unwrap_or(1.0)
    }

    /// Weight of a name.
    pub(crate) fn name(&self, name: NameId) -> f32 {
        self.name_weights.get(usize::from(name)).copied().unwrap_or(NAME_FACTOR)
    }

    /// Weight of all content of a statement.
    pub(crate) fn weight(&self, statement: &Statement) -> f32 {
        let terms: f32 = statement.terms.iter().map(|used| self.term(used.term)).sum();
        let names: f32 = statement.names.iter().filter(|m| !m.inherited).map(|m| self.name(m.name)).sum();
        terms + names + 0.5 * (statement.quantities.len() + statement.dates.len()) as f32
    }

    /// Whether a term is one that wordings which say the same as the claim never use.
    pub(crate) fn is_key(&self, claim: usize, term: Term) -> bool {
        self.usage[claim].terms.get(&term.0).is_some_and(|counts| counts[SAME] == 0.0)
    }

    /// How a statement's content stands to a claim.
    pub(crate) fn affinity(&self, claim: usize, statement: &Statement, kin: &Kin) -> Affinity {
        let usage = &self.usage[claim];
        let counts = |found: Option<&[f32; 4]>| found.copied().unwrap_or_default();
        let mut affinity = Affinity::default();
        let (mut all, mut foreign) = (0.01_f32, 0.0_f32);
        let mut lean = |counts: &[f32; 4]| {
            if counts.iter().any(|count| *count > 0.0) {
                for (kind, leaning) in affinity.leanings.iter_mut().enumerate() {
                    *leaning += usage.ratio(counts, kind);
                }
            }
        };
        let (mut worst, mut contrary) = (0.0_f32, 0.0_f32);
        for (used, near) in statement.terms.iter().zip(&kin.near) {
            let weight = self.term(used.term);
            all += weight;
            let mut meant = [0.0_f32; 4];
            for (term, _) in near.iter().filter(|(_, kinship)| *kinship == Kinship::Same) {
                for (sum, count) in meant.iter_mut().zip(counts(usage.terms.get(term))) {
                    *sum += count;
                }
            }
            lean(&meant);
            if meant[SAME] == 0.0 && meant[DENIED] + meant[ALTERED] > 0.0 {
                contrary += weight;
            }
            let known = near.iter().filter(|(_, kinship)| *kinship != Kinship::Sibling).any(|(term, _)| {
                let counts = counts(usage.terms.get(term));
                counts[SAME] + counts[DENIED] > 0.0
            });
            if !known {
                foreign += weight;
                worst = worst.max(weight);
            }
        }
        for mention in statement.names.iter().filter(|m| !m.inherited) {
            let weight = self.name(mention.name);
            let counts = counts(usage.names.get(&mention.name));
            all += weight;
            lean(&counts);
            if counts[SAME] + counts[DENIED] == 0.0 {
                foreign += weight;
            }
        }
        affinity.contrary = contrary;
        affinity.foreign = foreign / all;
        affinity.worst = worst;
        affinity.leanings = affinity.leanings.map(|leaning| leaning.clamp(-3.0, 3.0));
        affinity
    }

    /// Share of a statement's content that no wording of the story has.
    pub(crate) fn unheard(&self, statement: &Statement, kin: &Kin) -> f32 {
        let heard = |counts: Option<&[f32; 4]>| counts.is_some_and(|counts| counts.iter().sum::<f32>() > 0.0);
        let (mut all, mut unheard) = (0.01, 0.0);
        for (used, near) in statement.terms.iter().zip(&kin.near) {
            let weight = self.term(used.term);
            all += weight;
            let mut meant = near.iter().filter(|(_, kinship)| *kinship != Kinship::Sibling);
            if !meant.any(|(term, _)| heard(self.heard.terms.get(term))) {
                unheard += weight;
            }
        }
        for mention in statement.names.iter().filter(|m| !m.inherited) {
            all += self.name(mention.name);
            if !heard(self.heard.names.get(&mention.name)) {
                unheard += self.name(mention.name);
            }
        }
        unheard / all
    }

    /// The wordings worth comparing: of the claims whose wordings are most like a statement, those most like it of each kind.
    ///
    /// The claims `wanted` are listed in any case.
    pub(crate) fn shortlist(
        &self,
        statement: &Statement,
        kin: &Kin,
        story: &Story,
        wanted: &[usize],
    ) -> Vec<Listed> {
        let credits = kin.credits();
        let own = self.weight(statement);
        let mut listed: Vec<Listed> = Vec::new();
        for (claim, authored) in story.claims.iter().enumerate() {
            let mut likeness: [Vec<(f32, usize)>; 4] = Default::default();
            for (at, wording) in authored.wordings.iter().enumerate() {
                let terms = wording.statement.terms.iter().map(|used| {
                    credits.get(usize::from(used.term.0)).copied().unwrap_or(0.0) * self.term(used.term)
                });
                let named = |m: &&Mention| statement.names.iter().any(|n| n.name == m.name);
                let names = wording.statement.names.iter().filter(named).map(|m| self.name(m.name));
                let shared: f32 = terms.chain(names).sum();
                if shared > 0.0 || wanted.contains(&claim) {
                    likeness[wording.kind as usize]
                        .push((2.0 * shared / (own + self.weights[claim][at]), at));
                }
            }
            let mut best = 0.0_f32;
            let mut wordings = Vec::new();
            for of_kind in &mut likeness {
                of_kind.sort_by(|a, b| b.0.total_cmp(&a.0));
                of_kind.truncate(LISTED_WORDINGS);
                best = of_kind.first().map_or(best, |first| best.max(first.0));
                wordings.extend(of_kind.iter().map(|(_, at)| *at));
            }
            if best > 0.0 || wanted.contains(&claim) {
                listed.push(Listed { claim, likeness: best, wordings });
            }
        }
        let is_wanted = |listed: &Listed| wanted.contains(&listed.claim);
        listed.sort_by(|a, b| {
            let likelier = b.likeness.total_cmp(&a.likeness).then(a.claim.cmp(&b.claim));
            is_wanted(b).cmp(&is_wanted(a)).then(likelier)
        });
        listed.truncate(LISTED_CLAIMS);
        listed
    }
}

/// Claims compared in full for one statement; more find little and cost time.
const LISTED_CLAIMS: usize = 24;
/// Wordings of each kind compared for one claim.
const LISTED_WORDINGS: usize = 8;

/// A claim worth comparing, with its wordings that are.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) claim: usize,
    likeness: f32,
    pub(crate) wordings: Vec<usize>,
}

/// Credit for a matched term: an antonym speaks of the same thing.
pub(crate) fn credit(kinship: Kinship) -> f32 {
    match kinship {
        Kinship::Same => 1.0,
        Kinship::Opposite => 0.8,
        Kinship::Related => 0.6,
        Kinship::Sibling | Kinship::None => 0.0,
    }
}

/// For each term of a statement, the terms it is kin to: found once, used for all wordings.
#[derive(Clone, Debug)]
pub(crate) struct Kin {
    near: Vec<Vec<(u16, Kinship)>>,
    table: Vec<Vec<Kinship>>,
}

impl Kin {
    pub(crate) fn new(statement: &Statement, reader: &Reader) -> Kin {
        let near: Vec<Vec<(u16, Kinship)>> =
            statement.terms.iter().map(|used| reader.lexicon().kin(used.term.0)).collect();
        let table = near
            .iter()
            .map(|near| {
                let mut row = vec![Kinship::None; reader.terms()];
                for (term, kinship) in near {
                    if let Some(slot) = row.get_mut(usize::from(*term)) {
                        *slot = *kinship;
                    }
                }
                row
            })
            .collect();
        Kin { near, table }
    }

    /// For every term of the vocabulary, the best credit that any term of the statement gives it.
    fn credits(&self) -> Vec<f32> {
        let width = self.table.first().map_or(0, Vec::len);
        let mut credits = vec![0.0_f32; width];
        for (term, kinship) in self.near.iter().flatten() {
            if let Some(slot) = credits.get_mut(usize::from(*term)) {
                *slot = slot.max(credit(*kinship));
            }
        }
        credits
    }

    /// Kinship of the statement's term at an index with another term.
    pub(crate) fn between(&self, at: usize, other: Term) -> Kinship {
        self.table.get(at).and_then(|row| row.get(usize::from(other.0))).copied().unwrap_or(Kinship::None)
    }

    /// Kinship of a term of the statement with another term.
    pub(crate) fn of(&self, statement: &Statement, term: Term, other: Term) -> Kinship {
        let at = statement.terms.iter().position(|used| used.term == term);
        at.map_or(Kinship::None, |at| self.between(at, other))
    }
}
