//! The component: binds the reducer to timers and the engine, and draws what the state says.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{
    AttrValue, Callback, Html, Properties, Reducible, function_component, html, use_callback,
    use_effect_with, use_memo, use_mut_ref, use_node_ref, use_reducer, use_state_eq,
};

use super::answer::FullAnswer;
use super::browser::{Listener, bring_into_sight, claim_of_address, focus, name_in_address};
use super::compact::compact;
use super::explore::{Explore, ExploreAction};
use super::failure::failure;
use super::highlight;
use super::keeping::{Recents, forget, use_keeping};
use super::overview::Overview;
use super::page::{HostArticle, Reveal, Theme};
use super::proof::Follow;
use super::question::{Question, examples, suggested};
use super::remote::{Answered, Remote};
use super::search::Search;
use super::selection::Selection;
use super::source::StorySource;
use super::state::{Action, Answer, LONGEST, State, View};
use super::tabs::{Tabs, panel_id, tab_id};
use crate::engine::Engine;
use crate::locale::{Locale, Text};
use crate::story::Localised;
use crate::text::Language;

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
    /// Heading in place of the widget's own, which is for screen readers only; an empty one leaves it out.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// Claims to try. When there are none, some of the story's own are offered.
    #[prop_or_default]
    pub examples: Rc<Vec<Localised>>,
    /// The story.
    #[prop_or_default]
    pub story: StorySource,
    /// Colours: those of the reader's system, or always light or dark.
    #[prop_or_default]
    pub theme: Theme,
    /// Whether the fragment of the page's address names the claim that was asked, so that it can be shared. Not for a page
    /// that uses the fragment itself.
    #[prop_or_default]
    pub permalink: bool,
    /// Whether the claim that was asked is put into the page as structured data, a schema.org `Claim`.
    #[prop_or_default]
    pub structured: bool,
    /// Selector of the host page's text that the reader may select and check; none leaves selections alone.
    #[prop_or_default]
    pub selection: Option<AttrValue>,
    /// Whether the reader can go back to the claims asked: not at all, during this visit, or from visit to visit.
    #[prop_or_default]
    pub recents: Recents,
    /// The article that the host page is, if it is one of the story: its key, and a selector of where its text stands.
    #[prop_or_default]
    pub host: Option<HostArticle>,
    /// What is shown: the question or the overview. Another one turns the widget to it.
    #[prop_or_default]
    pub view: View,
    /// When the full answer shows.
    #[prop_or_default]
    pub reveal: Reveal,
    /// Searches elsewhere, such as in a worker; then the story needs no wordings.
    #[prop_or_default]
    pub search: Option<Search>,
    /// Hears of every answer that comes, and of nothing when there is none any more.
    #[prop_or_default]
    pub on_answer: Callback<Option<Answered>>,
    /// Hears what is shown from now on, whoever changed it.
    #[prop_or_default]
    pub on_view: Callback<View>,
    /// The hold that the page has on the widget.
    #[prop_or_default]
    pub remote: Remote,
}

impl Reducible for Explore {
    type Action = ExploreAction;

    fn reduce(self: Rc<Explore>, action: ExploreAction) -> Rc<Explore> {
        Rc::new(self.after(action))
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        Rc::new(self.after(action))
    }
}

