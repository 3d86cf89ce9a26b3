//! What the build script compiled: the lexicon and the embedded story.

/// The compiled lexicon.
pub(crate) const LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
/// The compiled story.
pub(crate) const STORY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/story.bin"));
