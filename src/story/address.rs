//! Where an article stands on the web, and a sentence in it: addresses with a text fragment, by which browsers find and mark
//! words on any page (`#:~:text=`).

use super::{Article, Evidence, Story};

/// What stands in an excerpt for the words between the first and the last of a sentence.
const GAP: char = '…';

impl Story {
    /// Address of a sentence of an article (by index). Where no evidence has an excerpt of that sentence it is the
    /// article's; `None` where the story gives no address, or one that is not of the web.
    pub fn address(&self, article: usize, paragraph: u16, sentence: u16) -> Option<String> {
        let url = self.articles.get(article)?.url.as_deref().filter(|url| Article::is_address(url))?;
        let places = self
            .claims
            .iter()
            .filter_map(|claim| claim.position(article))
            .flat_map(|position| position.support.iter().chain(&position.dispute));
        let there = |place: &&Evidence| (place.paragraph, place.sentence) == (paragraph, sentence);
        let excerpt = places.filter(there).find_map(|place| place.excerpt.as_deref());
        Some(excerpt.map_or_else(|| url.to_owned(), |excerpt| with_text(url, excerpt)))
    }
}

impl Article {
    /// Whether a text is an address that a page may lead to. A story may come from anywhere: one of another kind could run a
    /// script.
    pub(crate) fn is_address(text: &str) -> bool {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        host.is_some_and(|host| !host.is_empty())
            && text
                .chars()
                .all(|letter| !letter.is_whitespace() && !letter.is_control() && !"\"<>".contains(letter))
    }
}

/// An address with the text fragment of an excerpt.
fn with_text(url: &str, excerpt: &str) -> String {
    let words: Vec<String> = excerpt.split(GAP).map(|words| encoded(words.trim())).collect();
    let hash = if url.contains('#') { "" } else { "#" };
    [url, hash, ":~:text=", &words.join(",")].concat()
}

/// A text as it may stand in a text fragment, where comma, ampersand and hyphen have meanings of their own.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{Article, with_text};

    #[test]
    fn fragments_name_words_and_ranges_of_words() {
        let page = "https://example.org/a?b=c";
        assert_eq!(
            with_text(page, "top-tier, è così"),
            "https://example.org/a?b=c#:~:text=top%2Dtier%2C%20%C3%A8%20cos%C3%AC"
        );
        assert_eq!(
            with_text(page, "The bridge … late."),
            "https://example.org/a?b=c#:~:text=The%20bridge,late."
        );
        assert_eq!(with_text("https://example.org/#part", "late"), "https://example.org/#part:~:text=late");
    }

    #[test]
    fn only_addresses_of_the_web_are_led_to() {
        assert!(Article::is_address("https://example.org/a") && Article::is_address("http://example.org"));
        for text in
            ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "https://a b", ""]
        {
            assert!(!Article::is_address(text), "{text}");
        }
    }
}