/// The widget: type a claim, see for every article of the story whether it supports, disputes or omits it, and why.
///
/// It brings no styles; `www/claim-check/*.css` has them, all under classes that start with `cc-`.
#[function_component]
pub fn ClaimCheck(props: &ClaimCheckProps) -> Html {
    let locale = Locale::new(props.language);
    let engine = use_memo(props.story.clone(), StorySource::engine);
    html! {
        <section class="claim-check" part="widget" lang={locale.tag()} dir={locale.direction()} data-theme={props.theme.name()}>
            {
                match &*engine {
                    Ok(engine) => html! {
                        <Opened {locale} engine={engine.clone()} page={props.clone()} />
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
    /// What the page wants.
    page: ClaimCheckProps,
}

impl PartialEq for OpenedProps {
    fn eq(&self, other: &OpenedProps) -> bool {
        self.locale == other.locale && Rc::ptr_eq(&self.engine, &other.engine) && self.page == other.page
    }
}

/// The widget with a story that could be opened.
#[function_component]
fn Opened(props: &OpenedProps) -> Html {
    let OpenedProps { locale, engine, page } = props;
    let ClaimCheckProps { claim, heading, examples: given, permalink, selection, recents, host, .. } = page;
    let (locale, permalink, recents, reveal) = (*locale, *permalink, *recents, page.reveal);
    let state = use_reducer(|| State { view: page.view, ..State::default() });
    let explore = use_reducer(Explore::default);
    let notice = use_state_eq(|| None::<Text>);
    let summary = use_node_ref();
    let id = use_memo((), |()| fresh_id());
    let on_action =
        use_callback((state.dispatcher(), recents), |action: Action, (state, recents)| match action {
            Action::Stepped(_) if *recents == Recents::Off => {}
            action => state.dispatch(action),
        });
    use_effect_with((page.remote.clone(), on_action.clone()), |(remote, on_action)| {
        remote.hold(on_action.clone());
        let remote = remote.clone();
        move || remote.release()
    });
    use_effect_with(page.view, {
        let on_action = on_action.clone();
        move |view| on_action.emit(Action::Viewed(*view))
    });
    use_effect_with(state.view, {
        let on_view = page.on_view.clone();
        move |view| on_view.emit(*view)
    });
    use_effect_with((state.answered, state.report().is_some()), {
        let (on_answer, engine, state) = (page.on_answer.clone(), engine.clone(), state.clone());
        move |_| {
            on_answer.emit(state.report().map(|report| Answered {
                report: report.clone(),
                engine,
                full: state.full,
                by_page: state.by_page,
            }));
        }
    });
    use_effect_with(claim.clone(), {
        let on_action = on_action.clone();
        move |claim| {
            if let Some(claim) = claim {
                on_action.emit(Action::Set(claim.to_string()));
            }
        }
    });
    let on_explore =
        use_callback(explore.dispatcher(), |action: ExploreAction, explore| explore.dispatch(action));
    let on_notice = use_callback(notice.setter(), |text: Text, notice| notice.set(Some(text)));
    use_keeping(recents, &engine.story().id, &state, &on_action);
    let on_forget = (recents == Recents::Keep).then(|| {
        let (story, on_action) = (engine.story().id.clone(), on_action.clone());
        Callback::from(move |()| {
            forget(&story);
            on_action.emit(Action::Forgotten);
        })
    });
    // The claim in the address of the page, now and whenever the reader follows such an address. Goes before what the page
    // gives, as it is what somebody wanted to show.
    use_effect_with(permalink, {
        let on_action = on_action.clone();
        move |permalink| {
            let restore = move || {
                if let Some(claim) = claim_of_address() {
                    on_action.emit(Action::Set(claim));
                }
            };
            let listener = web_sys::window().filter(|_| *permalink).map(|window| {
                restore();
                Listener::on(window.into(), "hashchange", move |_| restore())
            });
            move || drop(listener)
        }
    });
    // The address follows what is asked; what it named at first is left alone until something is.
    let named = use_mut_ref(|| false);
    use_effect_with((permalink, state.asked.clone()), move |(permalink, asked)| {
        if *permalink && (asked.is_some() || named.replace(false)) {
            name_in_address(asked.as_deref());
            *named.borrow_mut() = asked.is_some();
        }
    });
    use_effect_with(Address(engine.clone()), {
        let (on_action, explore) = (on_action.clone(), explore.dispatcher());
        move |Address(engine)| {
            on_action.emit(Action::Reloaded);
            explore.dispatch(ExploreAction::filtered(Default::default(), engine.story()));
        }
    });
    // A notice is about what is shown; it goes when that does.
    use_effect_with((state.ticket, state.view), {
        let notice = notice.setter();
        move |_| notice.set(None)
    });
    let follow = host.as_ref().map(|host| Follow {
        article: host.article.clone(),
        mark: Callback::from({
            let (within, notice) = (host.within.clone(), notice.setter());
            move |hash| notice.set(highlight::mark(&within, hash).is_none().then_some(Text::NotInText))
        }),
    });
    let follow = (*use_memo(host.clone(), |_| follow)).clone();
    // Finds the answer, after a pause when the reader types. A later change drops the timer, and with it the question.
    use_effect_with(state.ticket, {
        let (state, engine, on_action) = (state.clone(), engine.clone(), on_action.clone());
        let search = page.search.clone();
        move |ticket| {
            let (ticket, text) = (*ticket, state.text.clone());
            let found = on_action.reform(move |report| Action::Answered(ticket, report));
            let answer = move || match search {
                Some(search) => search.find(&text, found),
                None => found.emit(Rc::new(engine.check(&text))),
            };
            let timer = match state.pause() {
                None => None,
                Some(0) => {
                    answer();
                    None
                }
                Some(pause) => Some(Timeout::new(pause, answer)),
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
    // What was picked is gone from under the focus; who asked with Enter goes on typing, but wants to see the answer, which a
    // phone may not have room for.
    use_effect_with(state.report().map(Rc::as_ptr), {
        let (summary, picked, asked) = (summary.clone(), state.picked, state.urgent && state.settled);
        move |report| match report {
            Some(_) if picked => focus(&summary),
            Some(_) if asked => bring_into_sight(&summary),
            _ => {}
        }
    });
    let claims = use_memo((given.clone(), Address(engine.clone())), |(given, engine)| {
        if given.is_empty() { suggested(&engine.0) } else { given.to_vec() }
    });
    // The widget's own heading is for those who go from heading to heading; its tabs say as much to the eye.
    let heading = match heading.as_deref() {
        None => html! {
            <slot name="heading"><h2 class="cc-hidden">{ locale.text(Text::Heading) }</h2></slot>
        },
        Some("") => html! {},
        Some(heading) => html! { <h2 class="cc-heading">{ heading.to_owned() }</h2> },
    };
    let overview = html! {
        <Overview
            {locale}
            id={(*id).clone()}
            engine={engine.clone()}
            explore={(*explore).clone()}
            follow={follow.clone()}
            {on_explore}
            on_action={on_action.clone()}
        />
    };
    // Here an answer is there before anything is drawn; elsewhere it may take a while.
    let searching = page.search.is_some() && state.is_searching();
    let kept_back = reveal == Reveal::Manual && !state.revealed;
    // In a shadow tree the page may put its own in the place of a slot; elsewhere a slot is as if it were not there.
    let invitation = html! {
        <slot name="empty" key="nothing"><p class="cc-invitation">{ locale.text(Text::Invitation) }</p></slot>
    };
    let body = match &state.answer {
        Answer::Nothing => invitation,
        Answer::Found(_) if kept_back => invitation,
        Answer::TooLong => html! {
            <p class="cc-caution" key="long">{ locale.filled(Text::TooLong, &[("limit", &LONGEST.to_string())]) }</p>
        },
        Answer::Found(report) if state.full || reveal != Reveal::Interaction => html! {
            <FullAnswer
                key="found"
                {locale}
                engine={engine.clone()}
                report={report.clone()}
                summary={summary.clone()}
                {follow}
                {permalink}
                structured={page.structured}
                on_action={on_action.clone()}
                {on_notice}
            />
        },
        Answer::Found(report) => compact(locale, engine, report, &on_action),
    };
    let view = match state.view {
        View::Question => html! {
            <>
                <Question
                    {locale}
                    id={(*id).clone()}
                    text={state.text.clone()}
                    recent={if recents == Recents::Off { Default::default() } else { state.recent.clone() }}
                    {on_forget}
                    on_action={on_action.clone()}
                />
                <section
                    class="cc-answer"
                    part="answer"
                    aria-label={locale.text(Text::Answer)}
                    aria-busy={searching.then_some("true")}
                >
                    { body }
                    { examples(locale, &claims, &state, &on_action) }
                </section>
            </>
        },
        View::Overview => overview,
    };
    html! {
        <>
            { heading }
            <Tabs {locale} id={(*id).clone()} view={state.view} on_action={on_action.clone()} />
            <div
                key={state.view.name()}
                class="cc-panel"
                part="panel"
                role="tabpanel"
                id={panel_id(&id, state.view)}
                aria-labelledby={tab_id(&id, state.view)}
            >
                { view }
            </div>
            <p class="cc-hidden" role="status">
                {
                    match (searching, kept_back) {
                        (true, _) if state.urgent => locale.text(Text::Searching).to_owned(),
                        (true, _) | (_, true) => String::new(),
                        _ => spoken(locale, &state),
                    }
                }
            </p>
            <p class="cc-notice" aria-live="polite">{ notice.map(|text| locale.text(text)) }</p>
            if let Some(within) = selection.clone() {
                <Selection {locale} {within} on_action={on_action.clone()} />
            }
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
