//! Icons: each verdict has a shape of its own, so that it is told without colour. They stand beside words and are
//! hidden from screen readers.

use yew::{Html, html};

use crate::engine::Verdict;

/// The class that colours what belongs to a verdict.
pub(super) fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Support => "cc-support",
        Verdict::Dispute => "cc-dispute",
        Verdict::Both => "cc-both",
        Verdict::Omit => "cc-omit",
    }
}

/// A tick in a disc, a cross in a square, a halved diamond, an empty dashed ring.
pub(super) fn verdict_icon(verdict: Verdict) -> Html {
    let shape = match verdict {
        Verdict::Support => html! {
            <>
                <circle class="cc-icon-fill" cx="8" cy="8" r="7.5" />
                <path class="cc-icon-cut" d="M4.6 8.4l2.3 2.3 4.5-5.2" />
            </>
        },
        Verdict::Dispute => html! {
            <>
                <rect class="cc-icon-fill" x="1" y="1" width="14" height="14" rx="2" />
                <path class="cc-icon-cut" d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" />
            </>
        },
        Verdict::Both => html! {
            <>
                <path class="cc-icon-line" d="M8 1.2L14.8 8 8 14.8 1.2 8z" />
                <path class="cc-icon-fill" d="M8 1.2V14.8L1.2 8z" />
            </>
        },
        Verdict::Omit => html! { <circle class="cc-icon-line cc-icon-dashed" cx="8" cy="8" r="6.6" /> },
    };
    html! { <svg class="cc-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{ shape }</svg> }
}

/// The cross of the button that empties the input.
pub(super) fn cross() -> Html {
    html! {
        <svg class="cc-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path class="cc-icon-line" d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
        </svg>
    }
}

/// A chevron, which the style sheet turns: it points onward, and down when what it stands at is unfolded.
pub(super) fn chevron() -> Html {
    html! {
        <svg class="cc-icon cc-chevron" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path class="cc-icon-line" d="M6 3.5L10.5 8 6 12.5" />
        </svg>
    }
}
