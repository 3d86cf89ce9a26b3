//! The types of a story.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Network;
use crate::text::{Date, Language, Name, NameId, Quantity, Statement};

/// A text in every language of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localised(pub BTreeMap<LanguageKey, String>);

/// A language as the key of a [`Localised`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LanguageKey {
    /// English.
    En,
    /// Italian.
    It,
}

impl From<Language> for LanguageKey {
    fn from(language: Language) -> LanguageKey {
        match language {
            Language::English => LanguageKey::En,
            Language::Italian => LanguageKey::It,
        }
    }
}

impl Localised {
    /// The text in a language, or else in any.
    pub fn text(&self, language: Language) -> &str {
        self.0.get(&language.into()).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}

/// One news event with its articles and the claims they make.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Stable key.
    pub id: String,
    /// Title.
    pub title: Localised,
    /// Articles in their order of display.
    pub articles: Vec<Article>,
    /// Who speaks in the articles.
    pub voices: Vec<Voice>,
    /// Topics in their order of display.
    pub topics: Vec<Topic>,
    /// Claims, grouped by topic.
    pub claims: Vec<Claim>,
    /// Names of this story, beyond or above the lexicon's.
    pub names: Vec<Name>,
    /// Stems of the wordings that the lexicon lacks, in the order of their terms.
    pub words: Vec<String>,
    /// What reads a text as a whole and says which claims it may speak of, and how.
    pub network: Network,
    /// Hash of the lexicon the wordings were read with.
    pub lexicon_hash: u64,
}

/// One source document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Stable key.
    pub id: String,
    /// Language of the article.
    pub language: Language,
    /// Date of publication, `YYYY-MM-DD`, where known.
    pub date: Option<String>,
    /// Publisher, where known.
    pub publisher: Option<String>,
    /// Its address on the web, where known.
    pub url: Option<String>,
    /// What it is called on the page.
    pub label: Localised,
    /// Outlets it says it relays.
    pub outlets: Vec<NameId>,
    /// Hash of its text: [`crate::sentence_hash`] of the whole.
    pub hash: u64,
}

/// Somebody who speaks in an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    /// Stable key.
    pub id: String,
    /// What it is called on the page.
    pub label: Localised,
}

/// A group of claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// Stable key.
    pub id: String,
    /// What it is called on the page.
    pub label: Localised,
}

/// One atomic, checkable statement, with what each article does with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Stable key.
    pub id: String,
    /// Index of its topic.
    pub topic: u8,
    /// The claim in our own words.
    pub text: Localised,
    /// Its figure, if it has one.
    pub quantity: Option<Quantity>,
    /// Its date, if it has one.
    pub date: Option<Date>,
    /// Ways to say it, deny it, alter it, or miss it.
    pub wordings: Vec<Wording>,
    /// What each article that speaks of it does with it; an article with no position omits it.
    pub positions: Vec<Position>,
}

/// What a wording does with its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WordingKind {
    /// Says the same.
    Same,
    /// Says that it is not so; true exactly when the claim is false.
    Denied,
    /// Puts another figure, name, date or role in place of the right one.
    Altered,
    /// Is close to it, but no article settles it.
    Unsettled,
}

/// One way to phrase something about a claim, as read when the story was compiled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// What it does with the claim.
    pub kind: WordingKind,
    /// What it states.
    pub statement: Statement,
}

/// What one article does with one claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Index of the article.
    pub article: u8,
    /// Where it states or relays the claim.
    pub support: Vec<Evidence>,
    /// Where it contradicts the claim or relays a denial.
    pub dispute: Vec<Evidence>,
    /// This article's figure where it differs from the claim's.
    pub quantity: Option<Quantity>,
    /// This article's date where it differs from the claim's.
    pub date: Option<Date>,
}

/// A place in an article that decides a stance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Paragraph, from 1.
    pub paragraph: u16,
    /// Sentence in the paragraph, from 1.
    pub sentence: u16,
    /// Hash of the sentence, to recognise it in the article.
    pub hash: u64,
    /// Index of the voice that says it there.
    pub voice: u8,
    /// What it says, in our own words.
    pub note: Localised,
    /// A few words of the sentence, by which a browser finds it at the article's address; `…` stands for those between the
    /// first and the last of them.
    pub excerpt: Option<String>,
}

impl Story {
    /// All that is shown of the story, without what only a search needs.
    pub fn outline(&self) -> Story {
        let claim = |claim: &Claim| Claim {
            id: claim.id.clone(),
            topic: claim.topic,
            text: claim.text.clone(),
            quantity: claim.quantity.clone(),
            date: claim.date,
            wordings: Vec::new(),
            positions: claim.positions.clone(),
        };
        Story {
            id: self.id.clone(),
            title: self.title.clone(),
            articles: self.articles.clone(),
            voices: self.voices.clone(),
            topics: self.topics.clone(),
            claims: self.claims.iter().map(claim).collect(),
            lexicon_hash: self.lexicon_hash,
            ..Story::default()
        }
    }

    /// Whether nothing can be searched in it: an outline has neither wordings nor a network that would have to fit them.
    pub(crate) fn is_outline(&self) -> bool {
        self.network == Network::default() && self.claims.iter().all(|claim| claim.wordings.is_empty())
    }

    /// The claim with a key.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }
}

impl Claim {
    /// What an article (by index) does with this claim.
    pub fn position(&self, article: usize) -> Option<&Position> {
        self.positions.iter().find(|position| usize::from(position.article) == article)
    }
}
