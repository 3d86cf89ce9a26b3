//! The compiled form of a story: a header (magic, format version, checksum) and the story in postcard encoding.

use std::fmt;

use super::Story;
use crate::text::Lexicon;

const MAGIC: [u8; 4] = *b"CCST";
/// Raised with every change of the encoded types.
const VERSION: u16 = 3;
const HEADER: usize = 4 + 2 + 8;

/// Why a compiled story could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Foreign,
    Version(u16),
    Damaged,
    OtherLexicon,
}

impl StoryError {
    /// Stable key: `story-invalid` or `story-version`.
    pub fn code(&self) -> &'static str {
        match self.0 {
            Kind::Foreign | Kind::Damaged => "story-invalid",
            Kind::Version(_) | Kind::OtherLexicon => "story-version",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self.0 {
            Kind::Foreign => "pass a file that `claim-check story compile` wrote",
            Kind::Damaged => "fetch or compile the story again",
            Kind::Version(_) | Kind::OtherLexicon => {
                "compile the story with the `claim-check` of the same version as the widget"
            }
        }
    }
}

impl fmt::Display for StoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Foreign => f.write_str("expected a compiled story, found other bytes"),
            Kind::Version(found) => {
                write!(f, "expected a story of format version {VERSION}, found version {found}")
            }
            Kind::Damaged => {
                f.write_str("expected an intact story, found one whose content does not fit its checksum")
            }
            Kind::OtherLexicon => f.write_str(
                "expected a story compiled with this version's lexicon, found one of another lexicon",
            ),
        }
    }
}

impl std::error::Error for StoryError {}

impl Story {
    /// The compiled form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let body = postcard::to_allocvec(self).unwrap_or_default();
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&checksum(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    /// Reads a compiled story.
    ///
    /// # Errors
    /// When the bytes are no story, damaged, of another format version, or compiled with another lexicon.
    pub fn from_bytes(bytes: &[u8], lexicon: &Lexicon) -> Result<Story, StoryError> {
        let (Some(magic), Some(version), Some(sum), Some(body)) =
            (bytes.get(..4), bytes.get(4..6), bytes.get(6..HEADER), bytes.get(HEADER..))
        else {
            return Err(StoryError(Kind::Foreign));
        };
        if magic != MAGIC {
            return Err(StoryError(Kind::Foreign));
        }
        let version = u16::from_le_bytes([version[0], version[1]]);
        if version != VERSION {
            return Err(StoryError(Kind::Version(version)));
        }
        if sum != checksum(body).to_le_bytes() {
            return Err(StoryError(Kind::Damaged));
        }
        let story: Story = postcard::from_bytes(body).map_err(|_| StoryError(Kind::Damaged))?;
        let claims: Vec<&str> = story.claims.iter().map(|claim| claim.id.as_str()).collect();
        if !story.is_outline() && !story.network.fits(&claims) {
            return Err(StoryError(Kind::Damaged));
        }
        if story.lexicon_hash != lexicon.hash {
            return Err(StoryError(Kind::OtherLexicon));
        }
        Ok(story)
    }
}

/// 64-bit FNV-1a: finds damage, not malice.
fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
