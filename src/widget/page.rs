//! What a page says of itself when it takes the widget in: its colours, and the article that it is.

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
