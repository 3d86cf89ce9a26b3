//! Compiles the lexicon and the embedded story into the output directory, with the very modules that read them at run
//! time: work done here is free for the reader.
#![expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the modules are shared with the library, which uses all of them"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[path = "src/authoring/mod.rs"]
mod authoring;
#[path = "src/story/mod.rs"]
mod story;
#[path = "src/text/mod.rs"]
mod text;

use authoring::{Source, compile_lexicon, compile_story};

const LEXICON: &str = "src/text/lexicon";
const STORY: &str = "stories/bytedance-huawei";

fn main() -> ExitCode {
    for path in [LEXICON, STORY, "src/text", "src/story", "src/authoring", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Vec<String>> {
    let out = PathBuf::from(
        env::var_os("OUT_DIR").ok_or_else(|| vec!["expected OUT_DIR, found nothing".to_owned()])?,
    );
    let lexicon = compile_lexicon(&files(Path::new(LEXICON), "toml")?).map_err(strings)?;
    let root = Path::new(STORY);
    let source = Source {
        story: file(&root.join("story.toml"))?,
        claims: files(&root.join("claims"), "toml")?,
        wordings: files(&root.join("wordings"), "toml")?,
        lock: file(&root.join("evidence.lock"))?,
        network: network(&root.join("network.bin"))?,
    };
    let (story, _) = compile_story(&source, &lexicon).map_err(strings)?;
    write(&out.join("lexicon.bin"), &lexicon.to_bytes())?;
    write(&out.join("story.bin"), &story.to_bytes())
}

fn strings(problems: Vec<authoring::Diagnostic>) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn file(path: &Path) -> Result<(String, String), Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    Ok((path.display().to_string(), text))
}

fn network(path: &Path) -> Result<Option<(String, Vec<u8>)>, Vec<String>> {
    if !path.exists() {
        return Ok(None);
    }
    let bytes = fs::read(path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    Ok(Some((path.display().to_string(), bytes)))
}

fn files(folder: &Path, extension: &str) -> Result<Vec<(String, String)>, Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| vec![format!("{}: {error}", folder.display())])?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == extension));
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Vec<String>> {
    fs::write(path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])
}
