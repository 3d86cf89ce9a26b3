//! The tools of the other commands: finds the pinned versions, installs what is missing.
//!
//! Programs of crates are built once per user into a cache that every checkout shares, one folder
//! `<tool>-<version>/bin` each. wasm-opt, esbuild, TypeScript and the packages of the end-to-end tests come from npm into the checkout;
//! Chromium and its driver come from the system.
//! Deliberately absent: prebuilt downloads, and upgrades of what the developer installed elsewhere.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::{command, e2e};

/// A program that `cargo install` builds.
struct Tool {
    /// First part of the cache folder's name.
    name: &'static str,
    /// The crate that holds it.
    package: &'static str,
    version: &'static str,
    /// Its programs that we start, directly or through another tool.
    programs: &'static [&'static str],
    /// What `cargo install` needs besides name and version.
    options: &'static [&'static str],
}

/// Equal to the `wasm-bindgen` dependency in `Cargo.toml` and to `Trunk.toml`; a test below compares them.
/// Not `--locked`: the lock file of this release names a crate version that was withdrawn.
const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    options: &[],
};

/// rustls instead of OpenSSL, which would need a system package.
const TRUNK: Tool = Tool {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    options: &["--locked", "--no-default-features", "--features", "rustls"],
};

const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    package: "wasm-pack",
    version: "0.15.1",
    programs: &["wasm-pack"],
    options: &["--locked"],
};

/// Of wasm-opt, as it prints it; `package.json` and `Trunk.toml` hold the same.
const WASM_OPT_VERSION: &str = "version_132";

/// Of esbuild, which makes the element; `package.json` holds the same.
const ESBUILD_VERSION: &str = "0.28.2";

/// Of the TypeScript compiler, which checks all JavaScript; `package.json` holds the same.
const TYPESCRIPT_VERSION: &str = "7.0.2";

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const CHROMIUM: &str = "/usr/bin/chromium";
/// Drives Chromium in the headless tests.
pub(crate) const CHROMEDRIVER: &str = "/usr/bin/chromedriver";

/// Found tools, as the `PATH` that has them first.
pub(crate) struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// A program that sees the pinned tools before any others.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        command
    }
}

/// What building the page needs.
pub(crate) fn of_the_page(root: &Path) -> Result<Toolbox, Failure> {
    toolbox(root, &[WASM_BINDGEN, TRUNK])
}

/// What any command needs.
pub(crate) fn all(root: &Path) -> Result<Toolbox, Failure> {
    chromium()?;
    e2e::install(root)?;
    toolbox(root, &[WASM_BINDGEN, WASM_PACK, TRUNK])
}

fn toolbox(root: &Path, tools: &[Tool]) -> Result<Toolbox, Failure> {
    wasm_target()?;
    let mut folders = vec![of_npm(root)?];
    let cache = cache()?;
    let mut on_path = Vec::new();
    let mut missing = Vec::new();
    for tool in tools {
        let folder = tool.folder(&cache);
        if let Some(found) = tool.found_on_path() {
            report(tool.name, tool.version, &found);
            on_path.push(found);
        } else if tool.is_in(&folder) {
            report(tool.name, tool.version, &folder);
            folders.push(folder);
        } else {
            missing.push(tool);
            folders.push(folder);
        }
    }
    install(&missing, &cache)?;
    // Folders of the developer's come last: they may hold other versions of what the cache holds.
    folders.extend(on_path);
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let path = env::join_paths(folders)
        .map_err(|error| Failure::new(format!("cannot put the tools on the PATH: {error}")))?;
    Ok(Toolbox { path })
}

fn report(name: &str, version: &str, place: &Path) {
    println!("  {name} {version}: {}", place.display());
}

impl Tool {
    fn folder(&self, cache: &Path) -> PathBuf {
        cache.join(format!("{}-{}", self.name, self.version)).join("bin")
    }

    /// Whether all programs are in a folder, in the pinned version.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            let version = command::ask(Command::new(folder.join(program)).arg("--version"));
            version.is_some_and(|printed| printed.split_whitespace().any(|word| word == self.version))
        })
    }

    /// The folder of the developer's `PATH` that the tool would be started from, if its version is the pinned one.
    fn found_on_path(&self) -> Option<PathBuf> {
        let first = self.programs.first()?;
        let path = env::var_os("PATH")?;
        let folder = env::split_paths(&path).find(|folder| folder.join(first).is_file())?;
        self.is_in(&folder).then_some(folder)
    }
}

/// The folder of this user's tools, shared by all checkouts.
fn cache() -> Result<PathBuf, Failure> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("CLAIM_CHECK_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join("claim-check")))
        .or_else(|| set("HOME").map(|folder| folder.join(".cache/claim-check")))
        .ok_or_else(|| {
            Failure::new("no folder for the tools: HOME is not set").hint("set CLAIM_CHECK_TOOLS to a folder")
        })?;
    std::path::absolute(&cache)
        .map_err(|error| Failure::io(format_args!("cannot use {}", cache.display()), &error))
}

