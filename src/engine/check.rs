//! One check from text to report.

use std::collections::BTreeMap;

use super::compare::Relation;
use super::decide::{Hypothesis, Model, Understanding, understand};
use super::error::{EngineError, Kind};
use super::feature::Feature;
use super::index::Index;
use super::propose::Proposer;
use super::report::{ArticleReport, Confidence, MatchReport, PartReport, Report, Rule};
use super::verdict::{Verdict, combine, verdicts};
use crate::embedded;
use crate::story::Story;
use crate::text::{Lexicon, Reader, Reading, Signal, Statement, TokenKind, tokenise};

/// Checks claims against one story.
#[derive(Clone, Debug)]
pub struct Engine {
    story: Story,
    reader: Reader,
    index: Index,
    proposer: Proposer,
    model: Model,
    layers: Layers,
    /// Claims by their own words, as [`words`] has them.
    written: BTreeMap<String, usize>,
}

/// Layers of the engine that can be switched off, to measure what each brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers {
    /// The story's network.
    pub network: bool,
    /// The second look by boosted trees.
    pub trees: bool,
    /// Saying that an article omits the claim where the opposite verdict is likely as well.
    pub caution: bool,
}

impl Default for Layers {
    fn default() -> Layers {
        Layers { network: true, trees: true, caution: true }
    }
}

/// A statement with the hypotheses about it and what was decided.
struct Decided {
    statement: Statement,
    hypotheses: Vec<Hypothesis>,
    /// Verdicts of the articles and the probability of exactly these.
    verdicts: Vec<Verdict>,
    probability: f32,
    /// Hypotheses that lead to these verdicts; empty when no claim matches.
    deciding: Vec<usize>,
    rule: Rule,
}

/// What a statement may come to: verdicts of the articles, the probability of exactly these, and the hypotheses that lead to
/// them; none of those where no claim matches.
pub(super) type Outcome = (Vec<Verdict>, f32, Vec<usize>);

/// Probability lost for every further part: a claim is read whole unless parts explain clearly more of it.
const PART_PENALTY: f32 = 0.3;
/// How much of a part a claim explains that says something else in its place: "ordered 100,000 but received 30,000" is two
/// statements that fit, not one with a wrong figure.
const ALTERED_EXPLAINS: f32 = 0.85;
/// Share of its own probability that the opposite verdict may have before an article is said to omit the claim: a wrong
/// "supports" is worse than none, and worse than a wrong "disputes". At 0.4 and 0.6 twice as many verdicts are the opposite of
/// the right one, and one claim in 25 more is right for every article.
const SUPPORT_RISK: f32 = 0.2;
const DISPUTE_RISK: f32 = 0.4;
/// Share of its content from which a statement without any name is about something else when no wording of the story has it.
const UNHEARD: f32 = 0.5;
/// Share of its content that such a statement must have in common with a claim that it alters.
const REST: f32 = 0.6;
/// Probability from which a verdict is firm. Below 0.5 everything would be; 1 would make nothing firm.
const FIRM: f32 = 0.9;

impl Engine {
    /// An engine for the embedded story.
    ///
    /// # Errors
    /// When the embedded data was not compiled with this version, which the build rules out.
    pub fn embedded() -> Result<Engine, EngineError> {
        Engine::from_bytes(embedded::STORY)
    }

    /// An engine for a compiled story.
    ///
    /// # Errors
    /// When the bytes are not a story, damaged, or of another version.
    pub fn from_bytes(story: &[u8]) -> Result<Engine, EngineError> {
        let lexicon = Engine::lexicon()?;
        let story = Story::from_bytes(story, &lexicon).map_err(|error| EngineError(Kind::Story(error)))?;
        Ok(Engine::new(story, lexicon))
    }

    /// The lexicon of this version.
    ///
    /// # Errors
    /// When the embedded data was not compiled with this version, which the build rules out.
    pub fn lexicon() -> Result<Lexicon, EngineError> {
        Lexicon::from_bytes(embedded::LEXICON).map_err(|error| EngineError(Kind::Lexicon(error)))
    }

    /// An engine for a story that was compiled with the lexicon.
    pub fn new(story: Story, lexicon: Lexicon) -> Engine {
        let reader = Reader::new(lexicon, &story.names, &story.words);
        let index = Index::new(&story, &reader);
        let proposer = Proposer::new(&story);
        let mut written = BTreeMap::new();
        for (at, claim) in story.claims.iter().enumerate() {
            for text in claim.text.0.values() {
                written.entry(words(text)).or_insert(at);
            }
        }
        let (model, layers) = (Model::default(), Layers::default());
        Engine { story, reader, index, proposer, model, layers, written }
    }

    /// The story.
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// The reader of texts.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The same engine with some of its layers off, to measure what they bring.
    #[cfg(feature = "cli")]
    pub fn with_layers(mut self, layers: Layers) -> Engine {
        if !layers.trees {
            self.model.trees = Vec::new().into();
        }
        self.layers = layers;
        self
    }

