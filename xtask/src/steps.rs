//! `cargo xtask test`: every check in turn, announced, timed, and stopped at the first that fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::tools::{self, Toolbox};
use crate::{budget, command, e2e, page};

/// How many steps there are, for the announcements.
const STEPS: usize = 13;

/// Runs all checks and ends with a table of what they took.
pub(crate) fn test(root: &Path) -> Result<(), Failure> {
    let mut steps = Steps::default();
    let outcome = run_all(root, &mut steps);
    steps.print_table(outcome.is_ok());
    outcome.map_err(|failure| match steps.taken.last() {
        Some((name, _)) => failure.within(format_args!("the step `{name}` failed")),
        None => failure,
    })
}

fn run_all(root: &Path, steps: &mut Steps) -> Result<(), Failure> {
    const WARNINGS_FAIL: [&str; 3] = ["--", "-D", "warnings"];
    let cargo = |words: &str| {
        let mut command = Command::new("cargo");
        command.args(words.split(' ')).current_dir(root).stdin(Stdio::null());
        command
    };
    let tools = steps.run("tools", || tools::all(root))?;
    steps.run("format", || {
        command::run(&mut cargo("fmt --all --check"))
            .map_err(|failure| failure.hint("`cargo fmt --all` repairs it"))
    })?;
    steps.run("lint, native", || {
        command::run(cargo("clippy --workspace --all-targets --features cli").args(WARNINGS_FAIL))
    })?;
    steps.run("lint, wasm32", || {
        let wasm = "clippy --package claim-check --lib --target wasm32-unknown-unknown";
        command::run(cargo(wasm).args(WARNINGS_FAIL))?;
        let yew = "clippy --package claim-check-in-yew --target wasm32-unknown-unknown";
        command::run(cargo(yew).args(WARNINGS_FAIL))
    })?;
    steps.run("types, JavaScript", || {
        command::run(tools.command("tsc").args(["--project", "tsconfig.json"]).current_dir(root))
    })?;
    steps.run("tests, native", || command::run(&mut cargo("test --workspace --features cli")))?;
    steps.run("tests, Chromium", || browser_tests(root, &tools))?;
    steps.run("examples", || {
        command::run(&mut cargo("run --quiet --example check"))?;
        command::run(&mut cargo("build --package claim-check-in-yew --target wasm32-unknown-unknown"))
    })?;
    steps
        .run("story", || verify_story(root, cargo("run --features cli --bin claim-check -- story verify")))?;
    steps.run("labelled claims", || {
        let eval = "run --quiet --features cli --bin claim-check -- eval --guard tests/claims/guard.toml";
        command::run(cargo(eval).args(labelled_claims(root)?))
    })?;
    steps.run("docs", || {
        let strict = |words| command::run(cargo(words).env("RUSTDOCFLAGS", "-Dwarnings"));
        strict("doc --no-deps --features cli")?;
        // What docs.rs shows of the component and the JavaScript API.
        strict("doc --no-deps --lib --features cli --target wasm32-unknown-unknown")
    })?;
    steps.run("page and its size", || {
        page::build(root, &tools)?;
        budget::check(&page::package(root), &page::dist(root))
    })?;
    steps.run("end to end", || e2e::test(root))
}

fn browser_tests(root: &Path, tools: &Toolbox) -> Result<(), Failure> {
    let driver = env::var_os("CHROMEDRIVER").unwrap_or_else(|| tools::CHROMEDRIVER.into());
    command::run(
        tools
            .command("wasm-pack")
            .args(["test", "--headless", "--chrome", "--mode", "no-install", "--", "--test", "web"])
            .current_dir(root)
            .env("CHROMEDRIVER", driver)
            // Seconds; two busy cores take their time to start a browser.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .stdin(Stdio::null()),
    )
}

/// The files of labelled claims, in the order of their names. The guard names those that must not be missing.
fn labelled_claims(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for folder in ["tests/claims/development", "tests/claims/heldout"].map(|folder| root.join(folder)) {
        let unreadable = |error| Failure::io(format_args!("cannot list {}", folder.display()), &error);
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            files.push(entry.map_err(unreadable)?.path());
        }
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    Ok(files)
}

/// Verifies the embedded story, with its pointers into the articles where the articles are at hand.
fn verify_story(root: &Path, mut verify: Command) -> Result<(), Failure> {
    match env::var_os("CLAIM_CHECK_ARTICLES").filter(|folder| !folder.is_empty()) {
        // Named but absent is a mistake that must not turn into a lesser check.
        Some(folder) if !Path::new(&folder).is_dir() => {
            let folder = PathBuf::from(folder);
            return Err(Failure::new(format!("CLAIM_CHECK_ARTICLES names no folder: {}", folder.display())));
        }
        Some(folder) => {
            verify.arg("--articles").arg(folder);
        }
        None if root.join("../shared/articles").is_dir() => {
            verify.args(["--articles", "../shared/articles"]);
        }
        None => println!(
            "  note: without the articles the pointers of the evidence cannot be verified, only the story itself; \
             set CLAIM_CHECK_ARTICLES to their folder"
        ),
    }
    command::run(&mut verify)
}

/// The steps so far and what each took.
#[derive(Default)]
struct Steps {
    taken: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn run<T>(
        &mut self,
        name: &'static str,
        step: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        println!("==> [{}/{STEPS}] {name}", self.taken.len() + 1);
        let start = Instant::now();
        let outcome = step();
        self.taken.push((name, start.elapsed()));
        outcome
    }

    fn print_table(&self, passed: bool) {
        println!("\n{:<20} {:>8}", "step", "seconds");
        let last = self.taken.len().saturating_sub(1);
        for (index, (name, time)) in self.taken.iter().enumerate() {
            let mark = if index == last && !passed { "  FAILED" } else { "" };
            println!("{name:<20} {:>8.1}{mark}", time.as_secs_f64());
        }
        let total: Duration = self.taken.iter().map(|(_, time)| *time).sum();
        println!("{:<20} {:>8.1}", "total", total.as_secs_f64());
    }
}
