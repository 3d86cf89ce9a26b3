//! Roots of Yew, used again and again.
//!
//! Yew never takes its listeners off the element that an application is rendered into, so each root that is given up would
//! leave some memory behind. A seat is such an element with its application; it is empty until a widget takes it, and
//! waits for the next one when that is gone.

use std::cell::RefCell;

use web_sys::Element;
use yew::{AppHandle, Html, Properties, Renderer, function_component, html};

use crate::widget::{ClaimCheck, ClaimCheckProps};

thread_local! {
    /// The seats that nobody sits on: as many as there were widgets at once.
    static FREE: RefCell<Vec<Seat>> = const { RefCell::new(Vec::new()) };
}

/// Properties of [`Sitting`].
#[derive(Clone, Default, PartialEq, Properties)]
struct SittingProps {
    /// Counts who sat here, so that nobody finds what the one before left.
    #[prop_or_default]
    turn: u32,
    #[prop_or_default]
    widget: Option<ClaimCheckProps>,
}

/// A widget, or nothing.
#[function_component]
fn Sitting(props: &SittingProps) -> Html {
    match props.widget.clone() {
        Some(widget) => html! { <ClaimCheck key={u64::from(props.turn)} ..widget /> },
        None => html! {},
    }
}

/// An element in which Yew draws a widget.
pub(super) struct Seat {
    turn: u32,
    element: Element,
    app: AppHandle<Sitting>,
}

impl Seat {
    /// Draws a widget into a place, in place of what is in it.
    pub(super) fn take(place: &Element, widget: ClaimCheckProps) -> Option<Seat> {
        let free = FREE.with_borrow_mut(Vec::pop);
        let mut seat = match free {
            Some(seat) => seat,
            None => {
                let element = place.owner_document()?.create_element("div").ok()?;
                let app = Renderer::<Sitting>::with_root(element.clone()).render();
                Seat { turn: 0, element, app }
            }
        };
        place.set_text_content(None);
        place.append_child(&seat.element).ok()?;
        seat.turn = seat.turn.wrapping_add(1);
        seat.update(widget);
        Some(seat)
    }

    /// Draws the widget with other properties.
    pub(super) fn update(&mut self, widget: ClaimCheckProps) {
        self.app.update(SittingProps { turn: self.turn, widget: Some(widget) });
    }

    /// Takes the widget down with all it remembers.
    pub(super) fn leave(mut self) {
        self.app.update(SittingProps { turn: self.turn, widget: None });
        self.element.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}
