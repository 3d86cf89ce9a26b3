//! The labelled claims as a whole: what is scored must not be learned from.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The claims of a folder with where they stand, by their words alone.
fn claims(folder: &str) -> BTreeMap<String, String> {
    let mut claims = BTreeMap::new();
    for entry in fs::read_dir(Path::new("tests/claims").join(folder)).unwrap() {
        let path = entry.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.trim().is_empty()) {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let claim = line["claim"].as_str().unwrap().to_lowercase();
            let words: Vec<&str> =
                claim.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            claims.insert(words.join(" "), format!("{} {}", path.display(), line["id"]));
        }
    }
    claims
}

#[test]
fn no_claim_is_both_learned_and_scored() {
    let (learned, scored) = (claims("development"), claims("heldout"));
    assert!(learned.len() > 1000 && scored.len() > 300);
    let both: Vec<_> =
        learned.iter().filter_map(|(words, place)| Some((place, scored.get(words)?))).collect();
    assert!(both.is_empty(), "{both:#?}");
}
