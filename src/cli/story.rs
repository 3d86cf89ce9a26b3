//! `claim-check story`: verifies, locks and compiles what a story's authors edit; and loads the story to check against.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use claim_check::{
    Coverage, Diagnostic, Engine, EngineError, Lock, LockedArticle, Source, Story, compile_story,
};

use crate::failure::Failure;
use crate::{input, verify};

/// Folder of the embedded story, from the project's root.
pub(crate) const EMBEDDED: &str = "stories/bytedance-huawei";

/// What is done with a story.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    /// Find everything that is wrong with it.
    Verify { folder: PathBuf, articles: Option<PathBuf> },
    /// Write its lock file.
    Lock { folder: PathBuf, articles: PathBuf },
    /// Write its compiled form.
    Compile { folder: PathBuf, out: PathBuf },
}

/// Carries out a task.
pub(crate) fn run(task: &Task, out: &mut impl Write) -> Result<(), Failure> {
    match task {
        Task::Verify { folder, articles } => verify::run(folder, articles.as_deref(), out),
        Task::Lock { folder, articles } => lock(folder, articles, out),
        Task::Compile { folder, out: target } => {
            let bytes = compiled(folder)?.1.to_bytes();
            fs::write(target, &bytes)
                .map_err(|error| Failure::file("a file that can be written", target, &error))?;
            Ok(writeln!(out, "{}: {} bytes", target.display(), bytes.len())?)
        }
    }
}

/// An engine for the embedded story, a compiled file, or the folder that authors edit.
pub(crate) fn engine(story: Option<&Path>) -> Result<Engine, Failure> {
    let Some(path) = story else { return Engine::embedded().map_err(|error| unusable(None, &error)) };
    if path.is_dir() {
        let lexicon = Engine::lexicon().map_err(|error| unusable(None, &error))?;
        return Ok(Engine::new(compiled(path)?.1, lexicon));
    }
    let bytes =
        fs::read(path).map_err(|error| Failure::file("a compiled story or its folder", path, &error))?;
    Engine::from_bytes(&bytes).map_err(|error| unusable(Some(path), &error))
}

pub(crate) fn unusable(path: Option<&Path>, error: &EngineError) -> Failure {
    let place = path.map(|path| format!("{}: ", path.display())).unwrap_or_default();
    Failure::new(format!("{place}{error}"), error.hint())
}

/// Reads and compiles a story's folder; fails with every problem, in the order of the files' lines.
pub(crate) fn compiled(folder: &Path) -> Result<(Source, Story, Coverage), Failure> {
    let source = source(folder)?;
    let lexicon = Engine::lexicon().map_err(|error| unusable(None, &error))?;
    match compile_story(&source, &lexicon) {
        Ok((story, coverage)) => Ok((source, story, coverage)),
        Err(mut problems) => {
            problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
            Err(found(folder, &problems))
        }
    }
}

/// The failure that lists problems.
pub(crate) fn found(folder: &Path, problems: &[impl ToString]) -> Failure {
    let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let noun = if list.len() == 1 { "problem" } else { "problems" };
    let message = format!(
        "expected a sound story in {}, found {} {noun}\n  {}",
        folder.display(),
        list.len(),
        list.join("\n  ")
    );
    Failure::new(
        message,
        format!("correct these and run `claim-check story verify {}` again", folder.display()),
    )
}

pub(crate) fn source(folder: &Path) -> Result<Source, Failure> {
    let named = |path: &Path, what: &str| -> Result<(String, String), Failure> {
        Ok((path.display().to_string(), input::text(path, what)?))
    };
    let story = named(&folder.join("story.toml"), "a story's folder with its story.toml")?;
    let all = |part: &str, what: &str| -> Result<Vec<(String, String)>, Failure> {
        files(&folder.join(part), "toml")?.iter().map(|path| named(path, what)).collect()
    };
    let claims = all("claims", "a topic's claims")?;
    // Further wordings are optional: a small story has all of them beside its claims.
    let wordings =
        if folder.join("wordings").is_dir() { all("wordings", "further wordings")? } else { Vec::new() };
    let path = folder.join("evidence.lock");
    let lock = named(&path, "the story's lock file").map_err(|failure| {
        failure.hint(format!("`claim-check story lock {} --articles FOLDER` writes it", folder.display()))
    })?;
    let path = folder.join("network.bin");
    let network = match fs::read(&path) {
        Ok(bytes) => Some((path.display().to_string(), bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::file("the story's network", &path, &error)),
    };
    Ok(Source { story, claims, wordings, lock, network })
}

/// Files of a folder with an extension, sorted.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("a folder", folder, &error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    Ok(paths)
}

