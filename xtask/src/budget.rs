//! The size budget: the bytes of each file that is shipped, raw and in brotli, against what we allow ourselves.
//!
//! Counts WebAssembly, JavaScript and CSS, in the package of the element and in the page; HTML and images are not in the
//! budget. A kilobyte is 1000 bytes. A file that has no budget of its own counts to the rest of its kind, so that nothing
//! is shipped uncounted.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// What one file may weigh, or all that are counted together, in bytes.
struct Budget {
    /// Name of the file without the hash of its content, or `*` and an extension for the rest of that kind.
    name: &'static str,
    raw: usize,
    brotli: usize,
}

const fn budget(name: &'static str, raw: usize, brotli: usize) -> Budget {
    Budget { name, raw, brotli }
}

/// Of the element, in `target/package/`. What it weighs today with little slack, so that it can't grow unnoticed; the goal
/// is 110 kB of brotli for `claim-check.wasm` and `claim-check.js` together. Lower a number when a file has got smaller.
const PACKAGE: &[Budget] = &[
    budget("claim-check.wasm", 2_630_000, 1_220_000),
    budget("claim-check.js", 76_000, 20_000),
    budget("claim-check.worker.js", 26_000, 7_000),
    budget("element.js", 76_000, 20_000),
    budget("claim-check.inline.js", 1_900_000, 1_385_000),
    budget("claim-check.css", 22_000, 4_600),
    budget("*.js", 200, 120),
];

/// Of the page, in `dist/`, besides the element in it.
const PAGE: &[Budget] = &[
    budget("claim-check.wasm", 2_630_000, 1_220_000),
    budget("claim-check.js", 76_000, 20_000),
    budget("claim-check.worker.js", 26_000, 7_000),
    budget("*.js", 13_500, 5_600),
    budget("*.css", 14_500, 4_200),
];

/// Kinds of files that are counted.
const KINDS: [&str; 3] = ["wasm", "js", "css"];

/// One file, in bytes.
struct Artefact {
    path: PathBuf,
    raw: usize,
    brotli: usize,
}

/// Prints the tables of the package and the page and fails when a file is over its budget.
pub(crate) fn check(package: &Path, dist: &Path) -> Result<(), Failure> {
    let mut over = compare(package, PACKAGE)?;
    over.extend(compare(dist, PAGE)?);
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("over the size budget: {}", over.join(", ")))
        .hint("make it smaller; the budget itself is at the top of xtask/src/budget.rs"))
}

/// Prints what the files of a folder weigh, and says what is over its budget or has none.
fn compare(folder: &Path, budgets: &[Budget]) -> Result<Vec<String>, Failure> {
    let artefacts = measure(folder)
        .map_err(|error| Failure::io(format_args!("cannot measure {}", folder.display()), &error))?;
    println!("\n{:<44} {:>9} {:>9} {:>9} {:>9}", folder.display(), "raw", "allowed", "brotli", "allowed");
    let mut over = Vec::new();
    let mut counted = 0;
    for budget in budgets {
        let found: Vec<&Artefact> = artefacts
            .iter()
            .filter(|artefact| name_of(&artefact.path, budgets) == Some(budget.name))
            .collect();
        counted += found.len();
        let raw: usize = found.iter().map(|artefact| artefact.raw).sum();
        let brotli: usize = found.iter().map(|artefact| artefact.brotli).sum();
        println!("  {:<42} {raw:>9} {:>9} {brotli:>9} {:>9}", budget.name, budget.raw, budget.brotli);
        // What is missing must not pass as small.
        if found.is_empty() {
            return Err(Failure::new(format!("no {} in {}", budget.name, folder.display())));
        }
        for (weight, allowed, kind) in [(raw, budget.raw, "raw"), (brotli, budget.brotli, "brotli")] {
            if weight > allowed {
                over.push(format!("{} by {} bytes {kind}", budget.name, weight - allowed));
            }
        }
    }
    if counted < artefacts.len() {
        let strange: Vec<_> = artefacts.iter().filter(|one| name_of(&one.path, budgets).is_none()).collect();
        over.extend(strange.iter().map(|one| format!("{}, which has no budget", one.path.display())));
    }
    Ok(over)
}

/// The budget that a file counts to: that of its name without the hash of its content, or that of the rest of its kind.
fn name_of(path: &Path, budgets: &[Budget]) -> Option<&'static str> {
    let stem = path.file_stem()?.to_str()?;
    let extension = path.extension()?.to_str()?;
    // The hash ends the name or, in that of a worker, goes before its kind.
    let (base, kind) = stem.split_once('.').map_or((stem, ""), |(base, _)| (base, &stem[base.len()..]));
    let hashed = base.rsplit_once('-').filter(|(_, hash)| hash.len() == 16 && hash.bytes().all(hexadecimal));
    let plain = format!("{}{kind}.{extension}", hashed.map_or(base, |(plain, _)| plain));
    let rest = format!("*.{extension}");
    let named = |name: &str| budgets.iter().map(|budget| budget.name).find(|other| *other == name);
    named(&plain).or_else(|| named(&rest))
}

fn hexadecimal(byte: u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)
}

/// The files of the kinds that are counted in a folder and below it, in the order of their names.
fn measure(folder: &Path) -> io::Result<Vec<Artefact>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut artefacts = Vec::new();
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            artefacts.extend(measure(&path)?);
        } else if path.extension().is_some_and(|kind| KINDS.iter().any(|counted| kind == *counted)) {
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
    fn a_folder_without_its_files_fails() {
        assert!(compare(Path::new(env!("CARGO_MANIFEST_DIR")), PAGE).is_err());
    }

    #[test]
    fn a_file_counts_to_its_name_without_the_hash_or_to_the_rest() {
        let name = |file: &str| name_of(Path::new(file), PAGE);
        assert_eq!(name("claim-check-4c7ee853fbb5fe6e.wasm"), Some("claim-check.wasm"));
        assert_eq!(name("claim-check-4c7ee853fbb5fe6e.worker.js"), Some("claim-check.worker.js"));
        assert_eq!(name("claim-check.js"), Some("claim-check.js"));
        assert_eq!(name("docs/boot-29669769ffbd6abb.js"), Some("*.js"));
        assert_eq!(name("other.wasm"), None, "a second module would go unnoticed");
    }
}
