//! `claim-check train`: learns the network of a story, and the weights and trees of the model, from labelled claims.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use claim_check::{Engine, Labelled, compile_lessons, train};

use crate::failure::Failure;
use crate::{gold, story};

/// Options of the command.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// The folder of the story, if not the embedded one.
    pub(crate) story: Option<PathBuf>,
    /// The folder that the sources of the weights go to; without it only the network is written.
    pub(crate) out: Option<PathBuf>,
    /// Files of labelled claims.
    pub(crate) files: Vec<PathBuf>,
}

/// Learns from all claims; compound ones, whose parts are not labelled, teach the network alone.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let folder = options.story.as_deref().unwrap_or(Path::new(story::EMBEDDED));
    let lexicon = Engine::lexicon().map_err(|error| story::unusable(None, &error))?;
    let (story, _, lessons) = compile_lessons(&story::source(folder)?, &lexicon)
        .map_err(|problems| story::found(folder, &problems))?;
    let mut labelled = Vec::new();
    for file in &options.files {
        labelled.extend(gold::read(file, &story)?.into_iter().map(|gold| Labelled {
            compound: gold.kind == "compound",
            claim: gold.claim,
            verdicts: gold.verdicts,
        }));
    }
    if labelled.iter().all(|item| item.compound) {
        return Err(Failure::new(
            "expected labelled claims that are not compound, found none",
            "name other files",
        ));
    }
    let learned = train(&story, &lexicon, &lessons, &labelled);
    let mut files = vec![(folder.join("network.bin"), learned.network)];
    if let Some(weights) = &options.out {
        files.push((weights.join("weights.rs"), learned.weights.into_bytes()));
        files.push((weights.join("trees.rs"), learned.trees.into_bytes()));
    }
    for (path, content) in files {
        fs::write(&path, &content)
            .map_err(|error| Failure::file("a file that can be written", &path, &error))?;
        writeln!(out, "{}: {} bytes", path.display(), content.len())?;
    }
    Ok(())
}
