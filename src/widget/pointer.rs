//! Finding the sentence that a piece of evidence points at in the text of a page. Pure; marking it is elsewhere.

use std::ops::Range;

use crate::text::{sentence_hash, sentences};

/// Where the sentence with a hash stands in a block of text, in UTF-16 units as the DOM counts.
pub(crate) fn find(block: &str, hash: u64) -> Option<Range<usize>> {
    // A line break in the source of a page is no paragraph; a blank has as many bytes.
    let text = block.replace(['\n', '\r', '\t'], " ");
    let found = sentences(&text).into_iter().flatten().find(|sentence| sentence_hash(sentence) == hash)?;
    // `found` is a slice of `text`, so its address says where it stands.
    let start = (found.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let units = |end: usize| text.get(..end).map(|before| before.encode_utf16().count());
    Some(units(start)?..units(start + found.len())?)
}

#[cfg(test)]
mod tests {
    use super::{find, sentence_hash};

    #[test]
    fn sentences_are_found_whatever_their_spacing() {
        let hash = sentence_hash("The order came late.");
        assert_eq!(find("\n  È così. The order\n  came late. End.", hash), Some(11..33));
        // An emoji has two units in the DOM.
        assert_eq!(find("È 😀. The order came late. End.", hash), Some(6..26));
        assert_eq!(find("The order came early.", hash), None);
    }
}
