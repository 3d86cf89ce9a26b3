//! English texts.

use super::{Conventions, Counted, Text};

pub(super) const CONVENTIONS: Conventions = Conventions {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    numerals: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    quotes: ["“", "”"],
    thousands: ',',
    decimal: '.',
    million: ["million", "million"],
    billion: ["billion", "billion"],
    first_day: "",
};

pub(super) fn text(key: Text) -> &'static str {
    match key {
        Text::Heading => "Check a claim",
        Text::ClaimLabel => "Your claim or question, in English or Italian",
        Text::ClaimHint => "Answers as you type. Nothing you type leaves this page.",
        Text::ClaimHintKept => {
            "Answers as you type. What you check is kept in this browser, and nowhere else, until you forget it."
        }
        Text::Check => "Check",
        Text::Clear => "Clear",
        Text::Examples => "Try one of these",
        Text::MoreExamples => "Other claims to try",
        Text::Invitation => {
            "For every article you will see whether it supports, disputes or omits your claim, where it does so, and why."
        }
        Text::Searching => "Searching…",
        Text::TooLong => {
            "That is longer than a claim. Please keep to a sentence or two, up to {limit} characters."
        }
        Text::Answer => "Answer",
        Text::ByArticle => "Article by article",
        Text::YouWrote => "You wrote",
        Text::ClosestStatement => "Closest statement",
        Text::Part => "Part {number} of {total}",
        Text::PartOfRow => "Part {number}",
        Text::Supports => "Supports",
        Text::Disputes => "Disputes",
        Text::BothSides => "Both sides",
        Text::Omits => "Omits",
        Text::Firm => "firm match",
        Text::Possible => "possible match",
        Text::Caution => "The closest statement found, not a sure match. Compare it with what you meant.",
        Text::RelationSame => "says the same",
        Text::RelationDenied => "you deny it",
        Text::RelationAltered => "a detail differs",
        Text::RelationUnsettled => "close, but not settled",
        Text::SideFor => "For it",
        Text::SideAgainst => "Against it",
        Text::OmitsPartly => "covers part of it",
        Text::Place => "Paragraph {paragraph}, sentence {sentence}",
        Text::Voice => "Said by: {voice}",
        Text::InEnglish => "in English",
        Text::InItalian => "in Italian",
        Text::NothingCovers => "No article in this story covers that.",
        Text::NothingLike => "Nothing in this story is like that.",
        Text::NothingCoversAll => "No article in this story covers all of that.",
        Text::NothingNear => "None of its articles speaks of it. That says nothing about whether it is true.",
        Text::Nearby => "What the story does say nearby",
        Text::CheckThis => "Check this",
        Text::Views => "View",
        Text::ViewAsk => "Check a claim",
        Text::ViewExplore => "Explore the story",
        Text::ShowFull => "Show the full answer",
        Text::Earlier => "Earlier claim",
        Text::Later => "Later claim",
        Text::Forget => "Forget my claims",
        Text::NothingHere => "Nothing here",
        Text::OverviewIntro => {
            "{claims} claims, {articles} articles: what each of them reports, disputes and leaves out. Press a verdict to see where it stands."
        }
        Text::Filters => "Filter the claims",
        Text::ShowAll => "All claims",
        Text::ShowOnlyOne => "Only one article has it",
        Text::ShowContradicted => "Articles contradict each other",
        Text::FilterArticle => "Article",
        Text::AnyArticle => "Any",
        Text::FilterStance => "Stance",
        Text::AnyStance => "Any",
        Text::FilterTopic => "Topic",
        Text::AnyTopic => "All",
        Text::ResetFilters => "Reset",
        Text::Found => "{count} of {total} claims",
        Text::NoneFound => "No claim fits these filters.",
        Text::ClaimColumn => "Claim",
        Text::IsContradicted => "contradicted",
        Text::WholeStory => "Whole story",
        Text::Share => "Share this answer",
        Text::CopyLink => "Copy link",
        Text::CopyText => "Copy as text",
        Text::CopyMarkdown => "Copy as Markdown",
        Text::DownloadJson => "Download JSON",
        Text::Copied => "Copied.",
        Text::CopyByHand => "The browser does not allow copying here. Copy it by hand:",
        Text::ShareNote => "This is what the articles say, not what is true.",
        Text::ShowInText => "Show in the article",
        Text::ReadInText => "Read it in the article",
        Text::NotInText => "That sentence is not on this page.",
        Text::SelectionHint => "Press Tab to check the selected text.",
        Text::FailureTitle => "This story could not be opened",
        Text::FailureHint => "What helps",
        Text::FailureCode => "Code: {code}",
        Text::Crashed => "The claim checker stopped because of a fault of its own. Please reload the page.",
        Text::SaysSame => "The article says the same.",
        Text::SaysOpposite => "The article says otherwise.",
        Text::FigureAgrees => "The figure fits: you wrote “{yours}”, the article says {theirs}.",
        Text::FigureAgreesBare => "The figure fits.",
        Text::FigureDiffers => "You wrote “{yours}”; this article says {theirs}.",
        Text::FigureDiffersBare => "This article has another figure.",
        Text::DateAgrees => "The date fits: you wrote “{yours}”, the article says {theirs}.",
        Text::DateAgreesBare => "The date fits.",
        Text::DateDiffers => "You wrote “{yours}”; this article says {theirs}.",
        Text::DateDiffersBare => "This article has another date.",
        Text::NameDiffers => "The article names {theirs}, not “{yours}”.",
        Text::NameRuledOut => "You rule out “{yours}”, whom the article names.",
        Text::NameDiffersBare => "The article names somebody else.",
        Text::RolesSwapped => "You have “{yours}” do it; in the article it is {theirs}.",
        Text::RolesSwappedBare => "In the article the roles are the other way round.",
        Text::Negated => "You deny it (“{yours}”); the article reports it.",
        Text::NegatedBare => "One denies what the other states.",
        Text::Opposite => "You wrote “{yours}”; the article says the opposite.",
        Text::OppositeBare => "The article says the opposite.",
        Text::CertaintyDiffers => "The article and you are not equally sure of it.",
        Text::Exactly => "exactly {figure}",
        Text::About => "about {figure}",
        Text::MoreThan => "more than {figure}",
        Text::LessThan => "under {figure}",
        Text::AtLeast => "at least {figure}",
        Text::AtMost => "at most {figure}",
        Text::Between => "between {low} and {high}",
        Text::Third => "a third",
        Text::TwoThirds => "two thirds",
        Text::DayOfMonth => "{day} {month}",
        Text::MonthOfYear => "{month} {year}",
        Text::DayRange => "{first}–{last} {month}",
        Text::MonthRange => "{first} to {last}",
        Text::MonthRangeOfYear => "{first} to {last} {year}",
        Text::Day => "day {day} of the month",
        Text::Early => "early {period}",
        Text::Mid => "mid-{period}",
        Text::Late => "late {period}",
        Text::FirstHalf => "the first half of {year}",
        Text::SecondHalf => "the second half of {year}",
    }
}

