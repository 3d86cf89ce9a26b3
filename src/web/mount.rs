//! Mounting the widget into an element of a page, and changing it there.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;
use yew::{AttrValue, Callback};

use super::options::{MountOptions, view_name};
use super::seat::Seat;
use super::{failed, failure, stop, story, types, write};
use crate::locale::Locale;
use crate::text::Language;
use crate::widget::{
    Answered, ClaimCheckProps, Recents, Remote, Reveal, Search, Theme, View, json_ld, unpack,
};

/// A widget on a page.
#[wasm_bindgen]
pub struct Mounted {
    place: Element,
    props: ClaimCheckProps,
    /// What hears of answers, of views and of the end.
    heard: Heard,
    /// The answer that the page heard of last.
    last: Last,
    seat: Option<Seat>,
}

/// An answer, once there is one.
type Last = Rc<RefCell<Option<Answered>>>;

/// Functions of the page.
#[derive(Clone, Default)]
struct Heard {
    answer: Option<Function>,
    view: Option<Function>,
    stop: Option<Function>,
}

/// Mounts the widget into an element, or the first that a selector finds, in place of what is in it. The element may be
/// in a shadow tree.
///
/// `options` is a `MountOptions` or nothing. A story that cannot be opened is no failure of mounting: the widget says
/// what is wrong with it.
///
/// # Errors
/// Throws a `ClaimCheckError`: with code `no-such-element` when nothing is found, `bad-options` when the options are
/// not what they should be.
#[wasm_bindgen]
pub fn mount(
    #[wasm_bindgen(unchecked_param_type = "string | Element")] place: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "MountOptions")] options: JsValue,
) -> Result<Mounted, JsValue> {
    stop::watch();
    let place = found(place)?;
    let options = MountOptions::read(&options)?;
    let heard = Heard::default().changed(&options);
    let initial = ClaimCheckProps {
        language: Language::English,
        claim: None,
        heading: None,
        examples: Rc::default(),
        story: story(),
        theme: Theme::System,
        permalink: false,
        structured: false,
        selection: None,
        recents: Recents::Visit,
        host: None,
        view: View::default(),
        reveal: Reveal::default(),
        search: None,
        on_answer: Callback::noop(),
        on_view: Callback::noop(),
        remote: Remote::default(),
    };
    let last = Last::default();
    let props = changed(initial, options, &heard, &last);
    stop::add(&place, Locale::new(props.language), heard.stop.clone());
    let seat = Seat::take(&place, props.clone());
    Ok(Mounted { place, props, heard, last, seat })
}

#[wasm_bindgen]
impl Mounted {
    /// Changes options; what is left out stays, and so does what the reader typed.
    ///
    /// # Errors
    /// Throws a `ClaimCheckError` with code `bad-options`; nothing is changed then.
    pub fn update(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "MountOptions")] options: JsValue,
    ) -> Result<(), JsValue> {
        let options = MountOptions::read(&options)?;
        self.heard = self.heard.clone().changed(&options);
        self.props = changed(self.props.clone(), options, &self.heard, &self.last);
        if let Some(seat) = &mut self.seat {
            stop::add(&self.place, Locale::new(self.props.language), self.heard.stop.clone());
            seat.update(self.props.clone());
        }
        Ok(())
    }

    /// Puts a claim in place of what the reader typed, answers it in full, and returns the `Report`, with its texts in the
    /// language of the interface. Not for a widget with the option `search`: for that there are `ask` and `read`.
    ///
    /// # Errors
    /// Throws a `ClaimCheckError` with the code of a story that could not be opened.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(&self, text: &str) -> Result<JsValue, JsValue> {
        let engine = self.props.story.engine().map_err(failed)?;
        self.props.remote.ask(text);
        let report = engine.check(text);
        write(&types::Report::of(&report, engine.story(), Locale::new(self.props.language)))
    }

    /// Puts a claim in place of what the reader typed and has it answered in full.
    pub fn ask(&self, text: &str) {
        self.props.remote.ask(text);
    }

    /// The `Report` of an answer that a `Searcher` packed, with its texts in the language of the interface.
    ///
    /// # Errors
    /// Throws a `ClaimCheckError` with the code of a story that could not be opened, or `failed` when the bytes are no answer.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn read(&self, found: &[u8]) -> Result<JsValue, JsValue> {
        let engine = self.props.story.engine().map_err(failed)?;
        let report = unpack(found).ok_or_else(|| {
            failure::thrown(
                "failed",
                "expected a packed answer, found other bytes",
                "pass what Searcher.search returned",
            )
        })?;
        write(&types::Report::of(&report, engine.story(), Locale::new(self.props.language)))
    }

    /// The claim that `onAnswer` heard of last as schema.org's `Claim`, in JSON-LD: for a page that puts it where machines
    /// find it, which is not in a shadow tree. Nothing while there is no answer.
    #[wasm_bindgen(js_name = structuredData)]
    pub fn structured_data(&self) -> Option<String> {
        let last = self.last.borrow();
        let Answered { report, engine, .. } = last.as_ref()?;
        Some(json_ld(Locale::new(self.props.language), report, engine.story()))
    }

    /// Empties the widget: no claim, no answer, no claims of before.
    pub fn reset(&self) {
        self.props.remote.reset();
    }

    /// Shows the answer that `reveal: "manual"` keeps back, until the claim changes.
    #[wasm_bindgen(js_name = showAnswer)]
    pub fn show_answer(&self) {
        self.props.remote.show();
    }

    /// What is in the story of the widget.
    ///
    /// # Errors
    /// Throws a `ClaimCheckError` with the code of a story that could not be opened.
    #[wasm_bindgen(js_name = storyInfo, unchecked_return_type = "StoryInfo")]
    pub fn story_info(&self) -> Result<JsValue, JsValue> {
        write(&types::StoryInfo::of(self.props.story.engine().map_err(failed)?.story()))
    }

    /// Takes the widget off the page and leaves its element empty. Doing so again changes nothing.
    pub fn destroy(&mut self) {
        stop::forget(&self.place);
        if let Some(seat) = self.seat.take() {
            seat.leave();
        }
    }
}

