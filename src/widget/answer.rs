//! The answer: one sentence, the tally, how the claim was read, and one row per article.

use std::ops::Range;
use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, NodeRef, Properties, function_component, html};

use super::article::{name, row};
use super::icon;
use super::outline::{closest, deciding_words};
use super::proof::Follow;
use super::share::json_ld;
use super::sharing::Sharing;
use super::state::Action;
use super::tally::counts;
use crate::engine::{Engine, MatchReport, PartReport, Relation, Report, Verdict};
use crate::locale::{Locale, Tally, Text, nearby};
use crate::text::Span;

/// Properties of [`FullAnswer`].
#[derive(Clone, Properties)]
pub(super) struct FullAnswerProps {
    pub(super) locale: Locale,
    pub(super) engine: Rc<Engine>,
    pub(super) report: Rc<Report>,
    /// Receives the summary, so that the focus can be moved there.
    pub(super) summary: NodeRef,
    pub(super) follow: Option<Follow>,
    /// Whether the address of the page restores a claim.
    pub(super) permalink: bool,
    /// Whether the claim is put into the page as structured data.
    pub(super) structured: bool,
    pub(super) on_action: Callback<Action>,
    pub(super) on_notice: Callback<Text>,
}

impl PartialEq for FullAnswerProps {
    fn eq(&self, other: &FullAnswerProps) -> bool {
        // An answer is drawn again only when it is another one, not at every key that is pressed.
        self.locale == other.locale
            && self.follow == other.follow
            && (self.permalink, self.structured) == (other.permalink, other.structured)
            && Rc::ptr_eq(&self.report, &other.report)
            && Rc::ptr_eq(&self.engine, &other.engine)
    }
}

/// The answer to a claim.
#[function_component]
pub(super) fn FullAnswer(props: &FullAnswerProps) -> Html {
    let FullAnswerProps {
        locale,
        engine,
        report,
        summary,
        follow,
        permalink,
        structured,
        on_action,
        on_notice,
    } = props;
    let (locale, tally) = (*locale, Tally::of(report));
    let silent = tally.omit == tally.total();
    html! {
        <>
            <h3 class="cc-summary" part="summary" tabindex="-1" ref={summary}>{ locale.summary(report) }</h3>
            if let Some(caution) = locale.caution(report) {
                <p class="cc-caution">{ caution }</p>
            }
            { counts(locale, report) }
            { reading(locale, engine, report) }
            if silent && tally.partly == 0 {
                { near(locale, report, on_action) }
            }
            if !silent || tally.partly > 0 {
                <h3 class="cc-subheading">{ locale.text(Text::ByArticle) }</h3>
                <ul class="cc-articles">
                    { for report.articles.iter().enumerate().map(|(at, article)| {
                        row(locale, report, at, article, engine.story(), follow.as_ref())
                    }) }
                </ul>
            }
            <Sharing
                {locale}
                engine={engine.clone()}
                report={report.clone()}
                permalink={*permalink}
                on_notice={on_notice.clone()}
            />
            if *structured {
                <script type="application/ld+json">{ json_ld(locale, report, engine.story()) }</script>
            }
        </>
    }
}

/// How the claim was read: the reader's words beside the statement of the story they were matched with, part by part.
fn reading(locale: Locale, engine: &Engine, report: &Report) -> Html {
    let total = report.parts.len();
    let decides = |part: &&PartReport| part.verdicts.iter().any(|verdict| *verdict != Verdict::Omit);
    if total < 2 {
        return match report.parts.first().filter(decides).and_then(closest) {
            Some(found) => html! { <div class="cc-reading">{ pair(locale, report, None, found) }</div> },
            None => html! {},
        };
    }
    let part = |(at, part): (usize, &PartReport)| {
        let (number, of) = ((at + 1).to_string(), total.to_string());
        html! {
            <li class="cc-reading">
                <p class="cc-subheading">{ locale.filled(Text::Part, &[("number", &number), ("total", &of)]) }</p>
                {
                    match closest(part).filter(|_| decides(&part)) {
                        Some(found) => pair(locale, report, Some(part.span), found),
                        None => html! {
                            <>
                                { quoted(locale, report, Some(part.span), &[]) }
                                <p class="cc-silent">{ locale.text(Text::NothingCovers) }</p>
                            </>
                        },
                    }
                }
                <ul class="cc-part-verdicts">
                    { for report.articles.iter().zip(&part.verdicts).enumerate().map(|(at, (article, verdict))| html! {
                        <li
                            class={icon::verdict_class(*verdict)}
                            title={[&name(locale, article, engine.story().articles.get(at)), ": ", locale.verdict(*verdict)].concat()}
                        >
                            { icon::verdict_icon(*verdict) }
                            <span aria-hidden="true">{ (at + 1).to_string() }</span>
                            <span class="cc-hidden">
                                { name(locale, article, engine.story().articles.get(at)) }{ ": " }{ locale.verdict(*verdict) }
                            </span>
                        </li>
                    }) }
                </ul>
            </li>
        }
    };
    html! { <ul class="cc-parts">{ for report.parts.iter().enumerate().map(part) }</ul> }
}

