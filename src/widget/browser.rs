//! What the widget wants of the page beyond drawing: the focus, listeners, the fragment of the address, the clipboard.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Event, EventTarget, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::{Callback, NodeRef};

use super::share;

/// The document of the page.
pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Moves the focus to an element.
pub(super) fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // Fails only for an element that cannot have the focus, and then there is nothing to do.
        let _ = element.focus();
    }
}

/// Moves the focus to a field and selects all its text.
pub(super) fn select(field: &NodeRef) {
    focus(field);
    if let Some(field) = field.cast::<HtmlTextAreaElement>() {
        field.select();
    }
}

thread_local! {
    /// Whether the program stopped on a fault of its own, after which nothing may run any more.
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// From now on listeners on the page hear nothing: the program has stopped, and cannot take them away.
pub(crate) fn stop_listening() {
    STOPPED.set(true);
}

/// Scrolls as little as brings an element into sight; not at all where it is.
pub(super) fn bring_into_sight(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// A listener on something of the page; it stops listening when it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens in the capturing phase, so that scrolling inside the page is heard as well.
    pub(super) fn on(
        target: EventTarget,
        event: &'static str,
        mut heard: impl FnMut(Event) + 'static,
    ) -> Listener {
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
            if !STOPPED.get() {
                heard(event);
            }
        });
        // Fails only for a target that is none.
        let _ =
            target.add_event_listener_with_callback_and_bool(event, closure.as_ref().unchecked_ref(), true);
        Listener { target, event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            self.closure.as_ref().unchecked_ref(),
            true,
        );
    }
}

/// The claim that the address of the page names, if it names one.
pub(super) fn claim_of_address() -> Option<String> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    let claim = js_sys::decode_uri_component(share::claim_of_fragment(&fragment)?).ok()?;
    Some(String::from(claim))
}

/// The address that restores a claim on this page.
pub(super) fn link(claim: &str) -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let page = address.split('#').next().unwrap_or_default();
    Some([page, &share::fragment(&encoded(claim))].concat())
}

/// Lets the address name a claim, or none, without an entry in the history: the way back stays the reader's own.
pub(super) fn name_in_address(claim: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let address = match claim {
        Some(claim) => share::fragment(&encoded(claim)),
        None => [location.pathname(), location.search()].into_iter().filter_map(Result::ok).collect(),
    };
    // A page without an address of its own, as one in a sandbox, has nothing to restore either.
    let _ = window
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// A text as it may stand in an address.
pub(super) fn encoded(text: &str) -> String {
    String::from(js_sys::encode_uri_component(text))
}

/// Copies a text and says whether the browser let us.
pub(super) fn copy(text: String, done: Callback<bool>) {
    yew::platform::spawn_local(async move { done.emit(copied(&text).await.is_some()) });
}

async fn copied(text: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    // Pages that are not served safely have no clipboard at all.
    Reflect::get(&navigator, &"clipboard".into()).ok().filter(JsValue::is_object)?;
    JsFuture::from(navigator.clipboard().write_text(text)).await.ok().map(|_| ())
}
