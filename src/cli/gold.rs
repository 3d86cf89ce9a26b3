//! Labelled claims: lines `{"id", "claim", "lang", "kind", "labels": {"000": "S|D|B|O", ...}}`.

use std::collections::BTreeMap;
use std::path::Path;

use claim_check::{Story, Verdict};
use serde::Deserialize;

use crate::failure::Failure;
use crate::input;

/// A claim with the right verdict of every article.
#[derive(Debug)]
pub(crate) struct Gold {
    pub(crate) id: String,
    pub(crate) claim: String,
    pub(crate) language: String,
    pub(crate) kind: String,
    /// In the order of the story's articles.
    pub(crate) verdicts: Vec<Verdict>,
}

/// Verdicts in the order of their tables.
pub(crate) const VERDICTS: [Verdict; 4] = [Verdict::Support, Verdict::Dispute, Verdict::Both, Verdict::Omit];

#[derive(Deserialize)]
struct Line {
    id: String,
    claim: String,
    lang: String,
    kind: String,
    labels: BTreeMap<String, String>,
}

const HINT: &str = "see eval --help for the format; the ids of the articles are those of the story";

/// The letter of a verdict in the labels.
pub(crate) fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Support => 'S',
        Verdict::Dispute => 'D',
        Verdict::Both => 'B',
        Verdict::Omit => 'O',
    }
}

/// Reads a file of labelled claims; blank lines are skipped.
pub(crate) fn read(path: &Path, story: &Story) -> Result<Vec<Gold>, Failure> {
    let text = input::text(path, "a file of labelled claims")?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| gold(line, &format!("{}:{}", path.display(), at + 1), story)).collect()
}

fn gold(line: &str, place: &str, story: &Story) -> Result<Gold, Failure> {
    let line: Line = input::object(line, place, "a labelled claim", HINT)?;
    let labels = || line.labels.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    let articles = || story.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>().join(", ");
    let verdict = |id: &str| {
        let label = line.labels.get(id)?;
        VERDICTS.into_iter().find(|verdict| label.chars().eq([letter(*verdict)]))
    };
    let verdicts: Vec<Verdict> = story.articles.iter().map_while(|article| verdict(&article.id)).collect();
    if let Some((id, label)) =
        line.labels.iter().find(|(_, label)| !["S", "D", "B", "O"].contains(&label.as_str()))
    {
        return Err(Failure::new(
            format!("{place}: expected S, D, B or O for article {id}, found `{label}`"),
            HINT,
        ));
    }
    if verdicts.len() != story.articles.len() || line.labels.len() != verdicts.len() {
        let message = format!("{place}: expected labels of the articles {}, found {}", articles(), labels());
        return Err(Failure::new(message, HINT));
    }
    Ok(Gold { id: line.id, claim: line.claim, language: line.lang, kind: line.kind, verdicts })
}
