//! The `claim-check` program from outside: exit codes, what it prints, and where.
//!
//! The stories under `tests/cli/` are of our own invention, so that no test hangs on the wording of the embedded one.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

mod check;
mod measure;
mod story;

const BRIDGE: &str = "tests/cli/bridge";
const BROKEN: &str = "tests/cli/broken";
const ARTICLES: &str = "tests/cli/bridge/articles";

/// What a run of the program left behind.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program in the project's root.
fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = program(arguments).spawn().unwrap();
    // The program may end before it has read everything.
    _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claim-check"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A file of one test's own.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A copy of a story, to be changed by one test.
fn copy(story: &str, name: &str) -> String {
    let read = |part: &str| {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(story).join(part)).unwrap()
    };
    file(&format!("{name}/claims/opening.toml"), &read("claims/opening.toml"));
    file(&format!("{name}/evidence.lock"), &read("evidence.lock"));
    let story = file(&format!("{name}/story.toml"), &read("story.toml"));
    Path::new(&story).parent().unwrap().to_str().unwrap().to_owned()
}

fn answers(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn verdicts(answer: &Value) -> Vec<(&str, &str)> {
    let articles = answer["articles"].as_array().unwrap();
    articles.iter().map(|a| (a["id"].as_str().unwrap(), a["verdict"].as_str().unwrap())).collect()
}
