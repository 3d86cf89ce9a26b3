//! The developer commands of claim-check: install the tools, build and serve the page, run every check.
//!
//! Two of them are enough for a newcomer: `cargo xtask demo` and `cargo xtask test`. Both install what is missing.
//! Deliberately absent: publishing, and anything that a plain cargo command already does well.

mod budget;
mod command;
mod e2e;
mod failure;
mod page;
mod serve;
mod steps;
mod tools;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use failure::Failure;
use lexopt::prelude::*;

const HELP: &str = "\
The developer commands of claim-check. Each installs what it needs and lacks.

usage: cargo xtask COMMAND [OPTION ...]

commands:
  demo     build the page and serve it on this computer
             --port N      port of the address (8080; 0 takes any free one)
             --build-only  build the page into dist/ and stop (also: --no-open-server)
  test     run every check in turn and stop at the first that fails
  e2e      build the page and use it as a reader does, in Chromium
             --no-build    test the page that is in dist/
  package  build the page and lay out the npm package of the element in target/package/
  screenshots
           build the page and picture its main states into target/screenshots/
             --no-build    picture the page that is in dist/
  size     build the page and the package and compare their bytes with the budget
  setup    install the tools of all commands and stop
  help     print this text

environment:
  CLAIM_CHECK_TOOLS     folder of the installed tools (else $XDG_CACHE_HOME/claim-check or ~/.cache/claim-check)
  CLAIM_CHECK_ARTICLES  folder of the articles that `test` verifies pointers against (else ../shared/articles)
";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Task {
    /// Build the page; serve it on this port unless there is none.
    Demo(Option<u16>),
    Test,
    /// Test the page end to end, as built now or as it is in `dist/`.
    EndToEnd(Dist),
    /// Picture the page.
    Screenshots(Dist),
    Size,
    /// Build the page, and with it the package of the element.
    Package,
    Setup,
    Help,
}

/// Which page is used.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Dist {
    /// One that is built first.
    Fresh,
    /// The one in `dist/`.
    AsItIs,
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(|task| perform(&task)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprint!("{failure}");
            failure.exit_code()
        }
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Task, Failure> {
    let mut command = None;
    let mut port = None;
    let mut build_only = false;
    let mut dist = Dist::Fresh;
    while let Some(argument) = arguments.next().map_err(bad_use)? {
        match argument {
            Short('h') | Long("help") => return Ok(Task::Help),
            Long("port") => {
                port = Some(arguments.value().and_then(|value| value.parse::<u16>()).map_err(bad_use)?);
            }
            Long("build-only" | "no-open-server") => build_only = true,
            Long("no-build") => dist = Dist::AsItIs,
            Value(word) if command.is_none() => command = Some(word.string().map_err(bad_use)?),
            other => return Err(bad_use(other.unexpected())),
        }
    }
    if command.as_deref() != Some("demo") && (port.is_some() || build_only) {
        return Err(bad_use("--port and --build-only belong to the command `demo`"));
    }
    if dist == Dist::AsItIs && !matches!(command.as_deref(), Some("e2e" | "screenshots")) {
        return Err(bad_use("--no-build belongs to the commands `e2e` and `screenshots`"));
    }
    match command.as_deref() {
        Some("demo") if build_only => Ok(Task::Demo(None)),
        Some("demo") => Ok(Task::Demo(Some(port.unwrap_or(serve::DEFAULT_PORT)))),
        Some("test") => Ok(Task::Test),
        Some("e2e") => Ok(Task::EndToEnd(dist)),
        Some("screenshots") => Ok(Task::Screenshots(dist)),
        Some("size") => Ok(Task::Size),
        Some("package") => Ok(Task::Package),
        Some("setup") => Ok(Task::Setup),
        Some("help") => Ok(Task::Help),
        Some(other) => Err(bad_use(format!("expected a command, found `{other}`"))),
        None => Err(bad_use("expected a command, found none")),
    }
}

fn bad_use(problem: impl ToString) -> Failure {
    Failure::bad_use(problem.to_string()).hint("`cargo xtask help` lists the commands")
}

fn perform(task: &Task) -> Result<(), Failure> {
    let root = checkout()?;
    match task {
        Task::Help => {
            print!("{HELP}");
            Ok(())
        }
        Task::Setup => {
            tools::all(&root)?;
            println!("every tool is there");
            Ok(())
        }
        Task::Test => steps::test(&root),
        Task::EndToEnd(dist) => {
            provide(&root, *dist)?;
            e2e::test(&root)
        }
        Task::Screenshots(dist) => {
            provide(&root, *dist)?;
            e2e::screenshots(&root)
        }
        Task::Size => {
            page::build(&root, &tools::of_the_page(&root)?)?;
            budget::check(&page::package(&root), &page::dist(&root))
        }
        Task::Package => {
            page::build(&root, &tools::of_the_page(&root)?)?;
            println!("the npm package is in {}", page::package(&root).display());
            Ok(())
        }
        Task::Demo(None) => {
            page::build(&root, &tools::of_the_page(&root)?)?;
            println!("the page is built in {}", page::dist(&root).display());
            Ok(())
        }
        Task::Demo(Some(port)) => {
            // Asked for before the build, so that a taken port is known now and not in minutes.
            let listener = serve::listen(*port)?;
            page::build(&root, &tools::of_the_page(&root)?)?;
            serve::serve(&listener, &page::dist(&root))
        }
    }
}

/// What the browser shows: Chromium, and the page in `dist/`.
fn provide(root: &Path, dist: Dist) -> Result<(), Failure> {
    tools::chromium()?;
    match dist {
        Dist::Fresh => page::build(root, &tools::of_the_page(root)?),
        Dist::AsItIs => page::is_built(root),
    }
}

/// The folder of the checkout, wherever in it the command was typed.
fn checkout() -> Result<PathBuf, Failure> {
    let xtask =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    match xtask.parent() {
        Some(root) if root.join("Trunk.toml").is_file() => Ok(root.to_path_buf()),
        _ => Err(Failure::new(format!("no checkout of claim-check around {}", xtask.display()))
            .hint("run it as `cargo xtask` inside the checkout")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Option<Task> {
        parse(lexopt::Parser::from_args(words.iter().copied())).ok()
    }

    #[test]
    fn demo_serves_unless_told_to_build_only() {
        assert_eq!(parsed(&["demo"]), Some(Task::Demo(Some(8080))));
        assert_eq!(parsed(&["demo", "--port", "9001"]), Some(Task::Demo(Some(9001))));
        assert_eq!(parsed(&["demo", "--port=0"]), Some(Task::Demo(Some(0))));
        assert_eq!(parsed(&["demo", "--build-only"]), Some(Task::Demo(None)));
        assert_eq!(parsed(&["demo", "--no-open-server"]), Some(Task::Demo(None)));
    }

    #[test]
    fn the_page_is_built_before_it_is_tested_unless_told_not_to() {
        assert_eq!(parsed(&["e2e"]), Some(Task::EndToEnd(Dist::Fresh)));
        assert_eq!(parsed(&["e2e", "--no-build"]), Some(Task::EndToEnd(Dist::AsItIs)));
        assert_eq!(parsed(&["screenshots", "--no-build"]), Some(Task::Screenshots(Dist::AsItIs)));
    }

    #[test]
    fn bad_use_is_refused() {
        for words in [
            &[][..],
            &["serve"],
            &["demo", "--port", "70000"],
            &["demo", "now"],
            &["test", "--port=1"],
            &["test", "--no-build"],
        ] {
            assert_eq!(parsed(words), None, "{words:?}");
        }
    }
}
