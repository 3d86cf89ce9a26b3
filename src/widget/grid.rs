//! The table of the overview: topics as row groups, claims as rows, articles as columns. The style sheet turns it into a
//! list where there is no room for columns, hence the roles, which browsers drop together with the display of a table.

use yew::{Html, MouseEvent, html};

use super::article::{origin, side_of};
use super::explore::ExploreAction;
use super::icon;
use super::matrix::{Coverage, Show, VERDICTS, is_contradicted, is_only_one, stance};
use super::overview::OverviewProps;
use super::proof::Proof;
use super::state::Action;
use crate::engine::Verdict;
use crate::locale::{Counted, Locale, Text};
use crate::story::{Claim, Evidence, Story};

/// The table of what the filter leaves. A topic's rows are made once it is unfolded.
pub(super) fn grid(props: &OverviewProps) -> Html {
    let (locale, story) = (props.locale, props.engine.story());
    let language = locale.language();
    let claims: Vec<(usize, &Claim)> = props.explore.filter.claims(story).collect();
    let of_topic = |topic: usize| -> Vec<(usize, &Claim)> {
        claims.iter().copied().filter(|(_, claim)| usize::from(claim.topic) == topic).collect()
    };
    html! {
        <table class="cc-grid" role="table" aria-label={locale.text(Text::ViewExplore)}>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="cc-grid-claim">{ locale.text(Text::ClaimColumn) }</th>
                    { for story.articles.iter().enumerate().map(|(at, article)| html! {
                        <th role="columnheader" scope="col" title={origin(locale, article)}>
                            <span class="cc-number" aria-hidden="true">{ at + 1 }</span>
                            <span class="cc-column">{ article.label.text(language).to_owned() }</span>
                        </th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup" class="cc-whole">
                <tr role="row">
                    <th role="rowheader" scope="row" class="cc-grid-claim">{ locale.text(Text::WholeStory) }</th>
                    { for (0..story.articles.len()).map(|at| covered(locale, story, &claims, at, true)) }
                </tr>
            </tbody>
            { for (0..story.topics.len()).map(|at| topic(props, at, &of_topic(at))) }
        </table>
    }
}

/// How much of some claims an article has, as a bar and a number.
fn covered(locale: Locale, story: &Story, claims: &[(usize, &Claim)], at: usize, whole: bool) -> Html {
    let coverage = Coverage::of(claims.iter().map(|(_, claim)| *claim), at);
    let total = coverage.total();
    let mut start = 0;
    let bar: Vec<Html> = VERDICTS[..3]
        .iter()
        .filter(|verdict| coverage.count(**verdict) > 0)
        .map(|verdict| {
            let (x, width) = (start, coverage.count(*verdict));
            start += width;
            html! { <rect class={icon::verdict_class(*verdict)} x={x.to_string()} y="0" width={width.to_string()} height="1" /> }
        })
        .collect();
    let words: Vec<String> = VERDICTS
        .iter()
        .filter(|verdict| coverage.count(**verdict) > 0)
        .map(|verdict| [locale.verdict(*verdict), " ", &locale.digits(coverage.count(*verdict))].concat())
        .collect();
    let words = words.join(", ");
    let label = story.articles.get(at).map_or("", |article| article.label.text(locale.language()));
    html! {
        <td role="cell" class="cc-covered" title={words.clone()}>
            <span class="cc-number" aria-hidden="true">{ at + 1 }</span>
            <svg class="cc-share" viewBox={format!("0 0 {} 1", total.max(1))} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                { for bar }
            </svg>
            <span class="cc-fraction" aria-hidden="true">{ coverage.carried() }{ "/" }{ total }</span>
            <span class="cc-hidden">{ label.to_owned() }{ ": " }{ words }</span>
            if whole && coverage.only_here > 0 {
                <span class="cc-only">{ locale.numbered(Counted::OnlyHere, coverage.only_here) }</span>
            }
        </td>
    }
}

/// A topic: what each article has of it, and its claims when it is unfolded.
fn topic(props: &OverviewProps, at: usize, claims: &[(usize, &Claim)]) -> Html {
    if claims.is_empty() {
        return html! {};
    }
    let (locale, story, explore) = (props.locale, props.engine.story(), &props.explore);
    let open = explore.is_open(at);
    let label = story.topics.get(at).map_or("", |topic| topic.label.text(locale.language()));
    html! {
        <tbody role="rowgroup" class="cc-topic" key={at} data-topic={at.to_string()}>
            <tr role="row">
                <th role="rowheader" scope="row" class="cc-grid-claim">
                    <button
                        type="button"
                        class="cc-fold"
                        aria-expanded={open.to_string()}
                        onclick={props.on_explore.reform(move |_: MouseEvent| ExploreAction::Turned(at))}
                    >
                        { icon::chevron() }
                        <span>{ label.to_owned() }</span>
                        <span class="cc-meta">{ standing(locale, claims, explore.filter.show) }</span>
                    </button>
                </th>
                { for (0..story.articles.len()).map(|at| covered(locale, story, claims, at, false)) }
            </tr>
            if open {
                { for claims.iter().map(|(index, found)| claim(props, *index, found)) }
            }
        </tbody>
    }
}

/// How many claims a topic has, and how many of them stand out, unless all that are shown do.
fn standing(locale: Locale, claims: &[(usize, &Claim)], show: Show) -> String {
    let count = |stands_out: fn(&Claim) -> bool| claims.iter().filter(|(_, claim)| stands_out(claim)).count();
    let counts = [
        (Counted::Claims, claims.len()),
        (Counted::InOneOnly, count(is_only_one)),
        (Counted::Contradicted, count(is_contradicted)),
    ];
    let told = if show == Show::All { counts.len() } else { 1 };
    let shown = counts.into_iter().take(told).filter(|(_, count)| *count > 0);
    // A line breaks between counts, not inside one.
    let text = |(text, count)| locale.numbered(text, count).replace(' ', "\u{a0}");
    shown.map(text).collect::<Vec<_>>().join(" · ")
}

/// A claim and what each article does with it; below it the evidence of the cell that was pressed.
fn claim(props: &OverviewProps, index: usize, claim: &Claim) -> Html {
    let (locale, story, id) = (props.locale, props.engine.story(), &props.id);
    let shown = props.explore.cell.filter(|(shown, _)| *shown == index).map(|(_, article)| article);
    let proof = [id.as_str(), "-proof-", &index.to_string()].concat();
    let cell = |at: usize| {
        let verdict = stance(claim, at);
        let label = story.articles.get(at).map_or("", |article| article.label.text(locale.language()));
        let inner = html! {
            <>
                <span class="cc-number" aria-hidden="true">{ at + 1 }</span>
                <span class="cc-hidden">{ label.to_owned() }{ ": " }</span>
                { icon::verdict_icon(verdict) }
                <span class="cc-word">{ locale.verdict(verdict) }</span>
            </>
        };
        let class = yew::classes!("cc-cell", icon::verdict_class(verdict));
        if verdict == Verdict::Omit {
            return html! { <td role="cell"><span {class}>{ inner }</span></td> };
        }
        let open = shown == Some(at);
        let on_click = props.on_explore.reform(move |_: MouseEvent| ExploreAction::Pressed(index, at));
        html! {
            <td role="cell">
                <button
                    type="button"
                    {class}
                    data-article={story.articles.get(at).map(|article| article.id.clone())}
                    aria-expanded={open.to_string()}
                    aria-controls={open.then(|| proof.clone())}
                    onclick={on_click}
                >
                    { inner }
                </button>
            </td>
        }
    };
    html! {
        <>
            <tr role="row" class="cc-claim" data-claim={claim.id.clone()}>
                <th role="rowheader" scope="row" class="cc-grid-claim">
                    { claim.text.text(locale.language()).to_owned() }
                    if is_contradicted(claim) && props.explore.filter.show != Show::Contradicted {
                        { " " }<span class="cc-tag">{ locale.text(Text::IsContradicted) }</span>
                    }
                </th>
                { for (0..story.articles.len()).map(cell) }
            </tr>
            if let Some(article) = shown {
                <tr role="row" class="cc-proof">
                    <td role="cell" id={proof.clone()} colspan={(story.articles.len() + 1).to_string()}>
                        { evidence(props, claim, article) }
                    </td>
                </tr>
            }
        </>
    }
}

/// The evidence of one cell, both sides drawn, with the way to the full answer.
fn evidence(props: &OverviewProps, claim: &Claim, at: usize) -> Html {
    let (locale, story) = (props.locale, props.engine.story());
    let Some((article, position)) = story.articles.get(at).zip(claim.position(at)) else { return html! {} };
    let side = |stance: Verdict, places: &[Evidence]| {
        let items = places
            .iter()
            .map(|place| {
                Proof::of_story(locale, place, story, at).item(locale, &article.id, props.follow.as_ref())
            })
            .collect();
        side_of(locale, stance, html! {}, items)
    };
    let text = claim.text.text(locale.language()).to_owned();
    html! {
        <div class="cc-proof-body">
            <div class="cc-article-title">
                <h4 class="cc-article-name">{ article.label.text(locale.language()).to_owned() }</h4>
                <p class="cc-meta">{ origin(locale, article) }</p>
            </div>
            <div class="cc-sides">
                { side(Verdict::Support, &position.support) }
                { side(Verdict::Dispute, &position.dispute) }
            </div>
            <button
                type="button"
                class="cc-quiet"
                data-check={claim.id.clone()}
                onclick={props.on_action.reform(move |_: MouseEvent| Action::Picked(text.clone()))}
            >
                { locale.text(Text::CheckThis) }
            </button>
        </div>
    }
}
