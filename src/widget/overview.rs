//! The overview: all claims of the story against its articles, to look around without a question.

use std::rc::Rc;

use yew::{Callback, Html, Properties, function_component, html};

use super::explore::{Explore, ExploreAction};
use super::filters::Filters;
use super::grid::grid;
use super::proof::Follow;
use super::state::Action;
use super::tally::legend;
use crate::engine::Engine;
use crate::locale::{Locale, Text};

/// Properties of [`Overview`].
#[derive(Clone, Properties)]
pub(super) struct OverviewProps {
    pub(super) locale: Locale,
    /// Prefix of the ids of this widget.
    pub(super) id: String,
    pub(super) engine: Rc<Engine>,
    pub(super) explore: Explore,
    pub(super) follow: Option<Follow>,
    pub(super) on_explore: Callback<ExploreAction>,
    pub(super) on_action: Callback<Action>,
}

impl PartialEq for OverviewProps {
    fn eq(&self, other: &OverviewProps) -> bool {
        // Hundreds of cells are drawn again only when something of them is another.
        self.locale == other.locale
            && self.explore == other.explore
            && self.follow == other.follow
            && Rc::ptr_eq(&self.engine, &other.engine)
    }
}

/// The overview with its filters.
#[function_component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let OverviewProps { locale, engine, explore, on_explore, id, .. } = props;
    let (locale, story) = (*locale, engine.story());
    let (claims, articles) = (locale.digits(story.claims.len()), locale.digits(story.articles.len()));
    let count = explore.filter.claims(story).count();
    let (found, total) = (locale.digits(count), claims.clone());
    html! {
        <div class="cc-overview">
            <h3 class="cc-hidden">{ locale.text(Text::ViewExplore) }</h3>
            <p class="cc-invitation">
                { locale.filled(Text::OverviewIntro, &[("claims", &claims), ("articles", &articles)]) }
            </p>
            <Filters
                {locale}
                id={id.clone()}
                engine={engine.clone()}
                filter={explore.filter}
                on_explore={on_explore.clone()}
            />
            <div class="cc-found">
                <p role="status">{ locale.filled(Text::Found, &[("count", &found), ("total", &total)]) }</p>
                { legend(locale) }
            </div>
            if count == 0 {
                <p class="cc-silent">{ locale.text(Text::NoneFound) }</p>
            } else {
                { grid(props) }
            }
        </div>
    }
}