impl Heard {
    /// The functions after a change.
    fn changed(self, options: &MountOptions) -> Heard {
        Heard {
            answer: options.on_answer.clone().or(self.answer),
            view: options.on_view.clone().or(self.view),
            stop: options.on_stop.clone().or(self.stop),
        }
    }

    /// Tells the page of answers, in a language. What the page's function throws is its own affair.
    fn on_answer(&self, locale: Locale, last: &Last) -> Callback<Option<Answered>> {
        let (function, last) = (self.answer.clone(), Rc::clone(last));
        Callback::from(move |answered: Option<Answered>| {
            last.replace(answered.clone());
            let Some(function) = &function else { return };
            let how = Object::new();
            let report = answered.map_or(Ok(JsValue::NULL), |answered| {
                for (key, value) in [("full", answered.full), ("byPage", answered.by_page)] {
                    // Cannot fail: the object was just made and is not frozen.
                    let _ = Reflect::set(&how, &key.into(), &value.into());
                }
                write(&types::Report::of(&answered.report, answered.engine.story(), locale))
            });
            if let Ok(report) = report {
                let _ = function.call2(&JsValue::NULL, &report, &how);
            }
        })
    }

    fn on_view(&self) -> Callback<View> {
        let Some(function) = self.view.clone() else { return Callback::noop() };
        Callback::from(move |view| drop(function.call1(&JsValue::NULL, &view_name(view).into())))
    }
}

/// The properties after a change.
fn changed(before: ClaimCheckProps, options: MountOptions, heard: &Heard, last: &Last) -> ClaimCheckProps {
    let language = options.locale.map_or(before.language, Locale::language);
    ClaimCheckProps {
        language,
        claim: options.claim.map(AttrValue::from).or(before.claim),
        heading: options.heading.map(AttrValue::from).or(before.heading),
        examples: options.examples.map_or(before.examples, Rc::new),
        story: options.story.unwrap_or(before.story),
        theme: options.theme.unwrap_or(before.theme),
        permalink: options.permalink.unwrap_or(before.permalink),
        structured: options.structured.unwrap_or(before.structured),
        selection: options.selection.map_or(before.selection, |selector| selector.map(AttrValue::from)),
        host: options.host.unwrap_or(before.host),
        view: options.view.unwrap_or(before.view),
        reveal: options.reveal.unwrap_or(before.reveal),
        recents: options.recents.unwrap_or(before.recents),
        search: options.search.map_or(before.search, |function| function.map(search)),
        on_answer: heard.on_answer(Locale::new(language), last),
        on_view: heard.on_view(),
        remote: before.remote,
    }
}

/// A search by a function of the page, which promises a packed answer, or `null` when another text was asked for meanwhile.
fn search(function: Function) -> Search {
    Search::new(move |text, found| {
        let Some(promised) = function
            .call1(&JsValue::NULL, &text.into())
            .ok()
            .and_then(|value| value.dyn_into::<Promise>().ok())
        else {
            return;
        };
        spawn_local(async move {
            // What goes wrong in a search is told to the page by the search itself.
            let bytes =
                JsFuture::from(promised).await.ok().and_then(|value| value.dyn_into::<Uint8Array>().ok());
            if let Some(report) = bytes.and_then(|bytes| unpack(&bytes.to_vec())) {
                found.emit(Rc::new(report));
            }
        });
    })
}

fn found(place: &JsValue) -> Result<Element, JsValue> {
    if let Some(element) = place.dyn_ref::<Element>() {
        return Ok(element.clone());
    }
    let selector = &place.as_string().unwrap_or_default();
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten());
    found.and_then(|found| found.dyn_into().ok()).ok_or_else(|| {
        failure::thrown(
            "no-such-element",
            &format!("no element of the page matches \"{selector}\""),
            "pass an element, or the selector of one that is on the page when mount is called",
        )
    })
}
