//! What the widget remembers, as a plain reducer: states and actions are values, nothing here knows the DOM or a clock.
//!
//! A claim is checked apart from the reducer. Every change of the text takes a new ticket, an answer carries the ticket
//! of the text it is for, and an answer to an overtaken text is dropped, wherever and however late it was found.

use std::rc::Rc;

use super::recent::{Recent, Step};
use crate::engine::Report;

/// How long a claim may be, in characters. A sentence or two have 300; far above 1,000 a check is no longer instant.
pub(crate) const LONGEST: usize = 600;

/// How long the reader must pause before a claim is checked, in milliseconds. 0 checks at every key; above 300 the
/// answer seems to lag.
const PAUSE: u32 = 250;

/// What the widget remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    /// The text in the input.
    pub(crate) text: String,
    /// Number of the latest change that wants an answer.
    pub(crate) ticket: u32,
    /// Whether the answer is wanted at once, without the pause.
    pub(crate) urgent: bool,
    /// What is shown below the input.
    pub(crate) answer: Answer,
    /// Whether the answer is to be read out.
    pub(crate) settled: bool,
    /// Whether what was pressed to ask is gone when the answer comes: the focus then needs a new place.
    pub(crate) picked: bool,
    /// What of the widget is shown.
    pub(crate) view: View,
    /// Whether the answer is shown in full. It stays so while the reader edits the claim, until the input is emptied.
    pub(crate) full: bool,
    /// The claim that was last asked for in full, and not emptied since.
    pub(crate) asked: Option<Rc<str>>,
    /// Claims asked before.
    pub(crate) recent: Recent,
    /// Whether the text is as the page set it, not the reader.
    pub(crate) by_page: bool,
    /// Ticket of the last answer.
    pub(crate) answered: u32,
    /// Whether the page has shown an answer that it keeps back until it does.
    pub(crate) revealed: bool,
}

/// What of the widget is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The question and its answer.
    #[default]
    Question,
    /// All claims against all articles.
    Overview,
}

impl View {
    /// A name of its own.
    pub fn name(self) -> &'static str {
        match self {
            View::Question => "question",
            View::Overview => "overview",
        }
    }
}

/// What is shown below the input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Answer {
    /// Nothing was asked.
    #[default]
    Nothing,
    /// The text is too long to be a claim.
    TooLong,
    /// The engine's answer. It may be to an earlier text while the reader types.
    Found(Rc<Report>),
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// The reader changed the text.
    Typed(String),
    /// The reader picked a claim from a list.
    Picked(String),
    /// The page set the claim.
    Set(String),
    /// The page emptied the widget.
    Reset,
    /// The page shows the answer that it kept back.
    Revealed,
    /// The reader wants the answer now.
    Asked,
    /// The reader wants the short answer in full.
    Unfolded,
    /// The reader emptied the input.
    Cleared,
    /// The reader wants a claim of before.
    Stepped(Step),
    /// Claims of earlier visits were found, as [`Recent::written`] has them.
    Recalled(String),
    /// The reader wants the claims of before forgotten.
    Forgotten,
    /// The reader chose a view.
    Viewed(View),
    /// The story was exchanged: what is shown is out of date.
    Reloaded,
    /// An answer was found to the text of a ticket.
    Answered(u32, Rc<Report>),
    /// The answer to the text of a ticket has stood for a while.
    Stood(u32),
}

