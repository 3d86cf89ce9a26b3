//! What is shown in place of the widget when its story could not be opened.

use yew::{Html, html};

use crate::engine::EngineError;
use crate::locale::{Locale, Text};

/// Message, remedy and code, for the reader and for who runs the site.
pub(super) fn failure(locale: Locale, error: &EngineError) -> Html {
    html! {
        <div class="cc-failure" role="alert" data-code={error.code()}>
            <p class="cc-failure-title">{ locale.text(Text::FailureTitle) }</p>
            <p lang="en">{ error.to_string() }</p>
            <p>{ locale.text(Text::FailureHint) }{ ": " }<span lang="en">{ error.hint() }</span></p>
            <p class="cc-meta">{ locale.filled(Text::FailureCode, &[("code", error.code())]) }</p>
        </div>
    }
}