/// The reader's words above the statement they were matched with.
fn pair(locale: Locale, report: &Report, part: Option<Span>, found: &MatchReport) -> Html {
    let (spans, statement) = (deciding_spans(report), found.text.text(locale.language()));
    html! {
        <>
            { quoted(locale, report, part, &spans) }
            <div class="cc-statement">
                <p class="cc-label">
                    { locale.text(Text::ClosestStatement) }{ " " }
                    <span class={yew::classes!("cc-relation", relation_class(found.relation))}>{ locale.relation(found.relation) }</span>
                </p>
                <p class="cc-quote">{ for marked(statement, deciding_words(locale, report, found), "cc-theirs") }</p>
            </div>
        </>
    }
}

/// The reader's own words, the deciding ones marked.
fn quoted(locale: Locale, report: &Report, part: Option<Span>, spans: &[Span]) -> Html {
    let Span { start, end } =
        part.map_or(Span { start: 0, end: report.claim.len() }, |part| tidy(&report.claim, part));
    let text = report.claim.get(start..end).unwrap_or_default();
    let inside = spans.iter().filter(|span| span.start >= start && span.end <= end);
    let words = inside.map(|span| span.start - start..span.end - start).collect();
    let pieces = marked(text, words, "cc-yours");
    let tag = Locale::new(report.language).tag();
    html! {
        <div class="cc-statement">
            <p class="cc-label">{ locale.text(Text::YouWrote) }</p>
            <p class="cc-quote" lang={tag}>{ for pieces }</p>
        </div>
    }
}

/// A text with some words of it marked, which are given in order.
fn marked(text: &str, words: Vec<Range<usize>>, class: &'static str) -> Vec<Html> {
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let mut pieces = Vec::new();
    let mut at = 0;
    for word in words.into_iter().filter(|word| word.end <= text.len()) {
        if word.start >= at {
            pieces.push(html! { { piece(at..word.start) } });
            pieces.push(html! { <mark {class}>{ piece(word.clone()) }</mark> });
            at = word.end;
        }
    }
    pieces.push(html! { { piece(at..text.len()) } });
    pieces
}

/// A part without the comma or blank that it begins with.
fn tidy(claim: &str, part: Span) -> Span {
    let text = claim.get(part.start..part.end).unwrap_or_default();
    let rest = text
        .trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '.' | ':'));
    Span { start: part.end - rest.len(), end: part.end }
}

/// Where the reader's deciding words stand, in order and each once.
fn deciding_spans(report: &Report) -> Vec<Span> {
    let evidence = report.articles.iter().flat_map(|article| &article.evidence);
    let mut spans: Vec<Span> =
        evidence.flat_map(|evidence| &evidence.reasons).filter_map(|reason| reason.span).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    spans.dedup();
    spans
}

fn relation_class(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "cc-support",
        Relation::Denied | Relation::Altered => "cc-dispute",
        Relation::Unsettled => "cc-omit",
    }
}

/// What the story does say near a claim that no article covers.
fn near(locale: Locale, report: &Report, on_action: &Callback<Action>) -> Html {
    let found = nearby(report);
    if found.is_empty() {
        return html! { <p class="cc-silent">{ locale.text(Text::NothingNear) }</p> };
    }
    let statement = |found: &MatchReport| {
        let text = found.text.text(locale.language()).to_owned();
        let picked = text.clone();
        let on_click = on_action.reform(move |_: MouseEvent| Action::Picked(picked.clone()));
        html! {
            <li><button type="button" class="cc-example" title={locale.text(Text::CheckThis)} onclick={on_click}>{ text }</button></li>
        }
    };
    html! {
        <>
            <h3 class="cc-subheading">{ locale.text(Text::Nearby) }</h3>
            <ul class="cc-examples">{ for found.into_iter().map(statement) }</ul>
        </>
    }
}
