//! The page as a reader meets it: end-to-end tests and screenshots, both in Chromium.
//!
//! The tests are JavaScript in `tests/e2e/`, run by node's own test runner; here are its npm packages and its start.
//! They use the page in `dist/` as it is; who calls decides whether it is built before.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command;
use crate::failure::Failure;

/// Oldest version of Node.js, major and minor, with which test runner and Vite work; `tests/e2e/package.json` says the same.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Where the screenshots go, from the root of the checkout.
const SCREENSHOTS: &str = "target/screenshots";

/// The story that tests load into the page, and where they find it compiled; `tests/e2e/support/host.js` says the same.
const STORY: [&str; 2] = ["tests/cli/bridge", "target/e2e/bridge.story"];

/// Runs every end-to-end test on the page in `dist/`.
pub(crate) fn test(root: &Path) -> Result<(), Failure> {
    install(root)?;
    compile_story(root)?;
    command::run(npm(root).args(["test", "--silent"]))
        .map_err(|failure| failure.hint("pictures of the page as each test failed are in target/e2e/"))
}

/// Pictures the main states of the page in `dist/`, for people to look at.
pub(crate) fn screenshots(root: &Path) -> Result<(), Failure> {
    install(root)?;
    let folder = root.join(SCREENSHOTS);
    command::run(npm(root).args(["run", "--silent", "screenshots", "--"]).arg(&folder))?;
    println!("the screenshots are in {}", folder.display());
    Ok(())
}

/// Compiles the story of the tests with the program of this checkout, as it fits one version only.
fn compile_story(root: &Path) -> Result<(), Failure> {
    let [folder, story] = STORY;
    let target = root.join(story);
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)
            .map_err(|error| Failure::io(format_args!("cannot make {}", parent.display()), &error))?;
    }
    let program = ["run", "--quiet", "--features", "cli", "--bin", "claim-check", "--"];
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).stdin(Stdio::null()).args(program);
    command::run(cargo.args(["story", "compile", folder, "--out", story]))
}

/// Puts the npm packages of the tests into `tests/e2e/node_modules/` unless the ones of the lock file are there.
pub(crate) fn install(root: &Path) -> Result<(), Failure> {
    node()?;
    let folder = tests(root);
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock)
        .map_err(|error| Failure::io(format_args!("cannot read {}", lock.display()), &error))?;
    // npm's own record of what it installed is written differently from the lock file, so we keep a copy of that.
    let stamp = folder.join("node_modules/.installed-package-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("  packages of the end-to-end tests: {}", folder.join("node_modules").display());
        return Ok(());
    }
    println!("  packages of the end-to-end tests: installing them into tests/e2e/node_modules/");
    command::run(npm(root).args(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]))
        .map_err(|failure| failure.hint("it needs the npm registry"))?;
    fs::write(&stamp, wanted)
        .map_err(|error| Failure::io(format_args!("cannot write {}", stamp.display()), &error))
}

fn tests(root: &Path) -> PathBuf {
    root.join("tests/e2e")
}

fn npm(root: &Path) -> Command {
    let mut npm = Command::new("npm");
    npm.current_dir(tests(root)).stdin(Stdio::null());
    npm
}

/// Refuses to go on without a Node.js that is new enough.
fn node() -> Result<(), Failure> {
    let (major, minor) = OLDEST_NODE;
    let hint = format!("install Node.js {major}.{minor} or newer, with npm");
    let printed = command::ask(Command::new("node").arg("--version"))
        .ok_or_else(|| Failure::new("Node.js is missing").hint(&hint))?;
    match version(&printed) {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        _ => {
            let printed = printed.trim();
            Err(Failure::new(format!("expected Node.js {major}.{minor} or newer, found {printed}"))
                .hint(hint))
        }
    }
}

/// Major and minor version in what `node --version` prints, such as `v20.19.1`.
fn version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read() {
        assert_eq!(version("v20.19.1\n"), Some((20, 19)));
        assert_eq!(version("v9.0.0"), Some((9, 0)));
        for printed in ["", "20.11.1", "node", "v", "v20"] {
            assert_eq!(version(printed), None, "{printed:?}");
        }
    }

    #[test]
    fn the_package_wants_the_same_node() {
        let package = include_str!("../../tests/e2e/package.json");
        let (major, minor) = OLDEST_NODE;
        assert!(package.contains(&format!("\"node\": \">={major}.{minor}\"")));
    }

    #[test]
    fn the_lock_file_names_no_registry() {
        assert!(!include_str!("../../tests/e2e/package-lock.json").contains("\"resolved\""));
    }
}
