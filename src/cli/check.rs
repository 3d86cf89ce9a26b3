//! `claim-check check`: verdicts on claims, as text or JSON.

use std::io::{IsTerminal, StdoutLock, Write};
use std::path::PathBuf;

use claim_check::Language;

use crate::failure::Failure;
use crate::{input, json, story, text};

/// Options of the command.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// A story other than the embedded one: a compiled file, or the folder its authors edit.
    pub(crate) story: Option<PathBuf>,
    /// Form of the answers.
    pub(crate) format: Format,
    /// Language of the explanations; each claim's own unless given.
    pub(crate) language: Option<Language>,
    /// Claims; none stands for the lines of standard input.
    pub(crate) claims: Vec<String>,
}

/// Form of the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// One array of objects, indented.
    Json,
    /// One object a line.
    Lines,
}

/// Answers every claim in order.
pub(crate) fn run(options: &Options, out: &mut StdoutLock<'_>) -> Result<(), Failure> {
    let engine = story::engine(options.story.as_deref())?;
    let colour = text::Colour::of(out.is_terminal());
    let mut answered = 0;
    if options.format == Format::Json {
        write!(out, "[")?;
    }
    let outcome = input::each(&options.claims, "claims", |claim| {
        // Between people a blank line is no claim; programs count on an answer for each line.
        if options.format == Format::Text && options.claims.is_empty() && claim.trim().is_empty() {
            return Ok(());
        }
        let report = engine.check(claim);
        let language = options.language.unwrap_or(report.language);
        let between = if answered > 0 { "\n" } else { "" };
        let answer = match options.format {
            Format::Text => format!("{between}{}", text::report(&report, engine.story(), language, colour)),
            Format::Json => {
                format!(
                    "{}{}",
                    if answered > 0 { ",\n" } else { "\n" },
                    json::indented(&report, engine.story(), language)?
                )
            }
            Format::Lines => format!("{}\n", json::line(&report, engine.story(), language)?),
        };
        answered += 1;
        out.write_all(answer.as_bytes())?;
        out.flush()?;
        Ok(())
    });
    if options.format == Format::Json {
        writeln!(out, "\n]")?;
    }
    outcome
}
