//! The answer while the reader types: one sentence, the tally, and the verdict of each article.

use yew::{Callback, Html, MouseEvent, html};

use super::article::{badge, name};
use super::state::Action;
use super::tally::counts;
use crate::engine::{Engine, Report, Verdict};
use crate::locale::{Locale, Tally, Text};

/// The compact answer.
pub(super) fn compact(
    locale: Locale,
    engine: &Engine,
    report: &Report,
    on_action: &Callback<Action>,
) -> Html {
    let tally = Tally::of(report);
    let articles = &engine.story().articles;
    let silent = tally.omit == tally.total() && tally.partly == 0;
    let row = |(at, article): (usize, &crate::engine::ArticleReport)| {
        html! {
            <li data-article={article.id.clone()}>
                { badge(locale, article.verdict, article.confidence) }
                <span class="cc-strip-name">{ name(locale, article, articles.get(at)) }</span>
            </li>
        }
    };
    html! {
        <div class="cc-compact" key="compact">
            <h3 class="cc-summary">{ locale.summary(report) }</h3>
            { counts(locale, report) }
            if !silent {
                <ul class="cc-strip">{ for report.articles.iter().enumerate().map(row) }</ul>
            }
            <button type="button" class="cc-quiet cc-show-full" onclick={on_action.reform(|_: MouseEvent| Action::Unfolded)}>
                { locale.text(Text::ShowFull) }
                <kbd aria-hidden="true">{ "↵" }</kbd>
            </button>
            if report.articles.iter().any(|article| article.verdict != Verdict::Omit) {
                if let Some(caution) = locale.caution(report) {
                    <p class="cc-caution">{ caution }</p>
                }
            }
        </div>
    }
}
