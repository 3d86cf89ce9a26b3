//! The buttons that let a reader take an answer away.

use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, function_component, html, use_effect_with,
    use_node_ref, use_state_eq,
};

use super::browser::{copy, encoded, link, select};
use super::share;
use crate::engine::{Engine, Report};
use crate::locale::{Locale, Text};

/// Properties of [`Sharing`].
#[derive(Clone, Properties)]
pub(super) struct SharingProps {
    pub(super) locale: Locale,
    pub(super) engine: Rc<Engine>,
    pub(super) report: Rc<Report>,
    /// Whether the address of this page restores a claim.
    pub(super) permalink: bool,
    /// Says something short to the reader.
    pub(super) on_notice: Callback<Text>,
}

impl PartialEq for SharingProps {
    fn eq(&self, other: &SharingProps) -> bool {
        self.locale == other.locale
            && self.permalink == other.permalink
            && Rc::ptr_eq(&self.report, &other.report)
            && Rc::ptr_eq(&self.engine, &other.engine)
    }
}

/// Copy link, copy as text, copy as Markdown, download. What cannot be copied is shown to be copied by hand.
#[function_component]
pub(super) fn Sharing(props: &SharingProps) -> Html {
    let SharingProps { locale, engine, report, permalink, on_notice } = props;
    let (locale, story) = (*locale, engine.story());
    let by_hand = use_state_eq(|| None::<AttrValue>);
    // The focus goes to what is to be copied, all of it selected; its label says why.
    let field = use_node_ref();
    use_effect_with((*by_hand).clone(), {
        let field = field.clone();
        move |text| {
            if text.is_some() {
                select(&field);
            }
        }
    });
    let address = if *permalink { link(report.claim.trim()) } else { None };
    let button = |name: &'static str, label: Text, text: String| {
        let (by_hand, on_notice) = (by_hand.setter(), on_notice.clone());
        let on_click = Callback::from(move |_: MouseEvent| {
            let (by_hand, on_notice, kept) = (by_hand.clone(), on_notice.clone(), text.clone());
            let done = move |copied: bool| {
                by_hand.set((!copied).then(|| AttrValue::from(kept.clone())));
                if copied {
                    on_notice.emit(Text::Copied);
                }
            };
            copy(text.clone(), Callback::from(done));
        });
        html! { <button type="button" class="cc-quiet" data-share={name} onclick={on_click}>{ locale.text(label) }</button> }
    };
    let data =
        ["data:application/json;charset=utf-8,", &encoded(&share::data(locale, report, story))].concat();
    html! {
        <div class="cc-sharing" role="group" aria-label={locale.text(Text::Share)}>
            if let Some(address) = address.clone() {
                { button("link", Text::CopyLink, address) }
            }
            { button("text", Text::CopyText, share::plain(locale, report, story, address.as_deref())) }
            { button("markdown", Text::CopyMarkdown, share::markdown(locale, report, story, address.as_deref())) }
            <a class="cc-quiet" data-share="json" download="claim-check.json" href={data}>{ locale.text(Text::DownloadJson) }</a>
            if let Some(text) = (*by_hand).clone() {
                <label class="cc-by-hand">
                    { locale.text(Text::CopyByHand) }
                    <textarea ref={field} class="cc-input" readonly=true rows="6" value={text} />
                </label>
            }
        </div>
    }
}