impl State {
    /// The state after an action.
    pub(crate) fn after(&self, action: Action) -> State {
        match action {
            Action::Typed(text) if text == self.text => self.clone(),
            Action::Typed(text) => {
                State { settled: false, picked: false, by_page: false, ..self.with(text, false) }
            }
            Action::Picked(text) => {
                State { settled: true, picked: true, by_page: false, ..self.with(text, true) }.remembering()
            }
            Action::Set(text) => {
                State { settled: false, picked: false, by_page: true, ..self.with(text, true) }.remembering()
            }
            Action::Asked => {
                State { settled: true, picked: false, by_page: false, ..self.with(self.text.clone(), true) }
                    .remembering()
            }
            // The button that was pressed is gone when the full answer comes.
            Action::Unfolded => State { picked: true, ..self.after(Action::Asked) },
            Action::Cleared => State {
                ticket: self.ticket.wrapping_add(1),
                answered: self.answered,
                recent: self.recent.clone(),
                view: self.view,
                ..State::default()
            },
            Action::Reset => State {
                ticket: self.ticket.wrapping_add(1),
                answered: self.answered,
                view: self.view,
                by_page: true,
                ..State::default()
            },
            Action::Revealed => State { revealed: true, ..self.clone() },
            Action::Stepped(step) => match self.recent.step(&self.text, step) {
                Some(recent) => {
                    let text = recent.current().unwrap_or_default().to_string();
                    let asked =
                        State { settled: true, picked: false, by_page: false, ..self.with(text, true) };
                    let asked = asked.remembering();
                    State { recent, ..asked }
                }
                None => self.clone(),
            },
            Action::Recalled(written) => State { recent: self.recent.after(&written), ..self.clone() },
            Action::Forgotten => State { recent: Recent::default(), ..self.clone() },
            Action::Viewed(view) => State { view, picked: false, ..self.clone() },
            Action::Reloaded => {
                let forgotten =
                    State { answer: Answer::Nothing, settled: false, by_page: true, ..self.clone() };
                forgotten.with(self.text.clone(), true)
            }
            Action::Answered(ticket, report) if ticket == self.ticket && self.wants_answer() => {
                State { answer: Answer::Found(report), answered: ticket, ..self.clone() }
            }
            Action::Stood(ticket) if ticket == self.ticket => State { settled: true, ..self.clone() },
            Action::Answered(..) | Action::Stood(_) => self.clone(),
        }
    }

    /// Whether the text is one that the engine answers.
    pub(crate) fn wants_answer(&self) -> bool {
        !is_blank(&self.text) && !is_too_long(&self.text)
    }

    /// How long the answer waits for the reader to go on typing, in milliseconds; `None` when none is wanted.
    pub(crate) fn pause(&self) -> Option<u32> {
        self.wants_answer().then_some(if self.urgent { 0 } else { PAUSE })
    }

    /// Whether the answer to the text is still to come.
    pub(crate) fn is_searching(&self) -> bool {
        self.wants_answer() && self.answered != self.ticket
    }

    /// The report that is shown.
    pub(crate) fn report(&self) -> Option<&Rc<Report>> {
        match &self.answer {
            Answer::Found(report) => Some(report),
            Answer::Nothing | Answer::TooLong => None,
        }
    }

    /// The state with a text and a new ticket. The last answer stays until the next one comes, so that nothing jumps.
    fn with(&self, text: String, urgent: bool) -> State {
        let answer = if is_blank(&text) {
            Answer::Nothing
        } else if is_too_long(&text) {
            Answer::TooLong
        } else {
            match &self.answer {
                Answer::TooLong => Answer::Nothing,
                answer => answer.clone(),
            }
        };
        let ticket = self.ticket.wrapping_add(1);
        State { text, ticket, urgent, answer, revealed: false, ..self.clone() }
    }

