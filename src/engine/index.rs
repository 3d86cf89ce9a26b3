//! The index of a story: weights of terms and names, and which claims have them.

use std::collections::BTreeMap;

use crate::story::{Claim, Story, WordingKind};
use crate::text::{Kinship, NameId, Reader, Statement, Term};

/// Weights and postings of a story's wordings.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    /// Rarity of each term over the claims; terms that no claim has weigh most.
    term_weights: Vec<f32>,
    name_weights: Vec<f32>,
    /// For each claim, which terms its wordings have.
    claim_terms: Vec<Vec<bool>>,
    claim_names: Vec<Vec<bool>>,
    heard_terms: Vec<bool>,
    heard_names: Vec<bool>,
    /// For each claim, how many of its wordings of each kind have a term or name.
    usage: Vec<Usage>,
}

/// How often the wordings of one claim use a term or name, by kind of wording.
#[derive(Clone, Debug, Default)]
struct Usage {
    wordings: [f32; 4],
    terms: BTreeMap<u16, [f32; 4]>,
    names: BTreeMap<u16, [f32; 4]>,
}

impl Usage {
    fn of(claim: &Claim) -> Usage {
        let mut usage = Usage::default();
        for wording in &claim.wordings {
            let kind = wording.kind as usize;
            usage.wordings[kind] += 1.0;
            let mut terms: Vec<u16> = wording.statement.terms.iter().map(|used| used.term.0).collect();
            terms.sort_unstable();
            terms.dedup();
            for term in terms {
                usage.terms.entry(term).or_default()[kind] += 1.0;
            }
            let mut names: Vec<u16> = wording.statement.names.iter().map(|mention| mention.name).collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                usage.names.entry(name).or_default()[kind] += 1.0;
            }
        }
        usage
    }

    /// Log ratio of how typical an occurrence is of wordings of a kind against wordings that say the same.
    fn ratio(&self, counts: &[f32; 4], kind: usize) -> f32 {
        let typical = |k: usize| (counts[k] + SMOOTHING) / (self.wordings[k] + 2.0 * SMOOTHING);
        (typical(kind) / typical(WordingKind::Same as usize)).ln()
    }
}

/// Occurrences assumed of every word in every kind of wording; higher trusts small counts less.
const SMOOTHING: f32 = 0.5;

/// Weight of a name relative to a term as rare: a name identifies more than a word does.
const NAME_FACTOR: f32 = 1.2;

impl Index {
    pub(crate) fn new(story: &Story, reader: &Reader) -> Index {
        let (terms, names) = (reader.terms(), reader.names().len());
        let mut claim_terms = Vec::new();
        let mut claim_names = Vec::new();
        for claim in &story.claims {
            let (mut has_term, mut has_name) = (vec![false; terms], vec![false; names]);
            for wording in claim.wordings.iter().filter(|w| matches!(w.kind, WordingKind::Same | WordingKind::Denied)) {
                for used in &wording.statement.terms {
                    mark(&mut has_term, used.term.0);
                }
                for mention in &wording.statement.names {
                    mark(&mut has_name, mention.name);
                }
            }
            claim_terms.push(has_term);
            claim_names.push(has_name);
        }
        let mut heard_terms = vec![false; terms];
        let mut heard_names = vec![false; names];
        for wording in story.claims.iter().flat_map(|claim| &claim.wordings) {
            for used in &wording.statement.terms {
                mark(&mut heard_terms, used.term.0);
            }
            for mention in &wording.statement.names {
                mark(&mut heard_names, mention.name);
            }
        }
        let usage = story.claims.iter().map(Usage::of).collect();
        let term_weights = rarity(&claim_terms, terms);
        let name_weights = rarity(&claim_names, names).into_iter().map(|w| w * NAME_FACTOR).collect();
        Index { term_weights, name_weights, claim_terms, claim_names, heard_terms, heard_names, usage }
    }

    /// How much the words of a statement are those of a claim's wordings of each kind, against those that say the same:
    /// a log ratio for each kind, within -3 and 3.
    pub(crate) fn leanings(&self, claim: usize, statement: &Statement) -> [f32; 4] {
        let usage = &self.usage[claim];
        let mut leanings = [0.0_f32; 4];
        for (kind, leaning) in leanings.iter_mut().enumerate() {
            let terms = statement.terms.iter().filter_map(|used| usage.terms.get(&used.term.0));
            let names = statement.names.iter().filter(|m| !m.inherited).filter_map(|m| usage.names.get(&m.name));
            *leaning = terms.chain(names).map(|counts| usage.ratio(counts, kind)).sum::<f32>().clamp(-3.0, 3.0);
        }
        leanings
    }

