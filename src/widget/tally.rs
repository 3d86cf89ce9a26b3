//! How many articles have each verdict: a bar for the eye, a list for everyone.

use yew::{Html, html};

use super::icon;
use super::matrix::VERDICTS;
use crate::engine::Verdict;
use crate::locale::{Locale, Tally};

/// The tally of an answer.
pub(super) fn counts(locale: Locale, tally: Tally) -> Html {
    let segments = VERDICTS.into_iter().flat_map(|verdict| {
        (0..tally.count(verdict)).map(move |_| html! { <span class={icon::verdict_class(verdict)} /> })
    });
    let count = |verdict: Verdict| {
        let count = tally.count(verdict);
        let class =
            yew::classes!("cc-count", icon::verdict_class(verdict), (count == 0).then_some("cc-none"));
        html! {
            <li {class}>
                { icon::verdict_icon(verdict) }
                { locale.verdict(verdict) }{ " " }<strong>{ count.to_string() }</strong>
            </li>
        }
    };
    html! {
        <div class="cc-tally">
            <div class="cc-bar" aria-hidden="true">{ for segments }</div>
            <ul class="cc-counts">{ for VERDICTS.into_iter().map(count) }</ul>
        </div>
    }
}

/// What the icons mean, for the overview; its cells say it in words to those who don't see them.
pub(super) fn legend(locale: Locale) -> Html {
    html! {
        <ul class="cc-legend" aria-hidden="true">
            { for VERDICTS.into_iter().map(|verdict| html! {
                <li class={icon::verdict_class(verdict)}>
                    { icon::verdict_icon(verdict) }
                    { locale.verdict(verdict) }
                </li>
            }) }
        </ul>
    }
}
