//! The files of a story as they are written, before anything in them is checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::story::{Localised, Topic, Voice};
use crate::text::{Language, NameKind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStory {
    pub(super) id: String,
    #[expect(
        dead_code,
        reason = "documents the story; every text is checked for its languages by the compiler"
    )]
    pub(super) languages: Vec<Language>,
    pub(super) title: Localised,
    pub(super) article: Vec<RawArticle>,
    pub(super) voice: Vec<Voice>,
    #[serde(default)]
    pub(super) name: Vec<RawName>,
    pub(super) topic: Vec<Topic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawArticle {
    pub(super) id: String,
    pub(super) language: Language,
    pub(super) date: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) label: Localised,
    #[serde(default)]
    pub(super) outlets: Vec<String>,
    #[serde(default)]
    pub(super) skipped: Vec<RawSkipped>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSkipped {
    pub(super) at: String,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawName {
    pub(super) id: String,
    pub(super) kind: NameKind,
    pub(super) label: String,
    pub(super) forms: Vec<String>,
    pub(super) part_of: Option<String>,
    #[serde(default)]
    pub(super) ambiguous: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTopicFile {
    pub(super) topic: String,
    pub(super) claim: Vec<RawClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawClaim {
    pub(super) id: Spanned<String>,
    pub(super) en: String,
    pub(super) it: String,
    pub(super) quantity: Option<RawQuantity>,
    pub(super) date: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) same: Wordings,
    #[serde(default)]
    pub(super) denied: Wordings,
    #[serde(default)]
    pub(super) altered: Wordings,
    #[serde(default)]
    pub(super) unsettled: Wordings,
    pub(super) articles: BTreeMap<String, RawPosition>,
}

/// The further wordings of one claim.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWordings {
    #[serde(default)]
    pub(super) same: Wordings,
    #[serde(default)]
    pub(super) denied: Wordings,
    #[serde(default)]
    pub(super) altered: Wordings,
    #[serde(default)]
    pub(super) unsettled: Wordings,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wordings {
    #[serde(default)]
    pub(super) en: Vec<String>,
    #[serde(default)]
    pub(super) it: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuantity {
    pub(super) value: f64,
    #[serde(default)]
    pub(super) bound: Option<String>,
    pub(super) unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPosition {
    #[serde(default)]
    pub(super) support: Vec<RawEvidence>,
    #[serde(default)]
    pub(super) dispute: Vec<RawEvidence>,
    pub(super) quantity: Option<RawQuantity>,
    pub(super) date: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvidence {
    pub(super) at: Spanned<String>,
    pub(super) voice: Spanned<String>,
    pub(super) en: String,
    pub(super) it: String,
    pub(super) excerpt: Option<Spanned<String>>,
}
