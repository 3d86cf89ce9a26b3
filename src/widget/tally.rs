//! How many articles have each verdict: a bar for the eye, a list for everyone.

use yew::{Html, html};

use super::icon;
use super::matrix::VERDICTS;
use crate::engine::{ArticleReport, Confidence, Report, Verdict};
use crate::locale::{Locale, Tally};

/// The tally of an answer: a segment of the bar for each article, by verdict, and hollow where the verdict is not sure.
pub(super) fn counts(locale: Locale, report: &Report) -> Html {
    let tally = Tally::of(report);
    let mut articles: Vec<&ArticleReport> = report.articles.iter().collect();
    articles.sort_by_key(|article| {
        let place = VERDICTS.iter().position(|verdict| *verdict == article.verdict);
        (place, article.confidence == Confidence::Possible)
    });
    let segments = articles.into_iter().map(|article| {
        let unsure = article.verdict != Verdict::Omit && article.confidence == Confidence::Possible;
        html! { <span class={yew::classes!(icon::verdict_class(article.verdict), unsure.then_some("cc-unsure"))} /> }
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
