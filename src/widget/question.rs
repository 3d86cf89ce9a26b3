//! The input and the claims to try.

use web_sys::{HtmlTextAreaElement, KeyboardEvent, SubmitEvent};
use yew::{
    Callback, Html, InputEvent, MouseEvent, NodeRef, Properties, TargetCast, function_component, html,
};

use super::icon;
use super::state::{Action, State};
use crate::engine::Engine;
use crate::locale::{Locale, Text};
use crate::story::Localised;

/// How many claims of a story are suggested when the page gives none.
const SUGGESTED: usize = 6;

/// Properties of [`Question`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct QuestionProps {
    pub(super) locale: Locale,
    /// Prefix of the ids of this widget.
    pub(super) id: String,
    pub(super) text: String,
    pub(super) on_action: Callback<Action>,
}

/// The input with its label, the buttons and a line on what it does.
#[function_component]
pub(super) fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { locale, id, text, on_action } = props;
    let input = yew::use_node_ref();
    let on_input = on_action.reform(|event: InputEvent| {
        Action::Typed(
            event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default(),
        )
    });
    let on_key = {
        let on_action = on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Enter that ends a composition (a dead key, a candidate list) is not a question yet.
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                on_action.emit(Action::Asked);
            }
        })
    };
    let on_submit = on_action.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Asked
    });
    let on_clear = {
        let (on_action, input) = (on_action.clone(), input.clone());
        Callback::from(move |_: MouseEvent| {
            on_action.emit(Action::Cleared);
            focus(&input);
        })
    };
    let (claim, hint) = (format!("{id}-claim"), format!("{id}-hint"));
    html! {
        <form class="cc-question" onsubmit={on_submit}>
            <label class="cc-label" for={claim.clone()}>{ locale.text(Text::ClaimLabel) }</label>
            <div class="cc-field">
                <textarea
                    ref={input}
                    id={claim}
                    class="cc-input"
                    rows="2"
                    autocomplete="off"
                    enterkeyhint="go"
                    aria-describedby={hint.clone()}
                    value={text.clone()}
                    oninput={on_input}
                    onkeydown={on_key}
                />
                <button
                    type="button"
                    class="cc-clear"
                    aria-label={locale.text(Text::Clear)}
                    title={locale.text(Text::Clear)}
                    disabled={text.is_empty()}
                    onclick={on_clear}
                >
                    { icon::cross() }
                </button>
            </div>
            <div class="cc-actions">
                <p class="cc-hint" id={hint}>{ locale.text(Text::ClaimHint) }</p>
                <button type="submit" class="cc-button">{ locale.text(Text::Check) }</button>
            </div>
        </form>
    }
}

/// Claims to try: a list before a question is asked, folded away below an answer.
pub(super) fn examples(
    locale: Locale,
    claims: &[Localised],
    state: &State,
    on_action: &Callback<Action>,
) -> Html {
    if claims.is_empty() {
        return html! {};
    }
    let language = locale.language();
    let button = |claim: &Localised| {
        let text = claim.text(language).to_owned();
        let picked = text.clone();
        let on_click = on_action.reform(move |_: MouseEvent| Action::Picked(picked.clone()));
        html! { <li><button type="button" class="cc-example" onclick={on_click}>{ text }</button></li> }
    };
    let list = html! { <ul class="cc-examples">{ for claims.iter().map(button) }</ul> };
    if state.report().is_some() {
        html! {
            <details class="cc-more" key="more">
                <summary>{ locale.text(Text::MoreExamples) }</summary>
                { list }
            </details>
        }
    } else {
        html! {
            <section class="cc-try" key="try">
                <h3 class="cc-subheading">{ locale.text(Text::Examples) }</h3>
                { list }
            </section>
        }
    }
}

/// Claims of the story itself, one of each topic, for a page that gives no examples.
pub(super) fn suggested(engine: &Engine) -> Vec<Localised> {
    let story = engine.story();
    let first = |topic: usize| story.claims.iter().find(|claim| usize::from(claim.topic) == topic);
    (0..story.topics.len()).filter_map(first).take(SUGGESTED).map(|claim| claim.text.clone()).collect()
}

/// Moves the focus to an element.
pub(super) fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<web_sys::HtmlElement>() {
        // Fails only for an element that cannot have the focus, and then there is nothing to do.
        let _ = element.focus();
    }
}
