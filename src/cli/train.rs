//! `claim-check train`: learns the weights and trees of the model from labelled claims and writes them as Rust source.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use claim_check::{Labelled, train};

use crate::failure::Failure;
use crate::{gold, story};

/// Options of the command.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// The folder that the sources go to instead of standard output, once they are complete.
    pub(crate) out: Option<PathBuf>,
    /// Files of labelled claims.
    pub(crate) files: Vec<PathBuf>,
}

/// Learns from all claims but compound ones, whose parts are not labelled.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let engine = story::engine(None)?;
    let mut labelled = Vec::new();
    for file in &options.files {
        let simple = gold::read(file, engine.story())?.into_iter().filter(|gold| gold.kind != "compound");
        labelled.extend(simple.map(|gold| Labelled { claim: gold.claim, verdicts: gold.verdicts }));
    }
    if labelled.is_empty() {
        return Err(Failure::new(
            "expected labelled claims that are not compound, found none",
            "name other files",
        ));
    }
    let learned = train(&engine, &labelled);
    let Some(folder) = &options.out else {
        return Ok(write!(out, "{}\n{}", learned.weights, learned.trees)?);
    };
    for (name, source) in [("weights.rs", learned.weights), ("trees.rs", learned.trees)] {
        let path = folder.join(name);
        fs::write(&path, source)
            .map_err(|error| Failure::file("a file that can be written", &path, &error))?;
    }
    Ok(())
}
