//! Mounting the widget into an element of a page, and changing it there.

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::{AppHandle, AttrValue, Renderer};

use super::options::MountOptions;
use super::{failure, stop, story};
use crate::locale::Locale;
use crate::text::Language;
use crate::widget::{ClaimCheck, ClaimCheckProps, Recents, StorySource, Theme};

/// A widget on a page.
#[wasm_bindgen]
pub struct Mounted {
    place: Element,
    props: ClaimCheckProps,
    app: Option<AppHandle<ClaimCheck>>,
}

/// Mounts the widget into the first element that a selector finds, in place of what is in it.
///
/// `options` is a `MountOptions` or nothing. A story that cannot be opened is no failure of mounting: the widget says
/// what is wrong with it.
///
/// # Errors
/// Throws a `ClaimCheckError`: with code `no-such-element` when nothing is found, `bad-options` when the options are
/// not what they should be.
#[wasm_bindgen]
pub fn mount(
    selector: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "MountOptions")] options: JsValue,
) -> Result<Mounted, JsValue> {
    stop::watch();
    let place = place(selector)?;
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
    };
    let props = changed(initial, MountOptions::read(&options)?);
    stop::add(&place, Locale::new(props.language));
    let app = Renderer::<ClaimCheck>::with_root_and_props(place.clone(), props.clone()).render();
    Ok(Mounted { place, props, app: Some(app) })
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
        self.props = changed(self.props.clone(), MountOptions::read(&options)?);
        if let Some(app) = &mut self.app {
            stop::add(&self.place, Locale::new(self.props.language));
            app.update(self.props.clone());
        }
        Ok(())
    }

    /// Takes the widget off the page and leaves its element empty. Doing so again changes nothing.
    pub fn destroy(&mut self) {
        stop::forget(&self.place);
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// The properties after a change.
fn changed(before: ClaimCheckProps, options: MountOptions) -> ClaimCheckProps {
    ClaimCheckProps {
        language: options.locale.map_or(before.language, Locale::language),
        claim: options.claim.map(AttrValue::from).or(before.claim),
        heading: options.heading.map(AttrValue::from).or(before.heading),
        examples: options.examples.map_or(before.examples, Rc::new),
        story: options.story.map_or(before.story, StorySource::Bytes),
        theme: options.theme.unwrap_or(before.theme),
        permalink: options.permalink.unwrap_or(before.permalink),
        structured: options.structured.unwrap_or(before.structured),
        selection: options.selection.map(AttrValue::from).or(before.selection),
        recents: options.recents.unwrap_or(before.recents),
        host: options.host.or(before.host),
    }
}

fn place(selector: &str) -> Result<Element, JsValue> {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten());
    found.and_then(|found| found.dyn_into().ok()).ok_or_else(|| {
        failure::thrown(
            "no-such-element",
            &format!("no element of the page matches \"{selector}\""),
            "pass the selector of an element that is on the page when mount is called",
        )
    })
}
