//! One place in an article: our note, where it stands, who says it there, and a way to it: when the page is the article, to
//! the sentence on it, else to the article's address where the story gives one.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use crate::engine::EvidenceReport;
use crate::locale::{Locale, Text};
use crate::story::{Evidence, Localised, Story};

/// One place in an article.
pub(super) struct Proof<'a> {
    note: &'a Localised,
    voice: &'a str,
    paragraph: u16,
    sentence: u16,
    hash: u64,
    /// Address of the sentence.
    address: Option<String>,
}

/// How a reader gets from evidence to the article, when the page that the widget is on is that article.
#[derive(Clone, PartialEq)]
pub(super) struct Follow {
    /// Key of the article.
    pub(super) article: AttrValue,
    /// Marks the sentence with a hash.
    pub(super) mark: Callback<u64>,
}

impl<'a> Proof<'a> {
    /// A piece of evidence of a report, in the article at an index.
    pub(super) fn of_report(
        locale: Locale,
        found: &'a EvidenceReport,
        story: &Story,
        article: usize,
    ) -> Proof<'a> {
        Proof {
            note: &found.note,
            voice: found.voice_label.text(locale.language()),
            paragraph: found.paragraph,
            sentence: found.sentence,
            hash: found.hash,
            address: story.address(article, found.paragraph, found.sentence),
        }
    }

    /// A piece of evidence of a story, in the article at an index.
    pub(super) fn of_story(
        locale: Locale,
        found: &'a Evidence,
        story: &'a Story,
        article: usize,
    ) -> Proof<'a> {
        let voice = story.voices.get(usize::from(found.voice));
        Proof {
            note: &found.note,
            voice: voice.map_or("", |voice| voice.label.text(locale.language())),
            paragraph: found.paragraph,
            sentence: found.sentence,
            hash: found.hash,
            address: story.address(article, found.paragraph, found.sentence),
        }
    }

    /// As an item of a list.
    pub(super) fn item(&self, locale: Locale, article: &str, follow: Option<&Follow>) -> Html {
        let (paragraph, sentence) = (self.paragraph.to_string(), self.sentence.to_string());
        let place = locale.filled(Text::Place, &[("paragraph", &paragraph), ("sentence", &sentence)]);
        let mark = follow.filter(|follow| *follow.article == *article).map(|follow| {
            let hash = self.hash;
            follow.mark.reform(move |_: MouseEvent| hash)
        });
        html! {
            <li>
                <p class="cc-note">{ self.note.text(locale.language()).to_owned() }</p>
                <p class="cc-meta">
                    { place }
                    if !self.voice.is_empty() {
                        { " · " }{ locale.filled(Text::Voice, &[("voice", self.voice)]) }
                    }
                    if let Some(on_click) = mark {
                        { " · " }
                        <button type="button" class="cc-link" data-follow={format!("{:016x}", self.hash)} onclick={on_click}>
                            { locale.text(Text::ShowInText) }
                        </button>
                    } else if let Some(address) = self.address.clone() {
                        { " · " }
                        <a class="cc-link" href={address}>{ locale.text(Text::ReadInText) }</a>
                    }
                </p>
            </li>
        }
    }
}