    #[cfg(feature = "cli")]
    pub(crate) fn with_model(mut self, model: Model) -> Engine {
        self.model = model;
        self
    }

    /// All that a statement may mean, given the signals of its items.
    pub(crate) fn understand(&self, statement: &Statement, signals: &[Vec<Signal>]) -> Understanding {
        let proposal = if self.layers.network { self.proposer.ask(signals) } else { self.proposer.unasked() };
        understand(statement, &proposal, &self.story, &self.index, &self.reader, &self.model)
    }

    /// Checks a reader's claim. Any text is answered; one without content is omitted by every article.
    pub fn check(&self, text: &str) -> Report {
        let reading = self.reader.read(text);
        let parts = self.parts(&reading, self.written.get(&words(text)).copied());
        let parts: Vec<Decided> = parts.into_iter().map(|(_, part)| part).collect();
        let articles = (0..self.story.articles.len()).map(|article| self.article(article, &parts)).collect();
        let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| self.part(part)).collect();
        Report {
            claim: text.to_owned(),
            language: reading.language,
            truncated: reading.truncated,
            articles,
            parts,
        }
    }

    /// Reads the claim as the parts that explain most of it, each with the stretches that it takes: the first, and one past
    /// the last.
    fn parts(&self, reading: &Reading, written: Option<usize>) -> Vec<((usize, usize), Decided)> {
        let ends = reading.stretches();
        // best[e]: the best reading of the first `e` stretches: value, start of its last part.
        let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
        let mut decided: Vec<Vec<Option<Decided>>> = Vec::new();
        for end in 1..=ends {
            let to_here: Vec<Option<Decided>> = (0..end)
                .map(|start| Some(self.decide(reading, start, end, written.filter(|_| end - start == ends))))
                .collect();
            let choice = (0..end)
                .filter_map(|start| {
                    let part = to_here[start].as_ref()?;
                    let gain = part.explained() * self.index.weight(&part.statement) - PART_PENALTY;
                    Some((best[start].0 + gain, start))
                })
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .unwrap_or((0.0, 0));
            best.push(choice);
            decided.push(to_here);
        }
        let mut parts = Vec::new();
        let mut end = ends;
        while end > 0 {
            let start = best[end].1;
            parts.extend(decided[end - 1][start].take().map(|part| ((start, end), part)));
            end = start;
        }
        parts.reverse();
        parts
    }

    /// What stretches `from` (included) to `to` (excluded) of a reading are found to say; `written` is the claim that they
    /// are, word by word.
    fn decide(&self, reading: &Reading, from: usize, to: usize, written: Option<usize>) -> Decided {
        let statement = reading.stretch(from, to);
        let understanding = self.understand(&statement, &reading.signals(from, to, &statement, &self.reader));
        // The claim itself means just that, however alike something else is.
        let is_itself =
            |found: &Hypothesis| Some(found.claim) == written && found.relation() == Relation::Same;
        if let Some(at) = understanding.hypotheses.iter().position(is_itself) {
            let hypotheses = understanding.hypotheses;
            let verdicts = verdicts(&hypotheses[at], &statement, &self.story, self.reader.names());
            let probability = hypotheses[at].probability;
            let (deciding, rule) = (vec![at], Rule::AsWritten);
            return Decided { statement, hypotheses, verdicts, probability, deciding, rule };
        }
        let groups = self.outcomes(&statement, &understanding);
        let hypotheses = understanding.hypotheses;
        let masses: Vec<[f32; 2]> = (0..self.story.articles.len())
            .map(|article| {
                [Verdict::Support, Verdict::Dispute].map(|wanted| {
                    groups
                        .iter()
                        .filter(|(cells, ..)| cells[article] == wanted)
                        .map(|(_, mass, _)| mass)
                        .sum()
                })
            })
            .collect();
        let (mut verdicts, probability, mut deciding) =
            groups.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
        let mut rule = if deciding.is_empty() { Rule::NoClaim } else { Rule::Matched };
        deciding.retain(|at| Engine::is_about(&statement, &hypotheses[*at]));
        if deciding.is_empty() && rule == Rule::Matched {
            verdicts.fill(Verdict::Omit);
            rule = Rule::NotAbout;
        }
        for (verdict, [support, dispute]) in verdicts.iter_mut().zip(masses) {
            let (own, opposite) =
                if *verdict == Verdict::Support { (support, dispute) } else { (dispute, support) };
            let limit = if *verdict == Verdict::Support { SUPPORT_RISK } else { DISPUTE_RISK };
            let risky = matches!(verdict, Verdict::Support | Verdict::Dispute) && opposite > limit * own;
            if risky && self.layers.caution {
                *verdict = Verdict::Omit;
                rule = Rule::HeldBack;
            }
        }
        Decided { statement, hypotheses, verdicts, probability, deciding, rule }
    }

    /// What a statement may come to, each with its probability; first that no claim of the story is meant.
    pub(super) fn outcomes(&self, statement: &Statement, understanding: &Understanding) -> Vec<Outcome> {
        let omit = vec![Verdict::Omit; self.story.articles.len()];
        let mut outcomes: Vec<Outcome> = vec![(omit, understanding.none_probability, Vec::new())];
        // Bare names and figures state nothing, whatever they bring to mind.
        let hypotheses = understanding.hypotheses.iter().filter(|_| statement.states_something());
        for (at, hypothesis) in hypotheses.enumerate() {
            let cells = verdicts(hypothesis, statement, &self.story, self.reader.names());
            match outcomes.iter_mut().find(|(known, ..)| *known == cells) {
                Some((_, probability, leading)) => {
                    *probability += hypothesis.probability;
                    leading.push(at);
                }
                None => outcomes.push((cells, hypothesis.probability, vec![at])),
            }
        }
        outcomes
    }

    /// The stretches of a reading that each part is found to take: the first, and one past the last.
    #[cfg(feature = "cli")]
    pub(super) fn cuts(&self, reading: &Reading) -> Vec<(usize, usize)> {
        self.parts(reading, None).into_iter().map(|(stretches, _)| stretches).collect()
    }

    /// Whether a statement may be about the story: it has a name, or the story has most of its words; and what puts something
    /// else in place of a part must have the rest.
    fn is_about(statement: &Statement, hypothesis: &Hypothesis) -> bool {
        let features = &hypothesis.comparison.features;
        let alters = hypothesis.relation() == Relation::Altered;
        !statement.names.is_empty()
            || features[Feature::Unheard] < UNHEARD && (!alters || features[Feature::ReaderCovered] > REST)
    }

    fn article(&self, article: usize, parts: &[Decided]) -> ArticleReport {
        let cells: Vec<Verdict> = parts.iter().map(|part| part.verdicts[article]).collect();
        let verdict = combine(&cells);
        let probability = parts.iter().map(|part| part.probability).fold(1.0, f32::min);
        let mut evidence = Vec::new();
        for (part, cell) in parts.iter().zip(&cells) {
            if *cell != Verdict::Omit {
                let found = part.deciding.iter().map(|at| &part.hypotheses[*at]).find_map(|hypothesis| {
                    let position = self.story.claims[hypothesis.claim].position(article)?;
                    let names = self.reader.names();
                    Some(super::explain::evidence(hypothesis, &part.statement, position, &self.story, names))
                });
                evidence.extend(found.into_iter().flatten());
            }
        }
        ArticleReport {
            id: self.story.articles[article].id.clone(),
            verdict,
            confidence: if probability >= FIRM { Confidence::Firm } else { Confidence::Possible },
            evidence,
        }
    }

    fn part(&self, part: &Decided) -> PartReport {
        let matches = part
            .hypotheses
            .iter()
            .enumerate()
            .take(5)
            .map(|(at, hypothesis)| {
                let claim = &self.story.claims[hypothesis.claim];
                MatchReport {
                    claim: claim.id.clone(),
                    text: claim.text.clone(),
                    relation: hypothesis.relation(),
                    probability: hypothesis.probability,
                    covered: hypothesis.comparison.features[Feature::ReaderCovered],
                    decided: part.deciding.contains(&at),
                    wording: hypothesis.wording,
                    contributions: self
                        .model
                        .contributions(hypothesis.relation(), &hypothesis.comparison.features),
                }
            })
            .collect();
        PartReport { span: part.statement.span, matches, verdicts: part.verdicts.clone(), rule: part.rule }
    }
}

