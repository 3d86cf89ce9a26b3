//! The page: `www/` and the WebAssembly module, built into `dist/` as it is shipped, and with it the package of the
//! element.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::command;
use crate::failure::Failure;
use crate::tools::Toolbox;

/// The folder of the built page; `Trunk.toml` names the same.
pub(crate) fn dist(root: &Path) -> PathBuf {
    root.join("dist")
}

/// The folder of the element's package, which a hook of Trunk makes beside the page.
pub(crate) fn package(root: &Path) -> PathBuf {
    root.join("target/package")
}

/// Builds the page in the `wasm-release` profile, through wasm-bindgen and `wasm-opt -Oz`.
pub(crate) fn build(root: &Path, tools: &Toolbox) -> Result<(), Failure> {
    // Trunk builds without the network, so that it cannot fetch tools of its own; the crates come first.
    command::run(tools.command("cargo").args(["fetch", "--quiet"]).current_dir(root).stdin(Stdio::null()))?;
    command::run(
        tools
            .command("trunk")
            .args(["build", "--release", "--offline", "--skip-version-check"])
            .current_dir(root)
            // Trunk 0.21 takes no `1` for an answer here and ends with an error.
            .env_remove("NO_COLOR")
            .stdin(Stdio::null()),
    )
    .map_err(|failure| failure.hint("the error of cargo, wasm-bindgen or wasm-opt is above"))?;
    is_built(root).map_err(|failure| failure.within("trunk ended well, but"))
}

/// Fails when there is no page in `dist/`.
pub(crate) fn is_built(root: &Path) -> Result<(), Failure> {
    if dist(root).join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure::new("dist/index.html is missing").hint("`cargo xtask demo --build-only` builds the page"))
}
