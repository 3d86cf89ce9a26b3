//! Italian texts.

use super::{Conventions, Counted, Text};

pub(super) const CONVENTIONS: Conventions = Conventions {
    months: [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    numerals: ["nessuno", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
    quotes: ["«", "»"],
    thousands: '.',
    decimal: ',',
    million: ["milione", "milioni"],
    billion: ["miliardo", "miliardi"],
    first_day: "º",
};

pub(super) fn text(key: Text) -> &'static str {
    match key {
        Text::Heading => "Verifica un’affermazione",
        Text::ClaimLabel => "Affermazione o domanda, in italiano o inglese",
        Text::ClaimHint => "Risponde mentre scrivi. Quello che scrivi resta in questa pagina.",
        Text::ClaimHintKept => {
            "Risponde mentre scrivi. Quello che verifichi resta in questo browser, e solo lì, finché non lo cancelli."
        }
        Text::Check => "Verifica",
        Text::Clear => "Cancella",
        Text::Examples => "Prova con una di queste",
        Text::MoreExamples => "Altre affermazioni da provare",
        Text::Invitation => {
            "Per ogni articolo vedrai se sostiene, contesta o tralascia la tua affermazione, in quale punto e perché."
        }
        Text::Searching => "Ricerca in corso…",
        Text::TooLong => {
            "È più lungo di un’affermazione. Scrivi una o due frasi, al massimo {limit} caratteri."
        }
        Text::Answer => "Risposta",
        Text::ByArticle => "Articolo per articolo",
        Text::YouWrote => "Hai scritto",
        Text::ClosestStatement => "Affermazione più vicina",
        Text::Part => "Parte {number} di {total}",
        Text::PartOfRow => "Parte {number}",
        Text::Supports => "Sostiene",
        Text::Disputes => "Contesta",
        Text::BothSides => "Due versioni",
        Text::Omits => "Non ne parla",
        Text::Firm => "corrispondenza certa",
        Text::Possible => "corrispondenza possibile",
        Text::Caution => {
            "L’affermazione più vicina trovata, non una corrispondenza certa. Confrontala con quello che intendevi."
        }
        Text::RelationSame => "dice lo stesso",
        Text::RelationDenied => "tu la neghi",
        Text::RelationAltered => "un dettaglio è diverso",
        Text::RelationUnsettled => "vicina, ma non decisiva",
        Text::SideFor => "A favore",
        Text::SideAgainst => "Contro",
        Text::OmitsPartly => "ne copre una parte",
        Text::Place => "Paragrafo {paragraph}, frase {sentence}",
        Text::Voice => "Lo dice: {voice}",
        Text::InEnglish => "in inglese",
        Text::InItalian => "in italiano",
        Text::NothingCovers => "Nessun articolo di questa notizia ne parla.",
        Text::NothingLike => "In questa notizia non c’è nulla di simile.",
        Text::NothingCoversAll => "Nessun articolo di questa notizia ne parla per intero.",
        Text::NothingNear => "Nessuno dei suoi articoli ne parla. Questo non dice se sia vero o falso.",
        Text::Nearby => "Che cosa dice la notizia lì vicino",
        Text::CheckThis => "Verifica questa",
        Text::Views => "Vista",
        Text::ViewAsk => "Verifica",
        Text::ViewExplore => "Esplora la notizia",
        Text::ShowFull => "Mostra la risposta completa",
        Text::Earlier => "Affermazione precedente",
        Text::Later => "Affermazione successiva",
        Text::Forget => "Cancella le mie affermazioni",
        Text::NothingHere => "Qui nulla",
        Text::OverviewIntro => {
            "{claims} affermazioni, {articles} articoli: che cosa ciascuno riporta, contesta e tralascia. Premi un verdetto per vedere dove si trova."
        }
        Text::Filters => "Filtra le affermazioni",
        Text::ShowAll => "Tutte le affermazioni",
        Text::ShowOnlyOne => "Le ha un solo articolo",
        Text::ShowContradicted => "Gli articoli si contraddicono",
        Text::FilterArticle => "Articolo",
        Text::AnyArticle => "Tutti",
        Text::FilterStance => "Posizione",
        Text::AnyStance => "Tutte",
        Text::FilterTopic => "Argomento",
        Text::AnyTopic => "Tutti",
        Text::ResetFilters => "Azzera",
        Text::Found => "{count} affermazioni su {total}",
        Text::NoneFound => "Nessuna affermazione corrisponde a questi filtri.",
        Text::ClaimColumn => "Affermazione",
        Text::IsContradicted => "contraddetta",
        Text::WholeStory => "Tutta la notizia",
        Text::Share => "Condividi questa risposta",
        Text::CopyLink => "Copia il link",
        Text::CopyText => "Copia come testo",
        Text::CopyMarkdown => "Copia come Markdown",
        Text::DownloadJson => "Scarica JSON",
        Text::Copied => "Copiato.",
        Text::CopyByHand => "Qui il browser non permette di copiare. Copia a mano:",
        Text::ShareNote => "È quello che dicono gli articoli, non che cosa è vero.",
        Text::ShowInText => "Mostra nell’articolo",
        Text::ReadInText => "Leggi nell’articolo",
        Text::NotInText => "Questa frase non è in questa pagina.",
        Text::SelectionHint => "Premi Tab per verificare il testo selezionato.",
        Text::FailureTitle => "Non è stato possibile aprire questa notizia",
        Text::FailureHint => "Che cosa fare",
        Text::FailureCode => "Codice: {code}",
        Text::Crashed => "La verifica si è fermata per un errore interno. Ricarica la pagina.",
        Text::SaysSame => "L’articolo dice lo stesso.",
        Text::SaysOpposite => "L’articolo dice altro.",
        Text::FigureAgrees => "La cifra torna: hai scritto «{yours}», l’articolo dice {theirs}.",
        Text::FigureAgreesBare => "La cifra torna.",
        Text::FigureDiffers => "Hai scritto «{yours}»; questo articolo dice {theirs}.",
        Text::FigureDiffersBare => "Questo articolo dà un’altra cifra.",
        Text::DateAgrees => "La data torna: hai scritto «{yours}», l’articolo dice {theirs}.",
        Text::DateAgreesBare => "La data torna.",
        Text::DateDiffers => "Hai scritto «{yours}»; questo articolo dice {theirs}.",
        Text::DateDiffersBare => "Questo articolo dà un’altra data.",
        Text::NameDiffers => "L’articolo nomina {theirs}, non «{yours}».",
        Text::NameRuledOut => "Tu escludi «{yours}», nominato invece dall’articolo.",
        Text::NameDiffersBare => "L’articolo fa un altro nome.",
        Text::RolesSwapped => "Per te è «{yours}» a farlo; nell’articolo è {theirs}.",
        Text::RolesSwappedBare => "Nell’articolo i ruoli sono invertiti.",
        Text::Negated => "Tu lo neghi («{yours}»); l’articolo lo riporta.",
        Text::NegatedBare => "Una parte nega quello che l’altra afferma.",
        Text::Opposite => "Hai scritto «{yours}»; l’articolo dice il contrario.",
        Text::OppositeBare => "L’articolo dice il contrario.",
        Text::CertaintyDiffers => "L’articolo e tu non ne siete sicuri allo stesso modo.",
        Text::Exactly => "esattamente {figure}",
        Text::About => "circa {figure}",
        Text::MoreThan => "oltre {figure}",
        Text::LessThan => "meno di {figure}",
        Text::AtLeast => "almeno {figure}",
        Text::AtMost => "al massimo {figure}",
        Text::Between => "tra {low} e {high}",
        Text::Third => "un terzo",
        Text::TwoThirds => "due terzi",
        Text::DayOfMonth => "{day} {month}",
        Text::MonthOfYear => "{month} {year}",
        Text::DayRange => "{first}–{last} {month}",
        Text::MonthRange => "da {first} a {last}",
        Text::MonthRangeOfYear => "da {first} a {last} {year}",
        Text::Day => "il giorno {day} del mese",
        Text::Early => "inizio {period}",
        Text::Mid => "metà {period}",
        Text::Late => "fine {period}",
        Text::FirstHalf => "la prima metà del {year}",
        Text::SecondHalf => "la seconda metà del {year}",
    }
}

pub(super) fn counted(key: Counted) -> [&'static str; 2] {
    match key {
        Counted::AllSupport => ["L’articolo lo riporta", "Tutti e {count} gli articoli lo riportano"],
        Counted::AllDispute => ["L’articolo lo contesta", "Tutti e {count} gli articoli lo contestano"],
        Counted::AllBoth => {
            ["L’articolo riporta due versioni", "Tutti e {count} gli articoli riportano due versioni"]
        }
        Counted::LeadSupport => {
            ["Un articolo su {total} lo riporta", "{count} articoli su {total} lo riportano"]
        }
        Counted::LeadDispute => {
            ["Un articolo su {total} lo contesta", "{count} articoli su {total} lo contestano"]
        }
        Counted::LeadBoth => [
            "Un articolo su {total} riporta due versioni",
            "{count} articoli su {total} riportano due versioni",
        ],
        Counted::NextDispute => ["uno lo contesta", "{count} lo contestano"],
        Counted::NextBoth => ["uno riporta due versioni", "{count} riportano due versioni"],
        Counted::NextPartly => ["uno ne copre solo una parte", "{count} ne coprono solo una parte"],
        Counted::NextOmit => ["uno non ne parla", "{count} non ne parlano"],
        Counted::MorePlaces => ["un altro punto", "altri {count} punti"],
        Counted::OnlyHere => ["{count} solo qui", "{count} solo qui"],
        Counted::Claims => ["{count} affermazione", "{count} affermazioni"],
        Counted::InOneOnly => ["{count} in un solo articolo", "{count} in un solo articolo"],
        Counted::Contradicted => ["{count} contraddetta", "{count} contraddette"],
    }
}
