//! Names and the ways to write them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Span, Token, tokenise};

/// Index of a name in a [`NameTable`].
pub type NameId = u16;

/// What a name stands for. Names of different kinds don't take each other's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// Company, institution, party.
    Organisation,
    /// A human being.
    Person,
    /// Country, city, region; also its government.
    Place,
    /// Product, service, model, component.
    Product,
    /// Newspaper, agency, site, broadcaster.
    Outlet,
}

/// A name with its other spellings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// Stable key.
    pub id: String,
    /// What it stands for.
    pub kind: NameKind,
    /// How it is shown.
    pub label: String,
    /// Folded spellings, words joined by single spaces.
    pub forms: Vec<String>,
    /// Key of the name it belongs to, whose place it may take without contradiction ("Azure" for "Microsoft").
    pub part_of: Option<String>,
    /// Folded spellings that are everyday words, so that only a capital makes them this name.
    pub ambiguous: Vec<String>,
}

impl Name {
    /// Brings a spelling to the form that [`Name::forms`] holds.
    pub fn form(text: &str) -> String {
        let words: Vec<String> = tokenise(text).into_iter().map(|t| t.text).collect();
        words.join(" ")
    }
}

/// The part a name plays in a statement, after passives are turned round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Does it, or is described.
    Agent,
    /// It is done to.
    Object,
    /// It comes from there ("from", "da").
    Source,
    /// It goes there ("to", "for", "a").
    Goal,
    /// Together with it.
    Partner,
    /// It happens there ("in").
    Place,
    /// Owner of the next thing, or otherwise attached.
    Other,
}

/// A name in a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Which name.
    pub name: NameId,
    /// Its part.
    pub role: Role,
    /// Whether the statement sets it aside ("rather than Amazon").
    pub rejected: bool,
    /// Whether it is only carried over from the statement before; never so in a wording, so not packed.
    #[serde(skip)]
    pub inherited: bool,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// All names that a reader of one story knows: the well-known ones and the story's own.
#[derive(Clone, Debug, Default)]
pub struct NameTable {
    names: Vec<Name>,
    forms: BTreeMap<String, NameId>,
    longest: usize,
}

impl NameTable {
    /// Merges names; a later one with the same key adds its spellings to the earlier and takes over those it shares.
    pub fn new(known: &[Name], story: &[Name]) -> NameTable {
        let mut table = NameTable::default();
        for name in known.iter().chain(story) {
            let id = match table.names.iter().position(|n| n.id == name.id) {
                Some(at) => {
                    table.names[at].ambiguous.clone_from(&name.ambiguous);
                    table.names[at].label.clone_from(&name.label);
                    table.names[at].part_of = name.part_of.clone().or(table.names[at].part_of.take());
                    at
                }
                None => {
                    table.names.push(name.clone());
                    table.names.len() - 1
                }
            };
            for form in &name.forms {
                table.longest = table.longest.max(form.split(' ').count());
                table.forms.insert(form.clone(), id as NameId);
            }
        }
        table
    }

    /// The name with an index.
    pub fn name(&self, id: NameId) -> Option<&Name> {
        self.names.get(usize::from(id))
    }

    /// Number of names.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The longest name that starts at a token, and how many tokens it takes.
    pub(crate) fn longest_at(&self, tokens: &[Token]) -> Option<(NameId, usize)> {
        let most = self.longest.min(tokens.len());
        (1..=most).rev().find_map(|length| {
            let words: Vec<&str> = tokens[..length].iter().map(|t| t.text.as_str()).collect();
            let form = words.join(" ");
            let id = *self.forms.get(&form)?;
            let everyday = !tokens[0].capital && self.names[usize::from(id)].ambiguous.contains(&form);
            (!everyday).then_some((id, length))
        })
    }

    /// Spellings of one word, for the speller.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, NameId)> {
        self.forms.iter().filter(|(form, _)| !form.contains(' ')).map(|(form, id)| (form.as_str(), *id))
    }

    /// Whether one name may stand for the other: the same, or one belongs to the other.
    pub fn close(&self, a: NameId, b: NameId) -> bool {
        let owner = |id: NameId| self.name(id).and_then(|n| n.part_of.as_deref());
        let key = |id: NameId| self.name(id).map(|n| n.id.as_str());
        a == b || (owner(a).is_some() && owner(a) == key(b)) || (owner(b).is_some() && owner(b) == key(a))
    }
}
