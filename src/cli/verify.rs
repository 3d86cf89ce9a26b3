//! `claim-check story verify`: everything that is wrong with a story, what it leaves out, and how much there is of it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use claim_check::{Coverage, Lock, LockedArticle, Source, Story, sentence_hash, sentences};

use crate::failure::Failure;
use crate::story;
use crate::text::printable;

/// Texts of the articles by id, as far as they are at hand.
type Texts<'a> = BTreeMap<&'a str, String>;

/// Lists every problem of a story and counts what it has.
pub(crate) fn run(folder: &Path, articles: Option<&Path>, out: &mut impl Write) -> Result<(), Failure> {
    let (source, compiled, coverage) = story::compiled(folder)?;
    let lock: Lock = toml::from_str(&source.lock.1)
        .map_err(|error| story::found(folder, &[story::diagnostic(&source.lock, &error)]))?;
    let mut problems = Vec::new();
    let mut texts = Texts::new();
    if let Some(articles) = articles {
        let ids = compiled.articles.iter().map(|article| article.id.as_str());
        texts = story::texts(articles, ids, &mut problems)?;
        for (id, text) in &texts {
            changed(id, lock.articles.get(*id), &LockedArticle::of(text), &mut problems);
        }
        pointers(&compiled, &texts, &mut problems);
    }
    write!(out, "{}", counts(folder, &source, &compiled, &coverage, &lock))?;
    if !coverage.skipped.is_empty() {
        writeln!(out, "skipped sentences, with the reason")?;
    }
    for place in in_order(&coverage.skipped) {
        writeln!(out, "  {place}")?;
    }
    for place in in_order(&coverage.uncovered) {
        let opening = opening(&place, &texts);
        problems.push(format!(
            "article {place}: expected a claim that points at this sentence, found none{opening}; \
             write the claim, or list the sentence as skipped in story.toml"
        ));
    }
    if problems.is_empty() {
        let checked =
            if articles.is_some() { "with the articles" } else { "without the articles (--articles FOLDER)" };
        return Ok(writeln!(out, "verified {checked}: no problems")?);
    }
    out.flush()?;
    Err(story::found(folder, &problems))
}

/// Finds where an article differs from the one that was locked.
fn changed(id: &str, locked: Option<&LockedArticle>, read: &LockedArticle, problems: &mut Vec<String>) {
    let Some(locked) = locked.filter(|locked| *locked != read) else { return };
    let all = locked.sentences.keys().chain(read.sentences.keys());
    let places: Vec<String> = all
        .filter(|place| locked.sentences.get(*place) != read.sentences.get(*place))
        .map(|place| format!("{id} {place}"))
        .collect();
    let mut places = in_order(&places);
    places.dedup();
    let place =
        if places.is_empty() { "in its paragraphs".to_owned() } else { format!("at {}", places.join(", ")) };
    problems.push(format!(
        "article {id}: expected the text that was locked, found another {place}; \
         review the evidence there, then run `claim-check story lock`"
    ));
}

/// Finds evidence that does not point at the sentence it was written for.
fn pointers(compiled: &Story, texts: &Texts<'_>, problems: &mut Vec<String>) {
    let split: BTreeMap<&str, Vec<Vec<&str>>> =
        texts.iter().map(|(id, text)| (*id, sentences(text))).collect();
    for claim in &compiled.claims {
        for position in &claim.positions {
            let Some(article) = compiled.articles.get(usize::from(position.article)) else { continue };
            let Some(paragraphs) = split.get(article.id.as_str()) else { continue };
            for place in position.support.iter().chain(&position.dispute) {
                let (p, s) = (usize::from(place.paragraph), usize::from(place.sentence));
                let found =
                    sentence(paragraphs, p, s).filter(|sentence| sentence_hash(sentence) == place.hash);
                let Some(found) = found else {
                    problems.push(format!(
                        "claim `{}`: expected its sentence at article {} {p}.{s}, found another or none; correct `at`",
                        claim.id, article.id
                    ));
                    continue;
                };
                if place.excerpt.as_deref().is_some_and(|excerpt| !is_excerpt(excerpt, found)) {
                    problems.push(format!(
                        "claim `{}`: expected the words of its excerpt in article {} {p}.{s}, found others; \
                         copy them from the sentence",
                        claim.id, article.id
                    ));
                }
            }
        }
    }
}

