//! The lock file of a story: hashes of its articles and their sentences, so that pointers can be verified by whoever
//! holds the articles, and recognised by a page that is one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::{sentence_hash, sentences};

/// Hashes of all articles of a story, by article id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// Articles by id.
    pub articles: BTreeMap<String, LockedArticle>,
}

/// Hashes of one article, in hexadecimal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedArticle {
    /// Hash of the whole text.
    pub hash: String,
    /// Hash of each sentence, by pointer ("4.1").
    pub sentences: BTreeMap<String, String>,
}

impl LockedArticle {
    /// Hashes an article's text.
    pub fn of(text: &str) -> LockedArticle {
        let mut hashes = BTreeMap::new();
        for (p, paragraph) in sentences(text).iter().enumerate() {
            for (s, sentence) in paragraph.iter().enumerate() {
                hashes.insert(format!("{}.{}", p + 1, s + 1), hex(sentence_hash(sentence)));
            }
        }
        LockedArticle { hash: hex(sentence_hash(text)), sentences: hashes }
    }

    /// The hash of the sentence a pointer names.
    pub(crate) fn sentence(&self, pointer: &str) -> Option<u64> {
        self.sentences.get(pointer).and_then(|hash| u64::from_str_radix(hash, 16).ok())
    }
}

fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}
