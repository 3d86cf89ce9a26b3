//! The command line, read into the options of each command.
//!
//! Every command has a function here, listed in [`command`]; a further one needs its line there and in `main.rs`.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use claim_check::{Language, Layers};
use lexopt::prelude::*;
use lexopt::{Arg, Parser};

use crate::failure::Failure;
use crate::{check, eval, help, read, search, story, train};

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Print this text.
    Help(&'static str),
    /// Print the version.
    Version,
    /// Check claims.
    Check(check::Options),
    /// List the claims that texts may be about.
    Search(search::Options),
    /// Compare claims with evidence.
    Compare,
    /// Verify, lock or compile a story.
    Story(story::Task),
    /// Score verdicts on labelled claims.
    Eval(eval::Options),
    /// Learn the weights of the model.
    Train(train::Options),
    /// Show how texts are read.
    Read(read::Options),
}

const COMMANDS: &str = "check, search, compare, story, eval, train, read or help";

/// Reads a command line.
pub(crate) fn parse(mut arguments: Parser) -> Result<Command, Failure> {
    let listed = "`claim-check --help` lists the commands";
    match arguments.next().map_err(|error| bad_use(&error, ""))? {
        None => Err(Failure::new(format!("expected a command ({COMMANDS}), found nothing"), listed)),
        Some(Short('h') | Long("help")) => Ok(Command::Help(help::PROGRAM)),
        Some(Short('V') | Long("version")) => Ok(Command::Version),
        Some(Value(word)) => command(&word.to_string_lossy(), arguments),
        Some(other) => Err(unexpected(&other, &format!("a command ({COMMANDS})"), "")),
    }
}

fn command(word: &str, arguments: Parser) -> Result<Command, Failure> {
    match word {
        "check" => check(arguments),
        "search" => search(arguments),
        "compare" => compare(arguments),
        "story" => story(arguments),
        "eval" => eval(arguments),
        "train" => train(arguments),
        "read" => read(arguments),
        "help" => topic(arguments),
        // A whole sentence in the place of the command is a claim whose `check` was forgotten.
        sentence if sentence.contains(' ') => Err(Failure::new(
            format!("expected a command ({COMMANDS}), found a sentence"),
            "write `claim-check check \"...\"` to check a claim",
        )),
        other => Err(Failure::new(
            format!("expected a command ({COMMANDS}), found `{other}`"),
            "`claim-check --help` explains them",
        )),
    }
}

fn topic(mut arguments: Parser) -> Result<Command, Failure> {
    let word = match arguments.next().map_err(|error| bad_use(&error, ""))? {
        Some(Value(word)) => word.to_string_lossy().into_owned(),
        _ => String::new(),
    };
    Ok(Command::Help(match word.as_str() {
        "check" => help::CHECK,
        "search" => help::SEARCH,
        "compare" => help::COMPARE,
        "story" => help::STORY,
        "eval" => help::EVAL,
        "train" => help::TRAIN,
        "read" => help::READ,
        _ => help::PROGRAM,
    }))
}

fn check(mut arguments: Parser) -> Result<Command, Failure> {
    let mut options = check::Options::default();
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "check"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::CHECK)),
            Long("story") => options.story = Some(path(&mut arguments, "--story", "a file")?),
            Long("format") => {
                let formats = [
                    ("text", check::Format::Text),
                    ("json", check::Format::Json),
                    ("jsonl", check::Format::Lines),
                ];
                options.format = choice(&mut arguments, "--format", &formats)?;
            }
            Long("lang") => {
                let languages = [("en", Language::English), ("it", Language::Italian)];
                options.language = Some(choice(&mut arguments, "--lang", &languages)?);
            }
            Value(claim) => options.claims.push(unicode(claim, "a claim")?),
            other => return Err(unexpected(&other, "--story, --format, --lang or a claim", "check")),
        }
    }
    Ok(Command::Check(options))
}

fn search(mut arguments: Parser) -> Result<Command, Failure> {
    let mut options = search::Options::default();
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "search"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::SEARCH)),
            Long("story") => options.story = Some(path(&mut arguments, "--story", "a file")?),
            Long("claims") => options.claims = Some(path(&mut arguments, "--claims", "a file")?),
            Long("top") => options.top = number(&mut arguments, "--top", "search")?,
            Long("format") => choice(&mut arguments, "--format", &[("jsonl", ())])?,
            Value(text) => options.texts.push(unicode(text, "a claim")?),
            other => {
                return Err(unexpected(&other, "--story, --claims, --top, --format or a claim", "search"));
            }
        }
    }
    if options.story.is_some() && options.claims.is_some() {
        return Err(incomplete("expected --story or --claims, found both", "search"));
    }
    Ok(Command::Search(options))
}

