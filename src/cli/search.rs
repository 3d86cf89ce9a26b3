//! `claim-check search`: the claims a text may be about, of a story or of a bare list.

use std::io::Write;
use std::path::{Path, PathBuf};

use claim_check::{ClaimList, Engine};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::{input, story};

/// Options of the command.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    /// A story other than the embedded one.
    pub(crate) story: Option<PathBuf>,
    /// A bare list of claims, in place of a story.
    pub(crate) claims: Option<PathBuf>,
    /// How many candidates are listed at most.
    pub(crate) top: usize,
    /// Texts; none stands for the lines of standard input.
    pub(crate) texts: Vec<String>,
}

impl Default for Options {
    fn default() -> Options {
        Options { story: None, claims: None, top: 10, texts: Vec::new() }
    }
}

/// A claim of a bare list.
#[derive(Deserialize)]
struct Line {
    id: String,
    claim: String,
    #[serde(default)]
    title: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    claim: &'a str,
    candidates: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    id: String,
    score: f32,
}

/// What is searched.
enum Searched {
    List(ClaimList),
    Story(Box<Engine>),
}

/// Lists the candidates of every text, one object a line.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let searched = match &options.claims {
        Some(path) => Searched::List(list(path)?),
        None => Searched::Story(Box::new(story::engine(options.story.as_deref())?)),
    };
    input::each(&options.texts, "claims", |claim| {
        let found = match &searched {
            Searched::List(list) => list.candidates(claim, options.top),
            Searched::Story(engine) => engine.candidates(claim, options.top),
        };
        let candidates = found.into_iter().map(|found| Found { id: found.id, score: found.score }).collect();
        input::write_line(out, &Answer { claim, candidates })
    })
}

/// Reads a bare list; blank lines are skipped.
fn list(path: &Path) -> Result<ClaimList, Failure> {
    let text = input::text(path, "a list of claims")?;
    let mut claims = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line: Line = input::object(line, &format!("{}:{}", path.display(), at + 1), "a claim", HINT)?;
        claims.push((line.id, format!("{} {}", line.claim, line.title)));
    }
    Ok(ClaimList::new(claims.iter().map(|(id, text)| (id.as_str(), text.as_str()))))
}

const HINT: &str =
    "write {\"id\": \"...\", \"claim\": \"...\"} on each line, and \"title\" where there is one";
