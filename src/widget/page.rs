//! What a page says when it takes the widget in: its colours, the article that it is, and when answers show.

use yew::AttrValue;

/// Colours of the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it, or as `color-scheme` of the page says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The article of the story that the host page is. Evidence in it then leads to the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostArticle {
    /// Key of the article.
    pub article: AttrValue,
    /// Selector of the element that holds its text.
    pub within: AttrValue,
}

/// When the full answer shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reveal {
    /// As soon as there is one, while the reader types.
    Auto,
    /// A short one while the reader types, the full one once it is asked for.
    #[default]
    Interaction,
    /// None before the page says so by [`Remote::show`](super::Remote::show).
    Manual,
}

impl Theme {
    /// Its name in markup and options.
    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with a name.
    pub fn from_name(name: &str) -> Option<Theme> {
        [Theme::System, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
    }
}

impl Reveal {
    /// Its name in markup and options.
    pub fn name(self) -> &'static str {
        match self {
            Reveal::Auto => "auto",
            Reveal::Interaction => "interaction",
            Reveal::Manual => "manual",
        }
    }

    /// The one with a name.
    pub fn from_name(name: &str) -> Option<Reveal> {
        [Reveal::Auto, Reveal::Interaction, Reveal::Manual].into_iter().find(|reveal| reveal.name() == name)
    }
}