fn compare(mut arguments: Parser) -> Result<Command, Failure> {
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "compare"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::COMPARE)),
            Long("format") => choice(&mut arguments, "--format", &[("jsonl", ())])?,
            other => return Err(unexpected(&other, "--format jsonl and pairs on standard input", "compare")),
        }
    }
    Ok(Command::Compare)
}

fn story(mut arguments: Parser) -> Result<Command, Failure> {
    let tasks = "verify, lock or compile";
    let task = match arguments.next().map_err(|error| bad_use(&error, "story"))? {
        Some(Short('h') | Long("help")) => return Ok(Command::Help(help::STORY)),
        Some(Value(word)) => word.to_string_lossy().into_owned(),
        Some(other) => return Err(unexpected(&other, tasks, "story")),
        None => return Err(incomplete(format!("expected {tasks} after `story`, found nothing"), "story")),
    };
    if !["verify", "lock", "compile"].contains(&task.as_str()) {
        return Err(incomplete(format!("expected {tasks} after `story`, found `{task}`"), "story"));
    }
    let (mut folder, mut articles, mut out) = (None, None, None);
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "story"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::STORY)),
            Long("articles") if task != "compile" => {
                articles = Some(path(&mut arguments, "--articles", "a folder")?);
            }
            Long("out") if task == "compile" => out = Some(path(&mut arguments, "--out", "a file")?),
            Value(word) if folder.is_none() => folder = Some(PathBuf::from(word)),
            other => {
                let option = if task == "compile" { "--out" } else { "--articles" };
                return Err(unexpected(&other, &format!("one folder and {option}"), "story"));
            }
        }
    }
    let given = folder.clone();
    let folder = folder.unwrap_or_else(|| PathBuf::from(story::EMBEDDED));
    Ok(Command::Story(match (task.as_str(), articles, out) {
        ("verify", articles, _) => story::Task::Verify { folder, articles },
        ("lock", Some(articles), _) => story::Task::Lock { folder, articles },
        ("lock", None, _) => {
            let message = "expected --articles FOLDER, found none: the lock file is made from the articles";
            return Err(incomplete(message, "story"));
        }
        (_, _, Some(out)) if given.is_some() => story::Task::Compile { folder, out },
        _ => return Err(incomplete("expected a folder and --out FILE to compile, found less", "story")),
    }))
}

fn eval(mut arguments: Parser) -> Result<Command, Failure> {
    let mut options = eval::Options::default();
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "eval"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::EVAL)),
            Long("story") => options.story = Some(path(&mut arguments, "--story", "a file")?),
            Long("guard") => options.guard = Some(path(&mut arguments, "--guard", "a file")?),
            Long("errors") => options.errors = number(&mut arguments, "--errors", "eval")?,
            Long("without") => choice(&mut arguments, "--without", &LAYERS)?(&mut options.layers),
            Value(file) => options.files.push(PathBuf::from(file)),
            other => {
                return Err(unexpected(&other, "--errors, --guard, --story, --without or a file", "eval"));
            }
        }
    }
    some_file(&options.files, "eval")?;
    Ok(Command::Eval(options))
}

/// Switches a layer of the engine off.
type Switch = fn(&mut Layers);

/// The layers by name.
const LAYERS: [(&str, Switch); 3] = [
    ("network", |layers| layers.network = false),
    ("trees", |layers| layers.trees = false),
    ("caution", |layers| layers.caution = false),
];

fn train(mut arguments: Parser) -> Result<Command, Failure> {
    let mut options = train::Options::default();
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "train"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::TRAIN)),
            Long("story") => options.story = Some(path(&mut arguments, "--story", "a folder")?),
            Long("out") => options.out = Some(path(&mut arguments, "--out", "a folder")?),
            Value(file) => options.files.push(PathBuf::from(file)),
            other => return Err(unexpected(&other, "--story, --out or a file", "train")),
        }
    }
    some_file(&options.files, "train")?;
    Ok(Command::Train(options))
}

fn read(mut arguments: Parser) -> Result<Command, Failure> {
    let mut options = read::Options::default();
    while let Some(argument) = arguments.next().map_err(|error| bad_use(&error, "read"))? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help(help::READ)),
            Long("story") => options.story = Some(path(&mut arguments, "--story", "a file")?),
            Value(text) => options.texts.push(unicode(text, "a text")?),
            other => return Err(unexpected(&other, "--story or a text", "read")),
        }
    }
    Ok(Command::Read(options))
}

fn some_file(files: &[PathBuf], command: &str) -> Result<(), Failure> {
    match files {
        [] => Err(incomplete("expected files of labelled claims (jsonl), found none", command)),
        _ => Ok(()),
    }
}