/// Whether the pieces of an excerpt stand in a sentence, in their order.
fn is_excerpt(excerpt: &str, sentence: &str) -> bool {
    let mut rest = sentence;
    excerpt.split('…').all(|piece| match rest.split_once(piece.trim()) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// A sentence by its pointer, both numbers from 1.
fn sentence<'a>(paragraphs: &[Vec<&'a str>], paragraph: usize, sentence: usize) -> Option<&'a str> {
    paragraphs.get(paragraph.checked_sub(1)?)?.get(sentence.checked_sub(1)?).copied()
}

/// How much there is of everything.
fn counts(folder: &Path, source: &Source, compiled: &Story, coverage: &Coverage, lock: &Lock) -> String {
    let wordings = ["same", "denied", "altered", "unsettled"].map(|kind| {
        let [en, it] = ["en", "it"].map(|language| authored(source, kind, language));
        format!("{kind} {en} en + {it} it")
    });
    let distinct: usize = compiled.claims.iter().map(|claim| claim.wordings.len()).sum();
    let positions = || compiled.claims.iter().flat_map(|claim| &claim.positions);
    let support: usize = positions().map(|position| position.support.len()).sum();
    let dispute: usize = positions().map(|position| position.dispute.len()).sum();
    let sentences: usize = lock.articles.values().map(|article| article.sentences.len()).sum();
    let (skipped, uncovered) = (coverage.skipped.len(), coverage.uncovered.len());
    let cited = sentences.saturating_sub(skipped + uncovered);
    format!(
        "{}\n  claims     {} ({} topics)\n  wordings   {}; {distinct} distinct as read, claims included\n  \
         evidence   {} pointers: {support} support, {dispute} dispute\n  \
         sentences  {sentences} ({} articles): {cited} cited, {skipped} skipped, {uncovered} uncovered\n",
        folder.display(),
        compiled.claims.len(),
        compiled.topics.len(),
        wordings.join(", "),
        support + dispute,
        compiled.articles.len(),
    )
}

/// Number of wordings of a kind and language as authored, with the claims and apart from them.
fn authored(source: &Source, kind: &str, language: &str) -> usize {
    let table = |text: &str| -> toml::Table { toml::from_str(text).unwrap_or_default() };
    let claims = source.claims.iter().flat_map(|(_, text)| {
        table(text).get("claim").and_then(toml::Value::as_array).cloned().unwrap_or_default()
    });
    let further =
        source.wordings.iter().flat_map(|(_, text)| table(text).into_iter().map(|(_, claim)| claim));
    let count = |claim: toml::Value| -> usize {
        let list =
            claim.get(kind).and_then(|wordings| wordings.get(language)).and_then(toml::Value::as_array);
        list.map_or(0, Vec::len)
    };
    claims.chain(further).map(count).sum()
}

/// Article and numbers of a place: `000 4.10: reason` is article 000, 4, 10.
fn place(text: &str) -> (&str, (usize, usize)) {
    let (id, rest) = text.split_once(' ').unwrap_or((text, ""));
    (id, story::numbers(rest.split_once(':').map_or(rest, |(pointer, _)| pointer)))
}

fn in_order(places: &[String]) -> Vec<String> {
    let mut sorted = places.to_vec();
    sorted.sort_by(|a, b| place(a).cmp(&place(b)));
    sorted
}

/// The first words of a sentence, where its article is at hand.
fn opening(text: &str, texts: &Texts<'_>) -> String {
    const SHOWN: usize = 60;
    let (id, (p, s)) = place(text);
    let paragraphs = texts.get(id).map(|text| sentences(text)).unwrap_or_default();
    sentence(&paragraphs, p, s).map_or_else(String::new, |sentence| {
        let more = if sentence.chars().count() > SHOWN { "..." } else { "" };
        let opening: String = sentence.chars().take(SHOWN).collect();
        format!(" (\"{}{more}\")", printable(&opening))
    })
}

#[cfg(test)]
mod tests {
    use super::{in_order, is_excerpt};

    #[test]
    fn excerpts_are_words_of_the_sentence_in_order() {
        let sentence = "The bridge opened late, in May.";
        assert!(is_excerpt("bridge opened", sentence) && is_excerpt("The bridge … in May.", sentence));
        assert!(!is_excerpt("in May … The bridge", sentence) && !is_excerpt("The ferry", sentence));
    }

    #[test]
    fn places_are_listed_as_they_are_read() {
        let places = ["001 2.1", "000 10.1: heading", "000 2.10", "000 2.9"].map(String::from);
        assert_eq!(in_order(&places), ["000 2.9", "000 2.10", "000 10.1: heading", "001 2.1"]);
    }
}
