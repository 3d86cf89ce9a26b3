//! The choice between asking and exploring.

use web_sys::KeyboardEvent;
use yew::{Callback, Html, MouseEvent, Properties, function_component, html, use_node_ref};

use super::browser::focus;
use super::state::{Action, View};
use crate::locale::{Locale, Text};

/// Properties of [`Tabs`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TabsProps {
    pub(super) locale: Locale,
    /// Prefix of the ids of this widget.
    pub(super) id: String,
    pub(super) view: View,
    pub(super) on_action: Callback<Action>,
}

/// Two tabs. The arrow keys go from one to the other, Tab goes past the one that is not chosen.
#[function_component]
pub(super) fn Tabs(props: &TabsProps) -> Html {
    let TabsProps { locale, id, view, on_action } = props;
    let (question, overview) = (use_node_ref(), use_node_ref());
    let on_key = {
        let (on_action, view) = (on_action.clone(), *view);
        let (question, overview) = (question.clone(), overview.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match (event.key().as_str(), view) {
                ("Home", _) | ("ArrowLeft" | "ArrowRight", View::Overview) => View::Question,
                ("End", _) | ("ArrowLeft" | "ArrowRight", View::Question) => View::Overview,
                _ => return,
            };
            event.prevent_default();
            on_action.emit(Action::Viewed(next));
            focus(if next == View::Question { &question } else { &overview });
        })
    };
    let tab = |this: View, text: Text, node| {
        let chosen = *view == this;
        html! {
            <button
                ref={node}
                type="button"
                role="tab"
                id={tab_id(id, this)}
                class="cc-tab"
                part={if chosen { "tab tab-chosen" } else { "tab" }}
                aria-selected={chosen.to_string()}
                aria-controls={chosen.then(|| panel_id(id, this))}
                tabindex={if chosen { "0" } else { "-1" }}
                onclick={on_action.reform(move |_: MouseEvent| Action::Viewed(this))}
            >
                { locale.text(text) }
            </button>
        }
    };
    html! {
        <div class="cc-tabs" part="tabs" role="tablist" aria-label={locale.text(Text::Views)} onkeydown={on_key}>
            { tab(View::Question, Text::ViewAsk, question.clone()) }
            { tab(View::Overview, Text::ViewExplore, overview.clone()) }
        </div>
    }
}

/// Id of a tab.
pub(super) fn tab_id(id: &str, view: View) -> String {
    let name = if view == View::Question { "-tab-ask" } else { "-tab-explore" };
    [id, name].concat()
}

/// Id of the panel of a tab.
pub(super) fn panel_id(id: &str, view: View) -> String {
    [&tab_id(id, view), "-panel"].concat()
}
