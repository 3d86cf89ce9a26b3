//! The size budget: the bytes that the page sends, raw and in brotli, against what we allow ourselves.
//!
//! Counts every WebAssembly, JavaScript and CSS file below `dist/`; HTML and images are not in the budget. A kilobyte
//! is 1000 bytes.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// What the files of one kind may weigh together, in bytes.
struct Budget {
    extension: &'static str,
    raw: usize,
    brotli: usize,
}

/// What the page weighs today with little slack, so that it can't grow unnoticed; the goal is 110 kB of brotli in all.
/// Lower a number when the page has got smaller. The styles of the widget are in the script of the element; the worker, a
/// quarter of the JavaScript, is loaded for large stories only.
const BUDGETS: [Budget; 3] = [
    Budget { extension: "wasm", raw: 2_820_000, brotli: 1_035_000 },
    Budget { extension: "js", raw: 101_000, brotli: 27_000 },
    Budget { extension: "css", raw: 8_000, brotli: 2_500 },
];

/// All kinds together, in brotli.
const TOTAL_BROTLI: usize = 1_065_000;

/// One file, in bytes.
struct Artefact {
    path: PathBuf,
    raw: usize,
    brotli: usize,
}

/// Prints the table and fails when a kind or the total is over its budget.
pub(crate) fn check(dist: &Path) -> Result<(), Failure> {
    let artefacts = measure(dist)
        .map_err(|error| Failure::io(format_args!("cannot measure {}", dist.display()), &error))?;
    println!("\n{:<44} {:>9} {:>9} {:>9} {:>9}", "bytes", "raw", "allowed", "brotli", "allowed");
    let mut over = Vec::new();
    let mut total = (0, 0);
    for budget in &BUDGETS {
        let mut sum = (0, 0);
        for artefact in artefacts.iter().filter(|artefact| has_extension(&artefact.path, budget.extension)) {
            let name = artefact.path.strip_prefix(dist).unwrap_or(&artefact.path).display().to_string();
            println!("  {name:<42} {:>9} {:>9} {:>9}", artefact.raw, "", artefact.brotli);
            sum = (sum.0 + artefact.raw, sum.1 + artefact.brotli);
        }
        total = (total.0 + sum.0, total.1 + sum.1);
        let Budget { extension, raw, brotli } = *budget;
        println!("{extension:<44} {:>9} {raw:>9} {:>9} {brotli:>9}", sum.0, sum.1);
        if sum.0 > raw {
            over.push(format!("{extension} by {} bytes raw", sum.0 - raw));
        }
        if sum.1 > brotli {
            over.push(format!("{extension} by {} bytes brotli", sum.1 - brotli));
        }
        // A page without its module must not pass as a small one.
        if extension == "wasm" && sum.0 == 0 {
            return Err(Failure::new(format!("no WebAssembly module in {}", dist.display())));
        }
    }
    println!("{:<44} {:>9} {:>9} {:>9} {TOTAL_BROTLI:>9}", "total", total.0, "", total.1);
    if total.1 > TOTAL_BROTLI {
        over.push(format!("the total by {} bytes brotli", total.1 - TOTAL_BROTLI));
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("over the size budget: {}", over.join(", ")))
        .hint("make it smaller; the budget itself is at the top of xtask/src/budget.rs"))
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}

/// The files of the budgeted kinds in a folder and below it, in the order of their names.
fn measure(folder: &Path) -> io::Result<Vec<Artefact>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut artefacts = Vec::new();
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            artefacts.extend(measure(&path)?);
        } else if BUDGETS.iter().any(|budget| has_extension(&path, budget.extension)) {
            let bytes = fs::read(&path)?;
            artefacts.push(Artefact { path, raw: bytes.len(), brotli: brotli_length(&bytes)? });
        }
    }
    Ok(artefacts)
}

/// Length in brotli at its best and slowest, as a server compresses files once and for all.
fn brotli_length(bytes: &[u8]) -> io::Result<usize> {
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    const BUFFER: usize = 1 << 16;
    let mut compressed = Vec::new();
    brotli::CompressorReader::new(bytes, BUFFER, QUALITY, WINDOW).read_to_end(&mut compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_costs_little_in_brotli() {
        let length = brotli_length(&[b'a'; 10_000]);
        assert!(matches!(length, Ok(1..100)), "{length:?}");
    }

    #[test]
    fn a_page_without_a_module_fails() {
        assert!(check(Path::new(env!("CARGO_MANIFEST_DIR"))).is_err());
    }
}
