//! Candidate search: which claims a text may be about, best first. It proposes; it never decides.
//!
//! In a story the model's own hypotheses are the candidates. A bare list of claims has no wordings to compare with: there
//! [`ClaimList`] ranks by BM25 (Robertson and Zaragoza, 2009) over words and over the four-letter pieces of words, which
//! find misspelt, inflected and compound words.

use std::collections::BTreeMap;

use super::check::Engine;
use crate::text::{TokenKind, tokenise};

/// A claim that a text may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Key of the claim.
    pub id: String,
    /// In a story the probability that the text is about the claim, 0 to 1; in a bare list a BM25 score, at least 0.
    pub score: f32,
}

impl Engine {
    /// The claims of the story that a text, read as one statement, may be about: at most `most`, best first.
    pub fn candidates(&self, text: &str, most: usize) -> Vec<Candidate> {
        let reading = self.reader().read(text);
        let found = self.understand(&reading.whole(), &reading.all_signals(self.reader()));
        let mut by_claim: BTreeMap<usize, f32> = BTreeMap::new();
        for hypothesis in &found.hypotheses {
            *by_claim.entry(hypothesis.claim).or_default() += hypothesis.probability;
        }
        best(by_claim, most, |claim| self.story().claims[claim].id.clone())
    }
}

/// How soon repeating a word stops counting, and how much long claims are held back: the customary values.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.75;
/// Letters of a piece, the word's ends included.
const PIECE: usize = 4;

/// A list of claims without wordings or evidence, to be searched by words alone.
#[derive(Clone, Debug, Default)]
pub struct ClaimList {
    ids: Vec<String>,
    words: Postings,
    pieces: Postings,
}

impl ClaimList {
    /// A list of claims, each an id and its text.
    pub fn new<'a>(claims: impl IntoIterator<Item = (&'a str, &'a str)>) -> ClaimList {
        let (mut ids, mut words, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
        for (id, text) in claims {
            let spelt = spelt(text);
            ids.push(id.to_owned());
            pieces.push(spelt.iter().flat_map(|word| cut(word)).collect());
            words.push(spelt);
        }
        ClaimList { ids, words: Postings::new(&words), pieces: Postings::new(&pieces) }
    }

    /// Number of claims.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no claim.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The claims that share words or pieces of words with a text: at most `most`, best first.
    pub fn candidates(&self, text: &str, most: usize) -> Vec<Candidate> {
        let words = spelt(text);
        let mut scores = BTreeMap::new();
        self.pieces.add(words.iter().flat_map(|word| cut(word)).collect(), &mut scores);
        self.words.add(words, &mut scores);
        best(scores, most, |claim| self.ids[claim].clone())
    }
}

fn best(scores: BTreeMap<usize, f32>, most: usize, id: impl Fn(usize) -> String) -> Vec<Candidate> {
    let mut scores: Vec<(usize, f32)> = scores.into_iter().collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scores.truncate(most);
    scores.into_iter().map(|(claim, score)| Candidate { id: id(claim), score }).collect()
}

/// The folded words and numbers of a text; addresses of pages and pictures say nothing.
fn spelt(text: &str) -> Vec<String> {
    let address = |word: &&str| word.contains("://") || word.starts_with("www.") || word.contains(".com/");
    let said: Vec<&str> = text.split_whitespace().filter(|word| !address(word)).collect();
    let tokens = tokenise(&said.join(" "));
    tokens.into_iter().filter(|token| token.kind != TokenKind::Mark).map(|token| token.text).collect()
}

/// The pieces of a word; a short one is its own.
fn cut(word: &str) -> Vec<String> {
    let letters: Vec<char> = format!("^{word}$").chars().collect();
    let length = PIECE.min(letters.len());
    letters.windows(length).map(|piece| piece.iter().collect()).collect()
}

/// For each feature, the claims that have it and what it adds to their score.
#[derive(Clone, Debug, Default)]
struct Postings(BTreeMap<String, Vec<(usize, f32)>>);

impl Postings {
    fn new(claims: &[Vec<String>]) -> Postings {
        let average = claims.iter().map(Vec::len).sum::<usize>() as f32 / claims.len().max(1) as f32;
        let mut postings: BTreeMap<String, Vec<(usize, f32)>> = BTreeMap::new();
        for (claim, features) in claims.iter().enumerate() {
            for feature in features {
                let having = postings.entry(feature.clone()).or_default();
                match having.last_mut().filter(|(last, _)| *last == claim) {
                    Some((_, count)) => *count += 1.0,
                    None => having.push((claim, 1.0)),
                }
            }
        }
        for having in postings.values_mut() {
            let found = having.len() as f32;
            let rarity = (1.0 + (claims.len() as f32 - found + 0.5) / (found + 0.5)).ln();
            for (claim, count) in having {
                let length = 1.0 - LENGTH + LENGTH * claims[*claim].len() as f32 / average;
                *count = rarity * *count * (SATURATION + 1.0) / (*count + SATURATION * length);
            }
        }
        Postings(postings)
    }

    /// Adds what a text's features, each counted once, say for each claim.
    fn add(&self, mut features: Vec<String>, scores: &mut BTreeMap<usize, f32>) {
        features.sort_unstable();
        features.dedup();
        for (claim, score) in features.iter().filter_map(|feature| self.0.get(feature)).flatten() {
            *scores.entry(*claim).or_default() += score;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ClaimList;

    fn list() -> ClaimList {
        ClaimList::new([
            ("bridge", "The new bridge opened in May"),
            ("ferry", "The ferry stopped running when the bridge opened"),
            ("school", "The school hired four teachers"),
        ])
    }

    #[test]
    fn shared_words_rank_claims_and_rare_ones_count_more() {
        let found = list().candidates("did the ferry stop?", 5);
        assert_eq!(found.first().map(|c| c.id.as_str()), Some("ferry"));
        assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    #[test]
    fn a_misspelt_word_is_found_by_its_pieces_and_an_address_by_nothing() {
        let found = list().candidates("teachrs at schools https://www.bridge.com/opened-in-May", 1);
        assert_eq!(found.first().map(|c| c.id.as_str()), Some("school"));
        assert!(list().candidates("https://bridge.example/new", 5).is_empty());
        assert!(ClaimList::new([]).candidates("bridge", 5).is_empty());
    }
}