pub(super) fn counted(key: Counted) -> [&'static str; 2] {
    match key {
        Counted::AllSupport => ["The article reports it", "All {count} articles report it"],
        Counted::AllDispute => ["The article disputes it", "All {count} articles dispute it"],
        Counted::AllBoth => ["The article carries both sides", "All {count} articles carry both sides"],
        Counted::LeadSupport => {
            ["One of {total} articles reports it", "{count} of {total} articles report it"]
        }
        Counted::LeadDispute => {
            ["One of {total} articles disputes it", "{count} of {total} articles dispute it"]
        }
        Counted::LeadBoth => {
            ["One of {total} articles carries both sides", "{count} of {total} articles carry both sides"]
        }
        Counted::NextDispute => ["one disputes it", "{count} dispute it"],
        Counted::NextBoth => ["one carries both sides", "{count} carry both sides"],
        Counted::NextPartly => ["one covers only part of it", "{count} cover only part of it"],
        Counted::NextOmit => ["one doesn’t mention it", "{count} don’t mention it"],
        Counted::MorePlaces => ["one more place", "{count} more places"],
        Counted::OnlyHere => ["{count} only here", "{count} only here"],
        Counted::Claims => ["{count} claim", "{count} claims"],
        Counted::InOneOnly => ["{count} in one article only", "{count} in one article only"],
        Counted::Contradicted => ["{count} contradicted", "{count} contradicted"],
    }
}
