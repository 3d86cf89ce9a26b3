//! The keys of the texts.

/// Declares an enum of keys and the list of all of them.
macro_rules! keys {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $key:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $key,)+
        }

        impl $name {
            /// Every key, in the order of their declaration.
            pub const ALL: &[$name] = &[$($name::$key,)+];
        }
    };
}

keys! {
    /// A fixed text. Braces in a description are the placeholders that the text has in every language.
    Text {
        /// Heading of the widget, unless the page gives its own.
        Heading,
        /// Label of the input.
        ClaimLabel,
        /// What the input does, and what it does not do with what is typed.
        ClaimHint,
        /// The same where the claims asked are kept in the browser.
        ClaimHintKept,
        /// Button: answer now.
        Check,
        /// Button: empty the input.
        Clear,
        /// Heading above example claims.
        Examples,
        /// The same below an answer.
        MoreExamples,
        /// What will stand there once a claim is typed.
        Invitation,
        /// Said while an answer that was asked for is being looked for.
        Searching,
        /// Said when a text is too long to be a claim: {limit} characters.
        TooLong,
        /// Name of the region that holds the answer.
        Answer,
        /// Heading of the list of articles.
        ByArticle,
        /// Label of the reader's own words.
        YouWrote,
        /// Label of the claim of the set that matched.
        ClosestStatement,
        /// Label of one part of several: {number} of {total}.
        Part,
        /// The same beside an article: {number}.
        PartOfRow,
        /// Verdict: states or relays it.
        Supports,
        /// Verdict: contradicts it or relays a denial.
        Disputes,
        /// Verdict: carries it and a denial.
        BothSides,
        /// Verdict: does not settle it.
        Omits,
        /// Confidence: sure.
        Firm,
        /// Confidence: the closest statement found.
        Possible,
        /// Stands below the summary when the match is not sure.
        Caution,
        /// The reader's claim says the same as the statement.
        RelationSame,
        /// It denies the statement.
        RelationDenied,
        /// It changes a detail of the statement.
        RelationAltered,
        /// It is close, but neither follows nor conflicts.
        RelationUnsettled,
        /// Heading of what speaks for the claim.
        SideFor,
        /// Heading of what speaks against it.
        SideAgainst,
        /// Stands in place of the confidence at an article that covers a part of the claim only.
        OmitsPartly,
        /// Where evidence stands: {paragraph}, {sentence}.
        Place,
        /// Who says it there: {voice}.
        Voice,
        /// An article's language, English.
        InEnglish,
        /// An article's language, Italian.
        InItalian,
        /// Nothing in the story settles the claim.
        NothingCovers,
        /// Nothing in the story settles it or is even like it.
        NothingLike,
        /// Articles cover parts of the claim, none covers all.
        NothingCoversAll,
        /// Below that: what it means that nothing is like it.
        NothingNear,
        /// Heading of the statements that come closest.
        Nearby,
        /// Button beside such a statement: check that instead.
        CheckThis,
        /// Name of the choice between asking and exploring.
        Views,
        /// View: ask about a claim.
        ViewAsk,
        /// View: all claims against all articles.
        ViewExplore,
        /// Button below the compact answer: show all of it.
        ShowFull,
        /// Button: the claim asked before.
        Earlier,
        /// Button: the claim asked after it.
        Later,
        /// Button: forget the claims that were kept.
        Forget,
        /// Said of an empty side.
        NothingHere,
        /// What the overview shows: {claims}, {articles}.
        OverviewIntro,
        /// Name of the filters of the overview.
        Filters,
        /// Filter: every claim.
        ShowAll,
        /// Filter: claims that a single article has.
        ShowOnlyOne,
        /// Filter: claims that one article has and another denies.
        ShowContradicted,
        /// Label: choose an article.
        FilterArticle,
        /// Its choice of none.
        AnyArticle,
        /// Label: choose a stance.
        FilterStance,
        /// Its choice of none.
        AnyStance,
        /// Label: choose a topic.
        FilterTopic,
        /// Its choice of none.
        AnyTopic,
        /// Button: no filters.
        ResetFilters,
        /// How many claims the filters leave: {count} of {total}.
        Found,
        /// No claim is left.
        NoneFound,
        /// Column of the claims.
        ClaimColumn,
        /// Beside a claim on which articles contradict each other.
        IsContradicted,
        /// Row that counts all topics.
        WholeStory,
        /// Name of the buttons that share an answer.
        Share,
        /// Button: copy the address of this answer.
        CopyLink,
        /// Button: copy the answer as text.
        CopyText,
        /// Button: copy the answer as Markdown.
        CopyMarkdown,
        /// Link: the answer as data.
        DownloadJson,
        /// Said when it was copied.
        Copied,
        /// Said above a text that the browser does not let us copy.
        CopyByHand,
        /// Last line of a shared answer.
        ShareNote,
        /// Button: mark the sentence in the article on the page.
        ShowInText,
        /// Link: the sentence in the article, at its address.
        ReadInText,
        /// Said when the sentence is not there.
        NotInText,
        /// Said when text is selected that can be checked.
        SelectionHint,
        /// The story could not be opened.
        FailureTitle,
        /// Label of the remedy.
        FailureHint,
        /// Label of the stable key of the failure: {code}.
        FailureCode,
        /// The program stopped.
        Crashed,
        /// Reason: same content.
        SaysSame,
        /// Reason, on the disputing side, when nothing particular differs.
        SaysOpposite,
        /// Reason: figures agree: {yours}, {theirs}.
        FigureAgrees,
        /// The same without the words.
        FigureAgreesBare,
        /// Reason: figures differ: {yours}, {theirs}.
        FigureDiffers,
        /// The same without the words.
        FigureDiffersBare,
        /// Reason: dates agree: {yours}, {theirs}.
        DateAgrees,
        /// The same without the words.
        DateAgreesBare,
        /// Reason: dates differ: {yours}, {theirs}.
        DateDiffers,
        /// The same without the words.
        DateDiffersBare,
        /// Reason: another name: {yours}, {theirs}.
        NameDiffers,
        /// Reason: the reader rules out the name the article gives: {yours}.
        NameRuledOut,
        /// The same without the words.
        NameDiffersBare,
        /// Reason: who does it and to whom are swapped: {yours}, {theirs}.
        RolesSwapped,
        /// The same without the words.
        RolesSwappedBare,
        /// Reason: the reader denies what is reported: {yours} is the denying word.
        Negated,
        /// The same without the word: one side denies what the other states.
        NegatedBare,
        /// Reason: opposite words: {yours}.
        Opposite,
        /// The same without the word.
        OppositeBare,
        /// Reason: one side is surer than the other.
        CertaintyDiffers,
        /// Figure with a bound: {figure}.
        Exactly,
        /// {figure}
        About,
        /// {figure}
        MoreThan,
        /// {figure}
        LessThan,
        /// {figure}
        AtLeast,
        /// {figure}
        AtMost,
        /// A range of figures: {low}, {high}.
        Between,
        /// One third.
        Third,
        /// Two thirds.
        TwoThirds,
        /// A day of a month: {day}, {month} (with or without the year).
        DayOfMonth,
        /// A month of a year: {month}, {year}.
        MonthOfYear,
        /// Days of a month: {first}, {last}, {month}.
        DayRange,
        /// Months: {first}, {last}.
        MonthRange,
        /// Months of a year: {first}, {last}, {year}.
        MonthRangeOfYear,
        /// A day of an unknown month: {day}.
        Day,
        /// Beginning of a month or year: {period}.
        Early,
        /// Middle of it: {period}.
        Mid,
        /// End of it: {period}.
        Late,
        /// First half of a year: {year}.
        FirstHalf,
        /// Second half of a year: {year}.
        SecondHalf,
    }
}

