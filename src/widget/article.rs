//! One row of the answer: what one article does with the claim, where, and why.

use yew::{Html, html};

use super::icon;
use super::outline::{Side, side};
use crate::engine::{ArticleReport, EvidenceReport, Report, Verdict};
use crate::locale::{Locale, Piece, Sentence, Text, covers_part};
use crate::story::Article;
use crate::text::Language;

/// The row of the article at an index.
pub(super) fn row(
    locale: Locale,
    report: &Report,
    at: usize,
    article: &ArticleReport,
    source: Option<&Article>,
) -> Html {
    let verdict = article.verdict;
    // An article that omits the whole may still have evidence on a part.
    let partly = verdict == Verdict::Omit && covers_part(report, at);
    html! {
        <li class={yew::classes!("cc-article", icon::verdict_class(verdict))} key={article.id.clone()} data-article={article.id.clone()}>
            <div class="cc-article-title">
                <h4 class="cc-article-name">{ name(locale, article, source) }</h4>
                if let Some(source) = source {
                    <p class="cc-meta">{ origin(locale, source) }</p>
                }
            </div>
            <div class="cc-verdict">
                { badge(locale, verdict) }
                if verdict != Verdict::Omit {
                    <p class="cc-meta">{ locale.confidence(article.confidence) }</p>
                } else if partly {
                    <p class="cc-meta">{ locale.text(Text::OmitsPartly) }</p>
                }
            </div>
            if verdict != Verdict::Omit || partly && !article.evidence.is_empty() {
                <div class="cc-sides">
                    { shown_side(locale, report, article, Verdict::Support, partly) }
                    { shown_side(locale, report, article, Verdict::Dispute, partly) }
                </div>
            }
        </li>
    }
}

/// A verdict as icon and word.
fn badge(locale: Locale, verdict: Verdict) -> Html {
    html! {
        <span class={yew::classes!("cc-badge", icon::verdict_class(verdict))}>
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
fn origin(locale: Locale, source: &Article) -> String {
    let language = locale.text(match source.language {
        Language::English => Text::InEnglish,
        Language::Italian => Text::InItalian,
    });
    let date = source.date.as_deref().map(|date| locale.iso_date(date));
    let parts = [source.publisher.clone(), date, Some(language.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What stands on one side; an empty side says so, unless the article covers only a part of the claim.
fn shown_side(
    locale: Locale,
    report: &Report,
    article: &ArticleReport,
    stance: Verdict,
    partly: bool,
) -> Html {
    let Side { reasons, evidence } = side(locale, &report.claim, article, stance);
    let (title, nothing) = match stance {
        Verdict::Dispute => (Text::SideAgainst, Text::NothingAgainst),
        _ => (Text::SideFor, Text::NothingFor),
    };
    if evidence.is_empty() && partly {
        return html! {};
    }
    if evidence.is_empty() {
        return html! { <p class="cc-side cc-side-empty">{ locale.text(nothing) }</p> };
    }
    html! {
        <div class={yew::classes!("cc-side", icon::verdict_class(stance))}>
            <h5 class="cc-side-title">{ locale.text(title) }</h5>
            { for reasons.iter().map(sentence) }
            <ul class="cc-evidence">{ for evidence.into_iter().map(|evidence| place(locale, evidence)) }</ul>
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

fn place(locale: Locale, evidence: &EvidenceReport) -> Html {
    let language = locale.language();
    let (paragraph, sentence) = (evidence.paragraph.to_string(), evidence.sentence.to_string());
    let place = locale.filled(Text::Place, &[("paragraph", &paragraph), ("sentence", &sentence)]);
    let voice = evidence.voice_label.text(language);
    html! {
        <li>
            <p class="cc-note">{ evidence.note.text(language).to_owned() }</p>
            <p class="cc-meta">
                { place }
                if !voice.is_empty() {
                    { " · " }{ locale.filled(Text::Voice, &[("voice", voice)]) }
                }
            </p>
        </li>
    }
}
