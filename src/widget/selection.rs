//! "Check this" beside what the reader selects on the host page, where the page wants it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, EventTarget, HtmlElement, KeyboardEvent};
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, function_component, html, use_effect_with,
    use_mut_ref, use_node_ref, use_state_eq,
};

use super::browser::{Listener, document, focus};
use super::state::{Action, LONGEST};
use crate::locale::{Locale, Text};

/// How long a selection must stand, in milliseconds. Much lower and the button flickers along while one selects.
const STANDS: u32 = 250;
/// The shortest text that is offered for checking, in characters: a claim needs a few words.
const SHORTEST: usize = 12;
/// Gap between selection, button and edge of the window, in pixels.
const GAP: f64 = 8.0;

/// Properties of [`Selection`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SelectionProps {
    pub(super) locale: Locale,
    /// Selector of what text may be checked.
    pub(super) within: AttrValue,
    pub(super) on_action: Callback<Action>,
}

/// The button beside the selection. Tab reaches it, Escape puts it away; it takes no focus by itself.
#[function_component]
pub(super) fn Selection(props: &SelectionProps) -> Html {
    let SelectionProps { locale, within, on_action } = props;
    let chosen = use_state_eq(|| None::<AttrValue>);
    // The selection that the reader has checked or sent away. It still stands, and browsers tell of it again when an input
    // changes; the button must not come back for it.
    let done = use_mut_ref(|| None::<AttrValue>);
    let (popover, button) = (use_node_ref(), use_node_ref());
    use_effect_with(within.clone(), {
        let (chosen, done) = (chosen.setter(), done.clone());
        move |within| {
            let (within, timer) = (within.clone(), Rc::new(RefCell::new(None)));
            let listener = document().map(|document| {
                Listener::on(document.into(), "selectionchange", move |_| {
                    let (chosen, done, within) = (chosen.clone(), done.clone(), within.clone());
                    let wait = Timeout::new(STANDS, move || {
                        let found = selected(&within);
                        if found.is_none() || found != *done.borrow() {
                            done.replace(None);
                            chosen.set(found);
                        }
                    });
                    // Dropping the one before calls it off.
                    *timer.borrow_mut() = Some(wait);
                })
            });
            move || drop(listener)
        }
    });
    use_effect_with((*chosen).clone(), {
        let (popover, button, setter) = (popover.clone(), button.clone(), chosen.setter());
        let done = done.clone();
        move |chosen| {
            let chosen = chosen.clone();
            let mut listeners = Vec::new();
            if let Some((document, popover)) =
                chosen.as_ref().and(document()).zip(popover.cast::<HtmlElement>())
            {
                // Without the top layer of newer browsers it stands where its style has it.
                let _ = popover.show_popover();
                put(&popover);
                // Once: a reader who goes on from the button must not be brought back to it.
                let mut reached = false;
                let keys = move |event: web_sys::Event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    match event.key().as_str() {
                        "Escape" => {
                            done.replace(chosen.clone());
                            setter.set(None);
                        }
                        "Tab" if !reached && !event.shift_key() => {
                            reached = true;
                            event.prevent_default();
                            focus(&button);
                        }
                        _ => {}
                    }
                };
                listeners.push(Listener::on(document.clone().into(), "keydown", keys));
                for event in ["scroll", "resize"] {
                    let popover = popover.clone();
                    let target = web_sys::window().map_or_else(|| document.clone().into(), EventTarget::from);
                    listeners.push(Listener::on(target, event, move |_| put(&popover)));
                }
            }
            move || drop(listeners)
        }
    });
    let Some(text) = (*chosen).clone() else { return html! {} };
    let on_click = {
        let setter = chosen.setter();
        on_action.reform(move |_: MouseEvent| {
            done.replace(Some(text.clone()));
            setter.set(None);
            Action::Picked(text.to_string())
        })
    };
    html! {
        <div ref={popover} class="cc-popover" popover="manual" data-selection="" onmousedown={|event: MouseEvent| event.prevent_default()}>
            <button ref={button} type="button" class="cc-button" onclick={on_click}>{ locale.text(Text::CheckThis) }</button>
            <span class="cc-hidden" aria-live="polite">{ locale.text(Text::SelectionHint) }</span>
        </div>
    }
}

/// What is selected, if it may be checked: long enough, short enough, and inside what the page names.
fn selected(within: &str) -> Option<AttrValue> {
    let selection = document()?.get_selection().ok()??;
    // What is selected inside a shadow tree, of this widget or another's, looks like nothing from here.
    if selection.is_collapsed() {
        return None;
    }
    let text = String::from(selection.to_string());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    let node = selection.get_range_at(0).ok()?.common_ancestor_container().ok()?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let inside = element.closest(within).ok()?.is_some() && element.closest(".claim-check").ok()?.is_none();
    (inside && (SHORTEST..=LONGEST).contains(&length)).then(|| AttrValue::from(text))
}

/// Puts the button below the selection, or above it where there is no room below, and never outside the window.
fn put(popover: &HtmlElement) {
    let Some((rect, width, height)) = places() else { return };
    let own = popover.get_bounding_client_rect();
    let below = rect.bottom() + GAP;
    let top = if below + own.height() + GAP > height { rect.top() - own.height() - GAP } else { below };
    let left = rect.left().min(width - own.width() - GAP).max(GAP);
    // Set through the object model: a strict content security policy blocks style attributes, not this.
    for (name, value) in [("top", top.max(GAP)), ("left", left)] {
        let _ = popover.style().set_property(name, &[&value.round().to_string(), "px"].concat());
    }
}

/// Where the selection stands, and width and height of the window.
fn places() -> Option<(DomRect, f64, f64)> {
    let window = web_sys::window()?;
    let rect = window.get_selection().ok()??.get_range_at(0).ok()?.get_bounding_client_rect();
    Some((rect, window.inner_width().ok()?.as_f64()?, window.inner_height().ok()?.as_f64()?))
}