/// Builds tools into the cache. They share a build folder, which goes when all are there; when it is interrupted the
/// next call goes on with it. Unoptimised builds without debug data take a third of the time and are fast enough.
fn install(missing: &[&Tool], cache: &Path) -> Result<(), Failure> {
    if missing.is_empty() {
        return Ok(());
    }
    let build = cache.join("build");
    let failed = |error| Failure::io(format_args!("cannot install tools into {}", cache.display()), &error);
    fs::create_dir_all(&build).map_err(failed)?;
    // Two checkouts may set up at once: the second waits here and finds the work done.
    let lock = File::create(cache.join("lock")).map_err(failed)?;
    lock.lock().map_err(failed)?;
    for tool in missing {
        let folder = tool.folder(cache);
        if tool.is_in(&folder) {
            continue;
        }
        println!("  {} {}: building it, once for this user, 1 to 4 minutes", tool.name, tool.version);
        let staged = build.join(tool.name);
        command::run(
            Command::new("cargo")
                .args(["install", "--quiet", "--debug", "--version", tool.version, tool.package])
                .args(tool.options)
                .arg("--root")
                .arg(&staged)
                .env("CARGO_TARGET_DIR", build.join("target"))
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .env("CARGO_PROFILE_DEV_INCREMENTAL", "false")
                // Outside the checkout, whose cargo settings are not for the tools.
                .current_dir(cache)
                .stdin(Stdio::null()),
        )
        .map_err(|failure| {
            failure.hint("it needs the crate registry and a C compiler (apt-get install gcc)")
        })?;
        if let Some(parent) = folder.parent() {
            // An older folder here lacks a program or holds another version of it.
            let _ = fs::remove_dir_all(parent);
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::rename(staged.join("bin"), &folder).map_err(failed)?;
        report(tool.name, tool.version, &folder);
    }
    fs::remove_dir_all(&build).map_err(failed)
}

/// The programs of npm, with what tells their versions.
const OF_NPM: [(&str, &str); 3] =
    [("wasm-opt", WASM_OPT_VERSION), ("esbuild", ESBUILD_VERSION), ("tsc", TYPESCRIPT_VERSION)];

/// The folder of npm's programs in the checkout.
fn of_npm(root: &Path) -> Result<PathBuf, Failure> {
    let folder = root.join("node_modules/.bin");
    let pinned = || {
        OF_NPM.iter().all(|(program, version)| {
            let printed = command::ask(Command::new(folder.join(program)).arg("--version"));
            printed.is_some_and(|printed| printed.contains(version))
        })
    };
    if !pinned() {
        let wanted = OF_NPM.map(|(program, version)| format!("{program} {version}")).join(", ");
        println!("  {wanted}: installing them into node_modules/");
        let mut npm = Command::new("npm");
        npm.args(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
        command::run(npm.current_dir(root).stdin(Stdio::null()))
            .map_err(|failure| failure.hint("it needs Node.js with npm (apt-get install nodejs npm)"))?;
        if !pinned() {
            return Err(Failure::new(format!("npm installed other versions than {wanted}"))
                .hint("package.json, Trunk.toml and xtask/src/tools.rs must name the same versions"));
        }
    }
    for (program, version) in OF_NPM {
        report(program, version, &folder);
    }
    Ok(folder)
}

/// The compiler's standard library for WebAssembly; where rustup reads `rust-toolchain.toml` it is there already.
fn wasm_target() -> Result<(), Failure> {
    let sysroot = command::ask(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    command::run(Command::new("rustup").args(["target", "add", WASM_TARGET]).stdin(Stdio::null()))
        .map_err(|failure| failure.hint("it needs rustup, or a Rust toolchain that brings this target"))
}

/// Debian's Chromium with its driver, which are of one version only when both come from there.
pub(crate) fn chromium() -> Result<(), Failure> {
    const INSTALL: &str = "apt-get update && apt-get install -y chromium chromium-driver";
    let present = || Path::new(CHROMIUM).exists() && Path::new(CHROMEDRIVER).exists();
    if present() {
        return Ok(());
    }
    let is_root = command::ask(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let has_sudo = command::ask(Command::new("sudo").arg("--version")).is_some();
    let mut apt = match (is_root, has_sudo) {
        (true, _) => Command::new("sh"),
        (false, true) => {
            let mut sudo = Command::new("sudo");
            sudo.arg("sh");
            sudo
        }
        (false, false) => {
            return Err(Failure::new(
                "chromium and chromium-driver are missing, and this user cannot install them",
            )
            .hint(format!("run as root: {INSTALL}")));
        }
    };
    println!("  chromium: installing it and its driver");
    command::run(apt.arg("-c").arg(INSTALL).env("DEBIAN_FRONTEND", "noninteractive"))
        .map_err(|failure| failure.hint(format!("run it by hand, as root: {INSTALL}")))?;
    if present() {
        Ok(())
    } else {
        Err(Failure::new(format!("{CHROMIUM} or {CHROMEDRIVER} is still missing")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_pins_the_same_versions() {
        let wasm_bindgen = WASM_BINDGEN.version;
        let trunk = include_str!("../../Trunk.toml");
        assert!(include_str!("../../Cargo.toml").contains(&format!("wasm-bindgen = \"={wasm_bindgen}\"")));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{wasm_bindgen}\"")));
        assert!(trunk.contains(&format!("wasm_opt = \"{WASM_OPT_VERSION}\"")));
        let binaryen = WASM_OPT_VERSION.trim_start_matches("version_");
        assert!(include_str!("../../package.json").contains(&format!("\"binaryen\": \"{binaryen}.0.0\"")));
        for (package, version) in [("esbuild", ESBUILD_VERSION), ("typescript", TYPESCRIPT_VERSION)] {
            assert!(include_str!("../../package.json").contains(&format!("\"{package}\": \"{version}\"")));
        }
        assert!(!include_str!("../../package-lock.json").contains("\"resolved\""), "no registry is named");
    }

    #[test]
    fn another_version_does_not_count_as_installed() {
        assert!(!TRUNK.is_in(Path::new("/nowhere")));
        let cargo = Tool { version: "0.0.1", programs: &["cargo"], ..TRUNK };
        assert_eq!(cargo.found_on_path(), None);
    }
}
