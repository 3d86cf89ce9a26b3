//! A hold on a widget from outside: what a page may do to it besides changing its properties, and what it hears of it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use super::state::Action;
use crate::engine::{Engine, Report};

/// A hold on a widget, for the page around it. Pass it as the property `remote` and keep a clone.
///
/// What is asked of it before the widget is drawn is done once it is.
#[derive(Clone, Default)]
pub struct Remote(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    on_action: Option<Callback<Action>>,
    waiting: Vec<Action>,
}

/// An answer, as the page hears of it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The answer.
    pub report: Rc<Report>,
    /// The engine that gave it, with its story.
    pub engine: Rc<Engine>,
    /// Whether it was asked for, not only found while the reader types.
    pub full: bool,
    /// Whether the claim is as the page set it, not the reader.
    pub by_page: bool,
}

impl PartialEq for Remote {
    fn eq(&self, other: &Remote) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Remote {
    /// Puts a claim in place of what the reader typed and answers it in full.
    pub fn ask(&self, claim: &str) {
        self.act(Action::Set(claim.to_owned()));
    }

    /// Empties the widget: no claim, no answer, no claims of before.
    pub fn reset(&self) {
        self.act(Action::Reset);
    }

    /// Shows the answer that [`Reveal::Manual`](super::Reveal::Manual) keeps back, until the claim changes.
    pub fn show(&self) {
        self.act(Action::Revealed);
    }

    /// From now on the widget does what is asked.
    pub(super) fn hold(&self, on_action: Callback<Action>) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        self.0.borrow_mut().on_action = Some(on_action.clone());
        waiting.into_iter().for_each(|action| on_action.emit(action));
    }

    /// The widget is gone, or is about to be drawn anew.
    pub(super) fn release(&self) {
        self.0.borrow_mut().on_action = None;
    }

    fn act(&self, action: Action) {
        let on_action = self.0.borrow().on_action.clone();
        match on_action {
            Some(on_action) => on_action.emit(action),
            None => self.0.borrow_mut().waiting.push(action),
        }
    }
}
