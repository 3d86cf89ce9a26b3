//! A page with one widget, and what a reader does with it.

use claim_check::{ClaimCheck, ClaimCheckProps, Language, Recents, Remote, Reveal, StorySource, Theme, View};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent,
    InputEventInit, KeyboardEvent, KeyboardEventInit,
};
use yew::{AppHandle, Callback, Renderer};

/// How often and how long, in milliseconds, a test looks again before it gives up: two busy cores are slow.
const LOOKS: u32 = 3000;
const BETWEEN: u32 = 10;

/// The document of the test page.
pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An empty element in the page.
pub fn place(id: &str) -> Element {
    let place = document().create_element("div").unwrap();
    place.set_id(id);
    document().body().unwrap().append_child(&place).unwrap();
    place
}

/// Properties of a widget with the embedded story.
pub fn props(language: Language) -> ClaimCheckProps {
    ClaimCheckProps {
        language,
        claim: None,
        heading: None,
        examples: Default::default(),
        story: StorySource::Embedded,
        theme: Theme::System,
        permalink: false,
        structured: false,
        selection: None,
        host: None,
        view: View::Question,
        reveal: Reveal::Interaction,
        recents: Recents::Visit,
        search: None,
        on_answer: Callback::noop(),
        on_view: Callback::noop(),
        remote: Remote::default(),
    }
}

/// A widget on the page; taken down when dropped.
pub struct Page {
    root: Element,
    app: Option<AppHandle<ClaimCheck>>,
}

impl Page {
    /// A page with a widget, once it is drawn.
    pub async fn open(props: ClaimCheckProps) -> Page {
        let root = place("");
        let app = Renderer::<ClaimCheck>::with_root_and_props(root.clone(), props).render();
        let page = Page { root, app: Some(app) };
        page.until("the widget is drawn", |page| page.has(".claim-check > *")).await;
        page
    }

    /// Changes the properties.
    pub fn update(&mut self, props: ClaimCheckProps) {
        self.app.as_mut().unwrap().update(props);
    }

    /// Waits until something holds.
    pub async fn until(&self, what: &str, holds: impl Fn(&Page) -> bool) {
        for _ in 0..LOOKS {
            if holds(self) {
                return;
            }
            TimeoutFuture::new(BETWEEN).await;
        }
        panic!("waited in vain until {what}; the page: {}", self.root.inner_html());
    }

    /// All elements that a selector finds in the widget.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.item(at)).map(|node| node.unchecked_into()).collect()
    }

    /// Whether a selector finds something.
    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    /// The text of the only element that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.root.inner_html());
        found[0].text_content().unwrap_or_default()
    }

    /// The input.
    pub fn input(&self) -> HtmlTextAreaElement {
        self.root.query_selector("textarea").unwrap().unwrap().unchecked_into()
    }

    /// Whether an element has the focus.
    pub fn is_focused(&self, selector: &str) -> bool {
        document().active_element() == self.root.query_selector(selector).unwrap()
    }

    /// Types a text in place of what is there.
    pub fn write(&self, text: &str) {
        let input = self.input();
        input.set_value(text);
        let init = InputEventInit::new();
        init.set_bubbles(true);
        input.dispatch_event(&InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    }

    /// Presses a key in the input.
    pub fn press(&self, key: &str) {
        self.press_at("textarea", key, false);
    }

    /// Presses a key at the first element that a selector finds, with or without Alt.
    pub fn press_at(&self, selector: &str, key: &str, alt: bool) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        init.set_alt_key(alt);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.root.query_selector(selector).unwrap().unwrap().dispatch_event(&event).unwrap();
    }

    /// Chooses a value of a list.
    pub fn choose(&self, selector: &str, value: &str) {
        let select: HtmlSelectElement = self.root.query_selector(selector).unwrap().unwrap().unchecked_into();
        select.set_value(value);
        let init = EventInit::new();
        init.set_bubbles(true);
        select.dispatch_event(&Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
    }

    /// An attribute of the first element that a selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.root.query_selector(selector).unwrap().unwrap().get_attribute(name)
    }

    /// Clicks the first element that a selector finds.
    pub fn click(&self, selector: &str) {
        self.root.query_selector(selector).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    }

    /// Types a claim, presses Enter and waits for its answer.
    pub async fn ask(&self, claim: &str) {
        self.write(claim);
        self.press("Enter");
        self.until("the answer is there", |page| page.has(".cc-summary")).await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}