    /// Whether a term is one that wordings which say the same as the claim never use.
    pub(crate) fn is_key(&self, claim: usize, term: Term) -> bool {
        self.usage[claim].terms.get(&term.0).is_some_and(|counts| counts[WordingKind::Same as usize] == 0.0)
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

    /// Share of a statement's content that no wording of the claim has.
    pub(crate) fn foreign(&self, claim: usize, statement: &Statement, kin: &Kin) -> f32 {
        self.share(statement, kin, &self.claim_terms[claim], &self.claim_names[claim])
    }

    /// Share of a statement's content that no wording of the story has.
    pub(crate) fn unheard(&self, statement: &Statement, kin: &Kin) -> f32 {
        self.share(statement, kin, &self.heard_terms, &self.heard_names)
    }

    fn share(&self, statement: &Statement, kin: &Kin, terms: &[bool], names: &[bool]) -> f32 {
        let (mut all, mut out) = (0.01, 0.0);
        for (used, row) in statement.terms.iter().zip(&kin.rows) {
            let weight = self.term(used.term);
            all += weight;
            let near = terms.iter().zip(row).any(|(has, kinship)| *has && *kinship != Kinship::None);
            out += if near { 0.0 } else { weight };
        }
        for mention in statement.names.iter().filter(|m| !m.inherited) {
            let weight = self.name(mention.name);
            all += weight;
            out += if names.get(usize::from(mention.name)).copied().unwrap_or(false) { 0.0 } else { weight };
        }
        out / all
    }

    /// The claims whose wordings share most with a statement, best first: index and score.
    pub(crate) fn candidates(&self, statement: &Statement, kin: &Kin, most: usize) -> Vec<(usize, f32)> {
        let mut scored: Vec<(usize, f32)> = (0..self.claim_terms.len())
            .map(|claim| {
                let terms: f32 = statement
                    .terms
                    .iter()
                    .zip(&kin.rows)
                    .map(|(used, row)| self.term(used.term) * best_kin(row, &self.claim_terms[claim]))
                    .sum();
                let has = |name: NameId| self.claim_names[claim].get(usize::from(name)).copied().unwrap_or(false);
                let names: f32 = statement.names.iter().filter(|m| has(m.name)).map(|m| self.name(m.name)).sum();
                (claim, terms + names)
            })
            .filter(|(_, score)| *score > 0.0)
            .collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scored.truncate(most);
        scored
    }
}

fn best_kin(row: &[Kinship], has: &[bool]) -> f32 {
    let mut best = 0.0_f32;
    for (kinship, has) in row.iter().zip(has) {
        if *has {
            best = best.max(match kinship {
                Kinship::Same => 1.0,
                Kinship::Opposite => 0.8,
                Kinship::Related => 0.6,
                Kinship::None => 0.0,
            });
        }
    }
    best
}

fn mark(has: &mut [bool], at: u16) {
    if let Some(has) = has.get_mut(usize::from(at)) {
        *has = true;
    }
}

/// Inverse document frequency over claims, scaled to at most 1.
fn rarity(claims: &[Vec<bool>], width: usize) -> Vec<f32> {
    let all = claims.len() as f32;
    (0..width)
        .map(|at| {
            let having = claims.iter().filter(|has| has[at]).count() as f32;
            ((all + 1.0) / (having + 1.0)).ln() / (all + 1.0).ln()
        })
        .map(|weight| weight.max(0.05))
        .collect()
}

/// For each term of a statement, its kinship with every term of the vocabulary: found once, used for all wordings.
#[derive(Clone, Debug)]
pub(crate) struct Kin {
    pub(crate) rows: Vec<Vec<Kinship>>,
}

impl Kin {
    pub(crate) fn new(statement: &Statement, reader: &Reader) -> Kin {
        let lexicon = reader.lexicon();
        let rows = statement
            .terms
            .iter()
            .map(|used| (0..reader.terms() as u16).map(|other| lexicon.kinship(used.term.0, other)).collect())
            .collect();
        Kin { rows }
    }

    /// Kinship of the statement's term at an index with another term.
    pub(crate) fn between(&self, at: usize, other: Term) -> Kinship {
        self.rows.get(at).and_then(|row| row.get(usize::from(other.0))).copied().unwrap_or(Kinship::None)
    }
}
