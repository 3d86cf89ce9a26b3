//! The filters of the overview: what stands out, one article, one stance, one topic.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, MouseEvent, Properties, TargetCast, function_component, html};

use super::explore::ExploreAction;
use super::matrix::{Filter, Show, VERDICTS};
use crate::engine::Engine;
use crate::locale::{Locale, Text};

/// Properties of [`Filters`].
#[derive(Clone, Properties)]
pub(super) struct FiltersProps {
    pub(super) locale: Locale,
    /// Prefix of the ids of this widget.
    pub(super) id: String,
    pub(super) engine: Rc<Engine>,
    pub(super) filter: Filter,
    pub(super) on_explore: Callback<ExploreAction>,
}

impl PartialEq for FiltersProps {
    fn eq(&self, other: &FiltersProps) -> bool {
        self.locale == other.locale && self.filter == other.filter && Rc::ptr_eq(&self.engine, &other.engine)
    }
}

/// The filters: buttons for what stands out, each with its number, and three lists.
#[function_component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { locale, id, engine, filter, on_explore } = props;
    let (locale, filter, language, story) = (*locale, *filter, locale.language(), engine.story());
    let chip = |show: Show, text: Text| {
        let shown = Filter { show, ..filter };
        let engine = engine.clone();
        let on_click = on_explore.reform(move |_: MouseEvent| ExploreAction::filtered(shown, engine.story()));
        let name = match show {
            Show::All => "all",
            Show::OnlyOne => "only-one",
            Show::Contradicted => "contradicted",
        };
        html! {
            <button
                type="button"
                class="cc-chip"
                data-show={name}
                aria-pressed={(filter.show == show).to_string()}
                onclick={on_click}
            >
                { locale.text(text) }{ " " }<strong>{ locale.digits(shown.claims(story).count()) }</strong>
            </button>
        }
    };
    let articles = story.articles.iter().map(|article| article.label.text(language).to_owned()).collect();
    let stances = VERDICTS.iter().map(|verdict| locale.verdict(*verdict).to_owned()).collect();
    let topics = story.topics.iter().map(|topic| topic.label.text(language).to_owned()).collect();
    let stance = filter.stance.and_then(|stance| VERDICTS.iter().position(|known| *known == stance));
    html! {
        <div class="cc-filters" role="group" aria-label={locale.text(Text::Filters)}>
            <div class="cc-chips">
                { chip(Show::All, Text::ShowAll) }
                { chip(Show::OnlyOne, Text::ShowOnlyOne) }
                { chip(Show::Contradicted, Text::ShowContradicted) }
            </div>
            <div class="cc-choices">
                { choice(props, "article", [Text::FilterArticle, Text::AnyArticle], articles, filter.article,
                    |filter, article| Filter { article, ..filter }) }
                { choice(props, "stance", [Text::FilterStance, Text::AnyStance], stances, stance,
                    |filter, at| Filter { stance: at.and_then(|at| VERDICTS.get(at).copied()), ..filter }) }
                { choice(props, "topic", [Text::FilterTopic, Text::AnyTopic], topics, filter.topic,
                    |filter, topic| Filter { topic, ..filter }) }
                <button
                    type="button"
                    class="cc-quiet cc-reset"
                    id={[id, "-reset"].concat()}
                    aria-disabled={(filter == Filter::default()).to_string()}
                    onclick={
                        let engine = engine.clone();
                        on_explore.reform(move |_: MouseEvent| {
                            ExploreAction::filtered(Filter::default(), engine.story())
                        })
                    }
                >
                    { locale.text(Text::ResetFilters) }
                </button>
            </div>
        </div>
    }
}

/// A labelled list of choices, the first of which is none of them.
fn choice(
    props: &FiltersProps,
    name: &'static str,
    [label, any]: [Text; 2],
    options: Vec<String>,
    chosen: Option<usize>,
    set: fn(Filter, Option<usize>) -> Filter,
) -> Html {
    let FiltersProps { locale, id, engine, filter, on_explore } = props;
    let id = [id.as_str(), "-filter-", name].concat();
    let on_change = {
        let (engine, filter) = (engine.clone(), *filter);
        on_explore.reform(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
            let chosen = value.and_then(|value| value.parse().ok());
            ExploreAction::filtered(set(filter, chosen), engine.story())
        })
    };
    html! {
        <div class="cc-choice">
            <label class="cc-label" for={id.clone()}>{ locale.text(label) }</label>
            <select {id} class="cc-select" data-filter={name} onchange={on_change}>
                <option value="" selected={chosen.is_none()}>{ locale.text(any) }</option>
                { for options.into_iter().enumerate().map(|(at, text)| html! {
                    <option value={at.to_string()} selected={chosen == Some(at)}>{ text }</option>
                }) }
            </select>
        </div>
    }
}