keys! {
    /// A text in two forms, for one and for several. `{count}` is the number; `{total}` is how many articles there are.
    Counted {
        /// Every article reports it: {count} of them.
        AllSupport,
        /// Every article disputes it: {count}.
        AllDispute,
        /// Every article carries both sides: {count}.
        AllBoth,
        /// Opens a summary: {count} of {total} report it.
        LeadSupport,
        /// {count} of {total} dispute it.
        LeadDispute,
        /// {count} of {total} carry both sides.
        LeadBoth,
        /// Goes on: {count} dispute it.
        NextDispute,
        /// {count} carry both sides.
        NextBoth,
        /// {count} cover a part of it.
        NextPartly,
        /// {count} say nothing on it.
        NextOmit,
        /// {count} more places speak for it or against it.
        MorePlaces,
        /// {count} claims are in this article only.
        OnlyHere,
        /// {count} claims.
        Claims,
        /// {count} of them are in one article only.
        InOneOnly,
        /// On {count} of them articles contradict each other.
        Contradicted,
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, Text};
    use crate::locale::{english, italian};

    /// The placeholders of a text, sorted.
    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn texts_have_the_same_placeholders_in_every_language() {
        for key in Text::ALL {
            let (ours, theirs) = (english::text(*key), italian::text(*key));
            assert_eq!(placeholders(ours), placeholders(theirs), "{key:?}");
            assert!(!ours.trim().is_empty() && !theirs.trim().is_empty(), "{key:?}");
        }
    }

    #[test]
    fn several_have_the_same_placeholders_in_every_language() {
        for key in Counted::ALL {
            let (ours, theirs) = (english::counted(*key), italian::counted(*key));
            assert_eq!(placeholders(ours[1]), placeholders(theirs[1]), "{key:?}");
            assert!(ours.iter().chain(&theirs).all(|form| !form.trim().is_empty()), "{key:?}");
        }
    }
}
