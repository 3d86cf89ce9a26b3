//! The page: a heading, a choice of languages, a button that asks, the component, and what it answered last.

use claim_check::{Answered, ClaimCheck, Language, Locale, Remote, View};
use yew::{Callback, Html, function_component, html, use_memo, use_state, use_state_eq};

const CLAIM: &str = "ByteDance ordered 200,000 Huawei chips";

/// The whole application.
#[function_component]
pub(crate) fn App() -> Html {
    let language = use_state_eq(|| Language::English);
    let view = use_state_eq(View::default);
    let heard = use_state(String::new);
    // The hold on the component: one for its whole life.
    let remote = use_memo((), |()| Remote::default());

    let on_answer = {
        let (heard, locale) = (heard.clone(), Locale::new(*language));
        Callback::from(move |answer: Option<Answered>| {
            heard.set(answer.map_or_else(String::new, |answer| locale.summary(&answer.report)));
        })
    };
    let on_view = {
        let view = view.clone();
        Callback::from(move |now| view.set(now))
    };
    let choose = |choice: Language| {
        let language = language.clone();
        move |_| language.set(choice)
    };
    let ask = {
        let remote = remote.clone();
        move |_| remote.ask(CLAIM)
    };

    html! {
        <main>
            <h1>{ "A newspaper" }</h1>
            <p>
                <button onclick={choose(Language::English)}>{ "English" }</button>
                <button onclick={choose(Language::Italian)}>{ "Italiano" }</button>
                <button onclick={ask}>{ "Ask for me" }</button>
            </p>
            <ClaimCheck language={*language} view={*view} remote={(*remote).clone()} {on_answer} {on_view} />
            <output>{ (*heard).clone() }</output>
        </main>
    }
}
