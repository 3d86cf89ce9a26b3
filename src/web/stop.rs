//! What is left when the program stops on a fault of its own: a message on the console and beside every widget.

use std::cell::RefCell;
use std::sync::Once;

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{Element, console};

use crate::locale::{Locale, Text};
use crate::widget::stop_listening;

thread_local! {
    /// The mounted widgets.
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
}

/// Where a widget is mounted.
struct Place {
    element: Element,
    /// The language it speaks.
    locale: Locale,
    /// What the page does instead of our message.
    on_stop: Option<Function>,
}

/// From now on a fault leaves a readable message. What the reader typed stays on the page.
pub(super) fn watch() {
    static WATCHING: Once = Once::new();
    WATCHING.call_once(|| {
        // Through Yew, which would otherwise set its own when the first widget is drawn.
        yew::set_custom_panic_hook(Box::new(|fault| {
            stop_listening();
            let place = fault.location().map(ToString::to_string).unwrap_or_default();
            let cause = fault.payload_as_str().unwrap_or("unknown cause");
            let message = JsValue::from(format!("claim-check stopped at {place}: {cause}"));
            console::error_1(&message);
            PLACES.with(|places| {
                // Already borrowed when the fault is in this very module; then the console has to do.
                if let Ok(places) = places.try_borrow() {
                    places.iter().for_each(|place| match &place.on_stop {
                        Some(on_stop) => drop(on_stop.call1(&JsValue::NULL, &message)),
                        None => note(&place.element, place.locale),
                    });
                }
            });
        }));
    });
}

/// Remembers the place of a widget.
pub(super) fn add(element: &Element, locale: Locale, on_stop: Option<Function>) {
    forget(element);
    PLACES.with_borrow_mut(|places| places.push(Place { element: element.clone(), locale, on_stop }));
}

/// Forgets the place of a widget that was taken down.
pub(super) fn forget(element: &Element) {
    PLACES.with_borrow_mut(|places| places.retain(|place| place.element != *element));
}

/// Puts the message in front of the widget. A page without a document cannot show anything.
fn note(place: &Element, locale: Locale) {
    let Some(note) = place.owner_document().and_then(|document| document.create_element("p").ok()) else {
        return;
    };
    note.set_class_name("cc-crashed");
    note.set_text_content(Some(locale.text(Text::Crashed)));
    if note.set_attribute("role", "alert").is_ok() {
        let _ = place.insert_adjacent_element("beforebegin", &note);
    }
}