    /// The state with its claim remembered and its answer wanted in full, if there is something to answer.
    fn remembering(self) -> State {
        if !self.wants_answer() {
            return self;
        }
        let claim: Rc<str> = Rc::from(self.text.trim());
        let recent = self.recent.with(Rc::clone(&claim));
        State { view: View::Question, full: true, asked: Some(claim), recent, ..self }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn is_too_long(text: &str) -> bool {
    text.chars().nth(LONGEST).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn report(claim: &str) -> Rc<Report> {
        Rc::new(Report {
            claim: claim.to_owned(),
            language: Language::English,
            truncated: false,
            articles: Vec::new(),
            parts: Vec::new(),
        })
    }

    fn typed(text: &str) -> State {
        State::default().after(Action::Typed(text.to_owned()))
    }

    #[test]
    fn an_overtaken_answer_is_dropped() {
        let first = typed("a claim");
        let second = first.after(Action::Typed("a claim about chips".to_owned()));
        let late = second.after(Action::Answered(first.ticket, report("a claim")));
        assert_eq!(late.answer, Answer::Nothing);
        let right = late.after(Action::Answered(second.ticket, report("a claim about chips")));
        assert_eq!(right.report().map(|r| r.claim.as_str()), Some("a claim about chips"));
        assert!(late.is_searching() && !right.is_searching() && !State::default().is_searching());
    }

    #[test]
    fn the_last_answer_stays_while_the_reader_types() {
        let answered = typed("a claim").after(Action::Answered(1, report("a claim")));
        assert!(answered.after(Action::Typed("a claim ab".to_owned())).report().is_some());
        assert!(answered.after(Action::Typed("  ".to_owned())).report().is_none());
        assert!(answered.after(Action::Cleared).report().is_none());
    }

    #[test]
    fn an_answer_after_clearing_is_dropped() {
        let asked = typed("a claim");
        let cleared = asked.after(Action::Cleared);
        assert_eq!(cleared.after(Action::Answered(asked.ticket, report("a claim"))).answer, Answer::Nothing);
        // Nor does one with the ticket of an empty text stand.
        assert_eq!(cleared.after(Action::Answered(cleared.ticket, report(""))).answer, Answer::Nothing);
    }

    #[test]
    fn typing_waits_and_asking_does_not() {
        assert!(!typed("a claim").urgent);
        let asked = typed("a claim").after(Action::Asked);
        assert!(asked.urgent && asked.settled && asked.ticket == 2);
        let picked = State::default().after(Action::Picked("a claim".to_owned()));
        assert!(picked.urgent && picked.settled && picked.picked);
        assert!(!picked.after(Action::Typed("a claim!".to_owned())).picked);
        assert!(picked.after(Action::Typed("a claim!".to_owned())).after(Action::Unfolded).picked);
        let set = State::default().after(Action::Set("a claim".to_owned()));
        assert!(set.urgent && !set.settled && !set.picked);
    }

    #[test]
    fn no_key_is_held_up_by_a_check_and_only_the_last_one_is_answered() {
        let claim = "ByteDance ordered 200,000 chips";
        let mut states = vec![State::default()];
        for end in 1..=claim.len() {
            let text = claim[..end].to_owned();
            let state = states.last().unwrap().after(Action::Typed(text.clone()));
            assert_eq!((state.text.as_str(), state.pause()), (text.as_str(), Some(PAUSE)));
            states.push(state);
        }
        let (last, overtaken) = states.split_last().unwrap();
        for state in overtaken {
            let late = last.after(Action::Answered(state.ticket, report(&state.text)));
            assert_eq!(&late, last, "what was typed before changes nothing");
        }
        assert!(last.after(Action::Answered(last.ticket, report(claim))).report().is_some());
        assert_eq!(last.after(Action::Asked).pause(), Some(0));
        assert_eq!(State::default().pause(), None);
    }

    #[test]
    fn typing_the_same_text_changes_nothing() {
        let state = typed("a claim");
        assert_eq!(state.after(Action::Typed("a claim".to_owned())), state);
    }

    #[test]
    fn answers_are_read_out_once_they_stand() {
        let state = typed("a claim");
        assert!(state.after(Action::Stood(state.ticket)).settled);
        let typing = state.after(Action::Typed("a claim ab".to_owned()));
        assert!(!typing.after(Action::Stood(state.ticket)).settled);
    }

    #[test]
    fn a_text_too_long_is_refused_and_a_shorter_one_is_not() {
        let long = typed(&"è".repeat(LONGEST + 1));
        assert_eq!(long.answer, Answer::TooLong);
        assert!(!long.wants_answer());
        let shorter = long.after(Action::Typed("è".repeat(LONGEST)));
        assert_eq!(shorter.answer, Answer::Nothing);
        assert!(shorter.wants_answer());
    }

    #[test]
    fn another_story_asks_again() {
        let answered = typed("a claim").after(Action::Answered(1, report("a claim")));
        let reloaded = answered.after(Action::Reloaded);
        assert!(reloaded.ticket == 2 && reloaded.urgent && reloaded.wants_answer());
        assert!(reloaded.report().is_none());
    }

    #[test]
    fn asking_opens_the_full_answer_and_clearing_shuts_it() {
        assert!(!typed("a claim").full);
        let asked = typed(" a claim").after(Action::Asked);
        assert!(asked.full && asked.asked.as_deref() == Some("a claim"));
        assert!(
            asked.after(Action::Typed("a claim ab".to_owned())).full,
            "it stays while the claim is edited"
        );
        let cleared = asked.after(Action::Cleared);
        assert!(!cleared.full && cleared.asked.is_none());
        assert!(!typed("  ").after(Action::Asked).full);
    }

    #[test]
    fn claims_of_before_are_stepped_through() {
        let asked =
            |state: &State, text: &str| state.after(Action::Typed(text.to_owned())).after(Action::Asked);
        let third = asked(&asked(&typed("one").after(Action::Asked), "two"), "three");
        let second = third.after(Action::Stepped(Step::Earlier));
        assert_eq!((second.text.as_str(), second.full, second.urgent), ("two", true, true));
        let first = second.after(Action::Stepped(Step::Earlier));
        assert_eq!(first.text, "one");
        assert_eq!(first.after(Action::Stepped(Step::Earlier)), first);
        assert_eq!(first.after(Action::Stepped(Step::Later)).text, "two");
        let cleared = third.after(Action::Cleared);
        assert_eq!(cleared.after(Action::Stepped(Step::Earlier)).text, "three");
    }

    #[test]
    fn what_the_page_sets_is_told_from_what_the_reader_does() {
        let set = State::default().after(Action::Set("a claim".to_owned()));
        let answered = set.after(Action::Answered(set.ticket, report("a claim")));
        assert!(answered.by_page && answered.answered == set.ticket);
        assert!(!answered.after(Action::Asked).by_page);
        assert!(!answered.after(Action::Typed("a claim ab".to_owned())).by_page);
        let reset = answered.after(Action::Asked).after(Action::Reset);
        assert!(
            reset.by_page && reset.text.is_empty() && reset.recent.is_empty() && reset.report().is_none()
        );
    }

    #[test]
    fn an_answer_that_the_page_shows_is_kept_back_again_for_the_next_claim() {
        let shown = typed("a claim").after(Action::Revealed);
        assert!(shown.revealed);
        assert!(!shown.after(Action::Typed("a claim ab".to_owned())).revealed);
    }

    #[test]
    fn claims_of_earlier_visits_are_stepped_through_until_they_are_forgotten() {
        let asked = typed("two").after(Action::Asked);
        let recalled = asked.after(Action::Recalled("one".to_owned()));
        assert_eq!((recalled.text.as_str(), recalled.ticket), ("two", asked.ticket));
        assert_eq!(recalled.after(Action::Stepped(Step::Earlier)).text, "one");
        let forgotten = recalled.after(Action::Forgotten);
        assert_eq!(forgotten.after(Action::Stepped(Step::Earlier)), forgotten);
        assert_eq!(forgotten.text, "two", "what is asked stays");
    }

    #[test]
    fn a_claim_picked_in_the_overview_is_answered_in_the_other_view() {
        let overview = State::default().after(Action::Viewed(View::Overview));
        assert_eq!(overview.view.name(), "overview");
        let picked = overview.after(Action::Picked("a claim".to_owned()));
        assert!(picked.view == View::Question && picked.full && picked.picked);
    }
}
