//! One row of the answer: what one article does with the claim, where, and why.

use yew::{Html, html};

use super::icon;
use super::outline::{Side, side};
use super::proof::{Follow, Proof};
use crate::engine::{ArticleReport, Confidence, Report, Verdict};
use crate::locale::{Counted, Locale, Piece, Sentence, Text, covers_part};
use crate::story::{Article, Story};
use crate::text::Language;

/// How many places of a side are shown; the others are folded away.
const SHOWN: usize = 1;

/// The row of the article at an index.
pub(super) fn row(
    locale: Locale,
    report: &Report,
    at: usize,
    article: &ArticleReport,
    story: &Story,
    follow: Option<&Follow>,
) -> Html {
    let (verdict, source) = (article.verdict, story.articles.get(at));
    // An article that omits the whole may still have evidence on a part.
    let partly = verdict == Verdict::Omit && covers_part(report, at);
    let silent = article.evidence.is_empty();
    let class =
        yew::classes!("cc-article", icon::verdict_class(verdict), silent.then_some("cc-article-silent"));
    html! {
        <li {class} key={article.id.clone()} data-article={article.id.clone()}>
            <div class="cc-article-title" part="article-title">
                <h4 class="cc-article-name">{ name(locale, article, source) }</h4>
                if let Some(source) = source {
                    <p class="cc-meta">{ origin(locale, source) }</p>
                }
            </div>
            <div class="cc-verdict">
                { badge(locale, verdict, article.confidence) }
                if verdict != Verdict::Omit {
                    <p class="cc-meta">{ locale.confidence(article.confidence) }</p>
                } else if partly {
                    <p class="cc-meta">{ locale.text(Text::OmitsPartly) }</p>
                }
                if report.parts.len() > 1 && (verdict != Verdict::Omit || partly) {
                    { parts(locale, report, at) }
                }
            </div>
            <div class="cc-sides">
                { for [Verdict::Support, Verdict::Dispute].map(|stance| {
                    let Side { reasons, evidence } = side(locale, &report.claim, article, stance);
                    let items = evidence.into_iter().map(|found| {
                        Proof::of_report(locale, found, story, at).item(locale, &article.id, follow)
                    });
                    let before = html! { <>{ for reasons.iter().map(sentence) }</> };
                    side_of(locale, stance, before, items.collect())
                }) }
            </div>
        </li>
    }
}

/// What an article does with each part of a claim.
fn parts(locale: Locale, report: &Report, at: usize) -> Html {
    let part = |(number, verdict): (usize, Verdict)| {
        let number = (number + 1).to_string();
        html! {
            <li class={icon::verdict_class(verdict)}>
                { icon::verdict_icon(verdict) }
                <span>
                    { locale.filled(Text::PartOfRow, &[("number", &number)]) }{ ": " }{ locale.verdict(verdict) }
                </span>
            </li>
        }
    };
    let verdicts = report.parts.iter().map(|part| part.verdicts.get(at).copied().unwrap_or(Verdict::Omit));
    html! { <ul class="cc-row-parts">{ for verdicts.enumerate().map(part) }</ul> }
}

/// A verdict as icon and word: full when it is sure, with a broken outline when it is not.
pub(super) fn badge(locale: Locale, verdict: Verdict, confidence: Confidence) -> Html {
    let sure = match (verdict, confidence) {
        (Verdict::Omit, _) => None,
        (_, Confidence::Firm) => Some("cc-firm"),
        (_, Confidence::Possible) => Some("cc-unsure"),
    };
    html! {
        <span part="verdict" class={yew::classes!("cc-badge", icon::verdict_class(verdict), sure)}>
            { icon::verdict_icon(verdict) }
            { locale.verdict(verdict) }
        </span>
    }
}

/// What an article is called.
pub(super) fn name(locale: Locale, article: &ArticleReport, source: Option<&Article>) -> String {
    source.map_or_else(|| article.id.clone(), |source| source.label.text(locale.language()).to_owned())
}

/// Publisher, date and language of an article, as far as they are known.
pub(super) fn origin(locale: Locale, source: &Article) -> String {
    let language = locale.text(match source.language {
        Language::English => Text::InEnglish,
        Language::Italian => Text::InItalian,
    });
    let date = source.date.as_deref().map(|date| locale.iso_date(date));
    let parts = [source.publisher.clone(), date, Some(language.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A side with its title, what goes before its places, and its places, of which all but the first are folded away. An empty
/// side says so.
pub(super) fn side_of(locale: Locale, stance: Verdict, before: Html, mut items: Vec<Html>) -> Html {
    let title = if stance == Verdict::Dispute { Text::SideAgainst } else { Text::SideFor };
    if items.is_empty() {
        return html! {
            <div class="cc-side cc-side-empty">
                <h5 class="cc-side-title">{ locale.text(title) }</h5>
                <p>{ locale.text(Text::NothingHere) }</p>
            </div>
        };
    }
    let rest = items.split_off(SHOWN.min(items.len()));
    html! {
        <div class={yew::classes!("cc-side", icon::verdict_class(stance))}>
            <h5 class="cc-side-title">{ locale.text(title) }</h5>
            { before }
            <ul class="cc-evidence">{ for items }</ul>
            if !rest.is_empty() {
                <details class="cc-rest">
                    <summary>{ locale.counted(Counted::MorePlaces, rest.len()) }</summary>
                    <ul class="cc-evidence">{ for rest }</ul>
                </details>
            }
        </div>
    }
}

fn sentence(sentence: &Sentence) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(text) => html! { { text.clone() } },
        Piece::Yours(text) => html! { <mark class="cc-yours">{ text.clone() }</mark> },
        Piece::Theirs(text) => html! { <mark class="cc-theirs">{ text.clone() }</mark> },
    };
    html! { <p class="cc-reason">{ for sentence.0.iter().map(piece) }</p> }
}
