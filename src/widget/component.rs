//! The component: binds the reducer to timers and the engine, and draws what the state says.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{
    AttrValue, Html, Properties, Reducible, function_component, html, use_callback, use_effect_with,
    use_memo, use_node_ref, use_reducer,
};

use super::answer::FullAnswer;
use super::failure::failure;
use super::question::{Question, examples, focus, suggested};
use super::source::StorySource;
use super::state::{Action, Answer, LONGEST, State};
use crate::engine::Engine;
use crate::locale::{Locale, Text};
use crate::story::Localised;
use crate::text::Language;

/// How long the reader must pause before a claim is checked, in milliseconds. 0 checks at every key; above 300 the
/// answer seems to lag.
const PAUSE: u32 = 150;
/// How long an answer must stand before it is read out to those who don't see it, in milliseconds. Much below 1,000 a
/// screen reader talks into the typing.
const SETTLED: u32 = 1_000;

/// Properties of [`ClaimCheck`]. Every change is honoured at run time; what the reader typed stays.
#[derive(Clone, PartialEq, Properties)]
pub struct ClaimCheckProps {
    /// Language of the interface. Claims are answered in either language whatever this is.
    pub language: Language,
    /// A claim to check from the start; another one replaces what the reader typed.
    #[prop_or_default]
    pub claim: Option<AttrValue>,
    /// Heading in place of the widget's own; an empty one leaves it out.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// Claims to try. When there are none, some of the story's own are offered.
    #[prop_or_default]
    pub examples: Rc<Vec<Localised>>,
    /// The story.
    #[prop_or_default]
    pub story: StorySource,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        Rc::new(self.after(action))
    }
}

/// The widget: type a claim, see for every article of the story whether it supports, disputes or omits it, and why.
///
/// It brings no styles; `www/claim-check.css` has them, all under classes that start with `cc-`.
#[function_component]
pub fn ClaimCheck(props: &ClaimCheckProps) -> Html {
    let locale = Locale::new(props.language);
    let engine = use_memo(props.story.clone(), StorySource::engine);
    html! {
        <section class="claim-check" lang={locale.tag()}>
            {
                match &*engine {
                    Ok(engine) => html! {
                        <Opened
                            {locale}
                            engine={engine.clone()}
                            claim={props.claim.clone()}
                            heading={props.heading.clone()}
                            examples={props.examples.clone()}
                        />
                    },
                    Err(error) => failure(locale, error),
                }
            }
        </section>
    }
}

/// Properties of [`Opened`].
#[derive(Clone, Properties)]
struct OpenedProps {
    locale: Locale,
    engine: Rc<Engine>,
    claim: Option<AttrValue>,
    heading: Option<AttrValue>,
    examples: Rc<Vec<Localised>>,
}

impl PartialEq for OpenedProps {
    fn eq(&self, other: &OpenedProps) -> bool {
        self.locale == other.locale
            && Rc::ptr_eq(&self.engine, &other.engine)
            && self.claim == other.claim
            && self.heading == other.heading
            && self.examples == other.examples
    }
}

/// The widget with a story that could be opened.
#[function_component]
fn Opened(props: &OpenedProps) -> Html {
    let OpenedProps { locale, engine, claim, heading, examples: given } = props;
    let locale = *locale;
    let state = use_reducer(State::default);
    let summary = use_node_ref();
    let id = use_memo((), |()| fresh_id());
    let on_action = use_callback(state.dispatcher(), |action: Action, state| state.dispatch(action));
    use_effect_with(claim.clone(), {
        let on_action = on_action.clone();
        move |claim| {
            if let Some(claim) = claim {
                on_action.emit(Action::Set(claim.to_string()));
            }
        }
    });
    use_effect_with(Address(engine.clone()), {
        let on_action = on_action.clone();
        move |_| on_action.emit(Action::Reloaded)
    });
    // Finds the answer, after a pause when the reader types. A later change drops the timer, and with it the question.
    use_effect_with(state.ticket, {
        let (state, engine, on_action) = (state.clone(), engine.clone(), on_action.clone());
        move |ticket| {
            let (ticket, text) = (*ticket, state.text.clone());
            let answer = move || on_action.emit(Action::Answered(ticket, Rc::new(engine.check(&text))));
            let timer = match (state.wants_answer(), state.urgent) {
                (false, _) => None,
                (true, true) => {
                    answer();
                    None
                }
                (true, false) => Some(Timeout::new(PAUSE, answer)),
            };
            move || drop(timer)
        }
    });
    use_effect_with((state.ticket, state.settled), {
        let on_action = on_action.clone();
        let waits = state.wants_answer() && !state.settled;
        move |(ticket, _)| {
            let ticket = *ticket;
            let timer = waits.then(|| Timeout::new(SETTLED, move || on_action.emit(Action::Stood(ticket))));
            move || drop(timer)
        }
    });
    use_effect_with((state.picked, state.report().map(Rc::as_ptr)), {
        let summary = summary.clone();
        move |(picked, report)| {
            if *picked && report.is_some() {
                focus(&summary);
            }
        }
    });
    let claims = use_memo((given.clone(), Address(engine.clone())), |(given, engine)| {
        if given.is_empty() { suggested(&engine.0) } else { given.to_vec() }
    });
    let heading = heading.clone().unwrap_or_else(|| AttrValue::Static(locale.text(Text::Heading)));
    let body = match &state.answer {
        Answer::Nothing => {
            html! { <p class="cc-invitation" key="nothing">{ locale.text(Text::Invitation) }</p> }
        }
        Answer::TooLong => html! {
            <p class="cc-caution" key="long">{ locale.filled(Text::TooLong, &[("limit", &LONGEST.to_string())]) }</p>
        },
        Answer::Found(report) => html! {
            <FullAnswer
                key="found"
                {locale}
                engine={engine.clone()}
                report={report.clone()}
                summary={summary.clone()}
                on_action={on_action.clone()}
            />
        },
    };
    html! {
        <>
            if !heading.is_empty() {
                <h2 class="cc-heading">{ heading }</h2>
            }
            <Question {locale} id={(*id).clone()} text={state.text.clone()} on_action={on_action.clone()} />
            <section class="cc-answer" aria-label={locale.text(Text::Answer)}>
                { body }
                { examples(locale, &claims, &state, &on_action) }
            </section>
            <p class="cc-hidden" role="status" aria-live="polite">{ spoken(locale, &state) }</p>
        </>
    }
}

/// An engine that is equal only to itself, as what an effect depends on.
#[derive(Clone)]
struct Address(Rc<Engine>);

impl PartialEq for Address {
    fn eq(&self, other: &Address) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a screen reader says once the answer stands: the summary, not the rows.
fn spoken(locale: Locale, state: &State) -> String {
    match &state.answer {
        Answer::Nothing => String::new(),
        Answer::TooLong => locale.filled(Text::TooLong, &[("limit", &LONGEST.to_string())]),
        Answer::Found(report) if state.settled => {
            let mut text = locale.summary(report);
            if let Some(caution) = locale.caution(report) {
                text.push(' ');
                text.push_str(caution);
            }
            text
        }
        Answer::Found(_) => String::new(),
    }
}

/// An id that no other widget of the page has.
fn fresh_id() -> String {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(1) };
    }
    let number = NEXT.with(|next| next.replace(next.get().wrapping_add(1)));
    format!("claim-check-{number}")
}
