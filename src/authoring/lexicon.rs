//! Compiles the lexicon from `src/text/lexicon/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Diagnostic;
use crate::text::{Concept, ConceptId, Grammar, Language, Lexicon, Name, NameKind, digest, sentence_hash};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConcept {
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    it: Vec<String>,
    #[serde(default)]
    opposite: Vec<String>,
    #[serde(default)]
    broader: Vec<String>,
    #[serde(default)]
    negates: bool,
    #[serde(default)]
    universal: bool,
    #[serde(default)]
    reversed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawName {
    kind: NameKind,
    forms: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    ambiguous: Vec<String>,
    part_of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGrammar {
    en: Grammar,
    it: Grammar,
}

/// Compiles a lexicon from its files: `(file name, content)`. `grammar.toml` and `names.toml` are read as such, every
/// other file as concepts.
///
/// # Errors
/// All problems found.
pub fn compile_lexicon(files: &[(String, String)]) -> Result<Lexicon, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut lexicon = Lexicon::default();
    let mut concepts: BTreeMap<String, (RawConcept, String)> = BTreeMap::new();
    let mut all = String::new();
    for (file, source) in files {
        all.push_str(source);
        all.push('\n');
        if file.ends_with("grammar.toml") {
            match toml::from_str::<RawGrammar>(source) {
                Ok(raw) => (lexicon.english_grammar, lexicon.italian_grammar) = (raw.en, raw.it),
                Err(error) => problems.push(Diagnostic::of_toml(file, source, &error)),
            }
        } else if file.ends_with("names.toml") {
            match toml::from_str::<BTreeMap<String, RawName>>(source) {
                Ok(names) => lexicon.names = names.into_iter().map(name).collect(),
                Err(error) => problems.push(Diagnostic::of_toml(file, source, &error)),
            }
        } else {
            match toml::from_str::<BTreeMap<String, RawConcept>>(source) {
                Ok(raw) => merge(&mut concepts, raw, file, &mut problems),
                Err(error) => problems.push(Diagnostic::of_toml(file, source, &error)),
            }
        }
    }
    link(&mut lexicon, &concepts, &mut problems);
    lexicon.hash = sentence_hash(&all);
    if problems.is_empty() { Ok(lexicon) } else { Err(problems) }
}

fn name((id, raw): (String, RawName)) -> Name {
    let adjectives = raw.adjectives.iter().flat_map(|adjective| inflections(adjective));
    let forms = raw.forms.iter().cloned().chain(adjectives).map(|form| Name::form(&form)).collect();
    let label = raw.forms.first().cloned().unwrap_or_else(|| id.clone());
    Name {
        id,
        kind: raw.kind,
        label,
        forms,
        part_of: raw.part_of,
        ambiguous: raw.ambiguous.iter().map(|form| Name::form(form)).collect(),
    }
}

/// Genders and numbers of an Italian adjective, plural of an English one.
fn inflections(adjective: &str) -> Vec<String> {
    let mut all = vec![adjective.to_owned(), format!("{adjective}s")];
    if let Some(root) = adjective.strip_suffix('o') {
        all.extend(["a", "i", "e"].map(|ending| format!("{root}{ending}")));
    } else if let Some(root) = adjective.strip_suffix('e') {
        all.push(format!("{root}i"));
    }
    all
}

/// Adds a file's concepts; one that stands in two files has the words of both.
fn merge(
    concepts: &mut BTreeMap<String, (RawConcept, String)>,
    raw: BTreeMap<String, RawConcept>,
    file: &str,
    problems: &mut Vec<Diagnostic>,
) {
    for (name, concept) in raw {
        if concept.en.is_empty() && concept.it.is_empty() {
            let message = format!("expected words in concept `{name}`, found none");
            problems.push(Diagnostic::of_file(file, message, "add words or remove the concept"));
        }
        match concepts.get_mut(&name) {
            Some((known, _)) => {
                known.en.extend(concept.en);
                known.it.extend(concept.it);
                known.opposite.extend(concept.opposite);
                known.broader.extend(concept.broader);
                known.negates |= concept.negates;
                known.universal |= concept.universal;
                known.reversed |= concept.reversed;
            }
            None => {
                concepts.insert(name, (concept, file.to_owned()));
            }
        }
    }
}

/// Resolves references and builds the tables of forms and senses.
fn link(lexicon: &mut Lexicon, raw: &BTreeMap<String, (RawConcept, String)>, problems: &mut Vec<Diagnostic>) {
    let ids: BTreeMap<&str, ConceptId> = raw.keys().zip(0..).map(|(name, id)| (name.as_str(), id)).collect();
    let mut english: BTreeMap<String, Vec<ConceptId>> = BTreeMap::new();
    let mut italian: BTreeMap<String, Vec<ConceptId>> = BTreeMap::new();
    for ((name, (concept, file)), id) in raw.iter().zip(0..) {
        let mut resolve = |references: &[String]| -> Vec<ConceptId> {
            let mut found = Vec::new();
            for reference in references {
                match ids.get(reference.as_str()) {
                    Some(id) => found.push(*id),
                    None => {
                        let message =
                            format!("expected `{name}` to refer to a concept, found unknown `{reference}`");
                        problems.push(Diagnostic::of_file(
                            file,
                            message,
                            "correct the name or add the concept",
                        ));
                    }
                }
            }
            found
        };
        let (opposite, broader) = (resolve(&concept.opposite), resolve(&concept.broader));
        let action = file.ends_with("actions.toml");
        let speech = name == "say" || concept.broader.iter().any(|b| b == "say");
        lexicon.concepts.push(Concept {
            key: digest(name),
            opposite,
            broader,
            negates: concept.negates,
            universal: concept.universal,
            reversed: concept.reversed,
            action,
            speech,
        });
        for (words, language, table) in
            [(&concept.en, Language::English, &mut english), (&concept.it, Language::Italian, &mut italian)]
        {
            for word in words {
                let senses = table.entry(Lexicon::key(word, language)).or_default();
                if !senses.contains(&id) {
                    senses.push(id);
                }
            }
        }
    }
    let mut senses: Vec<Vec<ConceptId>> = Vec::new();
    let mut intern = |mut concepts: Vec<ConceptId>| -> u16 {
        concepts.sort_unstable();
        let at = senses.iter().position(|known| *known == concepts).unwrap_or_else(|| {
            senses.push(concepts);
            senses.len() - 1
        });
        at as u16
    };
    lexicon.english = english.into_iter().map(|(key, concepts)| (key, intern(concepts))).collect();
    lexicon.italian = italian.into_iter().map(|(key, concepts)| (key, intern(concepts))).collect();
    lexicon.senses = senses;
}