/// The value of an option.
fn value(arguments: &mut Parser, option: &str, expected: &str) -> Result<OsString, Failure> {
    arguments.value().map_err(|_| {
        let message = format!("expected {expected} after {option}, found nothing");
        Failure::new(message, format!("write {option} and then {expected}"))
    })
}

fn path(arguments: &mut Parser, option: &str, expected: &str) -> Result<PathBuf, Failure> {
    value(arguments, option, expected).map(PathBuf::from)
}

fn number(arguments: &mut Parser, option: &str, command: &str) -> Result<usize, Failure> {
    let number = value(arguments, option, "a number")?;
    number.to_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
        incomplete(format!("expected a number after {option}, found `{}`", number.display()), command)
    })
}

/// The value of an option that takes one of a few words.
fn choice<T: Copy>(arguments: &mut Parser, option: &str, table: &[(&str, T)]) -> Result<T, Failure> {
    let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
    let expected = words.join(" or ");
    let found = value(arguments, option, &expected)?;
    table.iter().find(|(word, _)| OsStr::new(word) == found).map(|(_, choice)| *choice).ok_or_else(|| {
        let message = format!("expected {expected} after {option}, found `{}`", found.display());
        Failure::new(message, format!("write one of these words after {option}"))
    })
}

fn unicode(text: OsString, what: &str) -> Result<String, Failure> {
    text.into_string().map_err(|text| {
        let message = format!("expected {what} in UTF-8, found other bytes: `{}`", text.display());
        Failure::new(message, "set the terminal to UTF-8")
    })
}

fn unexpected(argument: &Arg<'_>, expected: &str, command: &str) -> Failure {
    let found = match argument {
        Short(letter) => format!("-{letter}"),
        Long(word) => format!("--{word}"),
        Value(word) => word.display().to_string(),
    };
    let failure = incomplete(format!("expected {expected}, found `{found}`"), command);
    match (argument, command) {
        (Short(_), "check" | "search" | "read") => {
            failure.hint("put `--` before a text that starts with a dash")
        }
        _ => failure,
    }
}

fn bad_use(error: &lexopt::Error, command: &str) -> Failure {
    incomplete(format!("expected a command line as the help describes, found: {error}"), command)
}

/// A failure whose hint is the command's help.
fn incomplete(message: impl Into<String>, command: &str) -> Failure {
    let words: Vec<&str> =
        ["claim-check", command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
    Failure::new(message, format!("`{}` explains it with examples", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::{Command, Parser, parse};
    use crate::{check, story};
    use std::path::PathBuf;

    fn read(words: &[&str]) -> Result<Command, String> {
        parse(Parser::from_args(words)).map_err(|failure| failure.to_string())
    }

    #[test]
    fn claims_and_options_may_stand_in_any_order() {
        let options = check::Options {
            format: check::Format::Lines,
            claims: vec!["one".into(), "--two".into()],
            ..check::Options::default()
        };
        let read = read(&["check", "one", "--format=jsonl", "--", "--two"]);
        assert_eq!(read, Ok(Command::Check(options)));
    }

    #[test]
    fn the_embedded_story_is_verified_when_no_folder_is_named() {
        let task = story::Task::Verify { folder: PathBuf::from(story::EMBEDDED), articles: None };
        assert_eq!(read(&["story", "verify"]), Ok(Command::Story(task)));
    }

    #[test]
    fn bad_use_says_what_was_expected_and_found() {
        let cases: [(&[&str], &str, &str); 12] = [
            (&[], "a command", "nothing"),
            (&["chekc"], "a command", "`chekc`"),
            (&["Did it happen?"], "a command", "a sentence"),
            (&["check", "--format", "xml"], "text or json or jsonl", "`xml`"),
            (&["check", "--format"], "text or json or jsonl", "nothing"),
            (&["check", "--top", "3"], "--story", "`--top`"),
            (&["search", "--top", "all", "x"], "a number", "`all`"),
            (&["search", "--story", "x", "--claims", "y"], "--story or --claims", "both"),
            (&["compare", "--format", "text"], "jsonl", "`text`"),
            (&["story", "lock"], "--articles", "none"),
            (&["story", "compile", "--articles", "x"], "--out", "`--articles`"),
            (&["eval", "--errors", "few", "x"], "a number", "`few`"),
        ];
        for (words, expected, found) in cases {
            let message = read(words).err().unwrap_or_default();
            assert!(message.contains(expected) && message.contains(found), "{words:?}: {message}");
            assert!(message.contains("hint: "), "{words:?}: {message}");
        }
    }
}