/// Texts of the articles by id: of each id the one file `ID.txt` or `ID_*.txt`. Problems are collected.
pub(crate) fn texts<'a>(
    folder: &Path,
    ids: impl Iterator<Item = &'a str>,
    problems: &mut Vec<String>,
) -> Result<BTreeMap<&'a str, String>, Failure> {
    let paths = files(folder, "txt")?;
    let mut texts = BTreeMap::new();
    for id in ids {
        let of_article = |path: &&PathBuf| {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy());
            stem.is_some_and(|stem| {
                stem.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
            })
        };
        match paths.iter().filter(of_article).collect::<Vec<_>>()[..] {
            [path] => {
                texts.insert(id, input::text(path, "an article")?);
            }
            ref found => problems.push(format!(
                "{}: expected one file {id}.txt or {id}_*.txt, found {}; put the article there",
                folder.display(),
                found.len()
            )),
        }
    }
    Ok(texts)
}

/// What the TOML parser reports of a file.
pub(crate) fn diagnostic((file, text): &(String, String), error: &toml::de::Error) -> Diagnostic {
    let line =
        error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    Diagnostic {
        file: file.clone(),
        line,
        message: error.message().to_owned(),
        hint: "correct the TOML there".into(),
    }
}

fn lock(folder: &Path, articles: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let path = folder.join("story.toml");
    let text = input::text(&path, "a story's folder with its story.toml")?;
    let named = (path.display().to_string(), text);
    let table: toml::Table =
        toml::from_str(&named.1).map_err(|error| found(folder, &[diagnostic(&named, &error)]))?;
    let list = table.get("article").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let ids: Vec<&str> = list.iter().filter_map(|article| article.get("id")?.as_str()).collect();
    if ids.is_empty() {
        return Err(Failure::new(
            format!("{}: expected [[article]] tables with ids, found none", named.0),
            "list the articles",
        ));
    }
    let mut problems = Vec::new();
    let texts = texts(articles, ids.into_iter(), &mut problems)?;
    if !problems.is_empty() {
        return Err(found(folder, &problems));
    }
    let lock = Lock {
        articles: texts.iter().map(|(id, text)| ((*id).to_owned(), LockedArticle::of(text))).collect(),
    };
    let target = folder.join("evidence.lock");
    let before: Lock =
        fs::read_to_string(&target).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
    fs::write(&target, lock_source(&lock))
        .map_err(|error| Failure::file("a file that can be written", &target, &error))?;
    let sentences: usize = lock.articles.values().map(|article| article.sentences.len()).sum();
    let state = if lock == before { "unchanged" } else { "written" };
    Ok(writeln!(
        out,
        "{}: {} articles, {sentences} sentences, {state}",
        target.display(),
        lock.articles.len()
    )?)
}

/// The lock file: articles in the order of their ids, sentences in the order they are read.
fn lock_source(lock: &Lock) -> String {
    let mut source = String::new();
    for (id, article) in &lock.articles {
        let plain = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let key = if plain { id.clone() } else { toml::Value::from(id.as_str()).to_string() };
        // Writing to a string can't fail.
        _ = write!(source, "[articles.{key}]\nhash = \"{}\"\n\n[articles.{key}.sentences]\n", article.hash);
        let mut places: Vec<(&String, &String)> = article.sentences.iter().collect();
        places.sort_by_key(|(pointer, _)| numbers(pointer));
        for (pointer, hash) in places {
            _ = writeln!(source, "\"{pointer}\" = \"{hash}\"");
        }
        source.push('\n');
    }
    source
}

/// Paragraph and sentence of a pointer.
pub(crate) fn numbers(pointer: &str) -> (usize, usize) {
    let (p, s) = pointer.split_once('.').unwrap_or_default();
    (p.parse().unwrap_or_default(), s.parse().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::lock_source;
    use claim_check::{Lock, LockedArticle};

    #[test]
    fn the_lock_file_lists_sentences_as_they_are_read_and_is_read_back() {
        let text = (1..=10).map(|n| format!("Paragraph {n}.\n")).collect::<String>();
        let lock =
            Lock { articles: ["b c", "000"].map(|id| (id.to_owned(), LockedArticle::of(&text))).into() };
        let source = lock_source(&lock);
        assert!(source.find("\"9.1\"") < source.find("\"10.1\""), "{source}");
        assert_eq!(toml::from_str::<Lock>(&source), Ok(lock));
    }
}
