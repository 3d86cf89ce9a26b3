//! Where claims are searched that are not searched on the page's own thread.

use std::rc::Rc;

use yew::Callback;

use crate::engine::Report;

/// Finds the answer to a text and hands it over, sooner or later, or never when another text was asked for meanwhile.
type Find = dyn Fn(&str, Callback<Rc<Report>>);

/// A search elsewhere, such as in a worker: for stories so large that a check would keep the page from doing anything else.
///
/// The widget takes what it shows of the story from its own source, which then needs no wordings.
#[derive(Clone)]
pub struct Search(Rc<Find>);

impl PartialEq for Search {
    fn eq(&self, other: &Search) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Search {
    /// A search by a function, which gets a text and what is to be told of its answer.
    pub fn new(find: impl Fn(&str, Callback<Rc<Report>>) + 'static) -> Search {
        Search(Rc::new(find))
    }

    /// Asks for the answer to a text.
    pub(super) fn find(&self, text: &str, found: Callback<Rc<Report>>) {
        (self.0)(text, found);
    }
}
