//! The input and the claims to try.

use web_sys::{HtmlTextAreaElement, KeyboardEvent, SubmitEvent};
use yew::{Callback, Html, InputEvent, MouseEvent, Properties, TargetCast, function_component, html};

use super::browser::focus;
use super::icon;
use super::matrix::telling;
use super::recent::{Recent, Step};
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
    /// Claims asked before.
    pub(super) recent: Recent,
    /// Forgets them, where they are kept beyond the visit.
    pub(super) on_forget: Option<Callback<()>>,
    pub(super) on_action: Callback<Action>,
}

/// The input with its label, the buttons and a line on what it does.
#[function_component]
pub(super) fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { locale, id, text, recent, on_forget, on_action } = props;
    let input = yew::use_node_ref();
    let on_input = on_action.reform(|event: InputEvent| {
        Action::Typed(
            event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default(),
        )
    });
    let on_key = {
        let on_action = on_action.clone();
        Callback::from(move |event: KeyboardEvent| {
            let action = match event.key().as_str() {
                // Enter that ends a composition (a dead key, a candidate list) is not a question yet.
                "Enter" if !event.shift_key() && !event.is_composing() => Action::Asked,
                "ArrowUp" if event.alt_key() => Action::Stepped(Step::Earlier),
                "ArrowDown" if event.alt_key() => Action::Stepped(Step::Later),
                _ => return,
            };
            event.prevent_default();
            on_action.emit(action);
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
    let on_forget = on_forget.clone().map(|on_forget| {
        let input = input.clone();
        // The button goes with what it forgets, so the focus goes where the next claim is typed.
        Callback::from(move |_: MouseEvent| {
            on_forget.emit(());
            focus(&input);
        })
    });
    let hinted = if on_forget.is_some() { Text::ClaimHintKept } else { Text::ClaimHint };
    let (claim, hint) = (format!("{id}-claim"), format!("{id}-hint"));
    html! {
        <form class="cc-question" part="question" onsubmit={on_submit}>
            <label class="cc-label" for={claim.clone()}>{ locale.text(Text::ClaimLabel) }</label>
            <div class="cc-field">
                <textarea
                    ref={input}
                    id={claim}
                    class="cc-input"
                    part="input"
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
                    part="clear-button"
                    aria-label={locale.text(Text::Clear)}
                    title={locale.text(Text::Clear)}
                    disabled={text.is_empty()}
                    onclick={on_clear}
                >
                    { icon::cross() }
                </button>
            </div>
            <div class="cc-actions">
                <p class="cc-hint" id={hint}>{ locale.text(hinted) }</p>
                if !recent.is_empty() {
                    <div class="cc-steps">
                        if let Some(on_forget) = on_forget {
                            <button type="button" class="cc-quiet" data-forget="" onclick={on_forget}>
                                { locale.text(Text::Forget) }
                            </button>
                        }
                        { step(*locale, text, recent, Step::Earlier, on_action) }
                        { step(*locale, text, recent, Step::Later, on_action) }
                    </div>
                }
                <button type="submit" class="cc-button" part="check-button">{ locale.text(Text::Check) }</button>
            </div>
        </form>
    }
}

/// The button to the claim before or after. It stays there where there is none, so that it keeps the focus.
fn step(locale: Locale, text: &str, recent: &Recent, step: Step, on_action: &Callback<Action>) -> Html {
    let (label, name, key) = match step {
        Step::Earlier => (Text::Earlier, "earlier", "Alt+ArrowUp"),
        Step::Later => (Text::Later, "later", "Alt+ArrowDown"),
    };
    html! {
        <button
            type="button"
            class={yew::classes!("cc-step", ["cc-step-", name].concat())}
            data-step={name}
            aria-label={locale.text(label)}
            title={[locale.text(label), " (", key, ")"].concat()}
            aria-keyshortcuts={key}
            aria-disabled={recent.step(text, step).is_none().to_string()}
            onclick={on_action.reform(move |_: MouseEvent| Action::Stepped(step))}
        >
            { icon::chevron() }
        </button>
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
        html! { <li><button type="button" class="cc-example" part="example" onclick={on_click}>{ text }</button></li> }
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

/// Claims of the story itself that show what there is in it, for a page that gives no examples.
pub(super) fn suggested(engine: &Engine) -> Vec<Localised> {
    telling(engine.story(), SUGGESTED).into_iter().map(|claim| claim.text.clone()).collect()
}