/// The words of a text without its marks, joined by blanks.
fn words(text: &str) -> String {
    let words = tokenise(text).into_iter().filter(|token| token.kind != TokenKind::Mark);
    words.map(|token| token.text).collect::<Vec<_>>().join(" ")
}

impl Decided {
    /// How much of the part's content the claims of the set are expected to explain, 0 to 1.
    fn explained(&self) -> f32 {
        let explained = |h: &Hypothesis| {
            let share = if h.relation() == Relation::Altered { ALTERED_EXPLAINS } else { 1.0 };
            share * h.probability * h.comparison.features[Feature::ReaderCovered]
        };
        self.hypotheses.iter().map(explained).sum()
    }

    fn is_empty(&self) -> bool {
        self.statement.terms.is_empty() && self.statement.names.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_opens_with_all_that_is_shown_and_finds_nothing() {
        let whole = Engine::embedded().unwrap();
        let bytes = whole.story().outline().to_bytes();
        assert!(bytes.len() < whole.story().to_bytes().len(), "{}", bytes.len());
        let outline = Engine::from_bytes(&bytes).unwrap();
        assert_eq!(outline.story(), &whole.story().outline());
        assert_eq!(outline.story().articles, whole.story().articles);
        let shown = |engine: &Engine| -> Vec<_> {
            let claims = engine.story().claims.iter();
            claims.map(|claim| (claim.text.clone(), claim.positions.clone())).collect()
        };
        assert_eq!(shown(&outline), shown(&whole));
        let report = outline.check("ByteDance ordered 200,000 Huawei chips");
        assert!(report.articles.iter().all(|article| article.verdict == Verdict::Omit));
    }
}
