//! Compiles a story from its directory: `story.toml`, `claims/*.toml` and `evidence.lock`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::raw::{
    RawArticle, RawClaim, RawEvidence, RawName, RawQuantity, RawStory, RawTopicFile, RawWordings,
};
use super::{Diagnostic, Lesson, Lock, learn};
use crate::story::{
    Article, Claim, Evidence, Localised, Network, Position, Story, Wording, WordingKind, class,
};
use crate::text::{Bound, Date, Lexicon, Name, Quantity, Reader, Signal};

/// How many words of a sentence an excerpt may have. A browser finds a sentence by four or five; with many more a story
/// would hold the articles themselves.
const LONGEST_EXCERPT: usize = 10;

/// The files of a story, read by the caller: `(name, content)`.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// `story.toml`
    pub story: (String, String),
    /// `claims/*.toml`: the claims with their evidence and a first set of wordings.
    pub claims: Vec<(String, String)>,
    /// `wordings/*.toml`: further wordings, by claim id, which the network learns from.
    pub wordings: Vec<(String, String)>,
    /// `evidence.lock`
    pub lock: (String, String),
    /// `network.bin`, which `claim-check train` writes; a story without one learns from its wordings when it is compiled.
    pub network: Option<(String, Vec<u8>)>,
}

/// A sentence that no claim points at and that is not listed as skipped, or a pointer list for reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// `article paragraph.sentence` that nothing points at.
    pub uncovered: Vec<String>,
    /// `article paragraph.sentence: reason` listed as skipped.
    pub skipped: Vec<String>,
}

/// Compiles a story with a lexicon; also says which sentences of the articles no claim points at.
///
/// # Errors
/// All problems found in the files.
pub fn compile_story(source: &Source, lexicon: &Lexicon) -> Result<(Story, Coverage), Vec<Diagnostic>> {
    let (mut story, coverage, lessons) = compile_lessons(source, lexicon)?;
    let ids: Vec<&str> = story.claims.iter().map(|claim| claim.id.as_str()).collect();
    story.network = match &source.network {
        None => learn(&ids, &lessons, &[], 1),
        Some((file, bytes)) => {
            let network = postcard::from_bytes(bytes).ok().filter(|network: &Network| network.fits(&ids));
            network.ok_or_else(|| {
                let message =
                    "expected a network learned for the claims of this story, found another".to_owned();
                vec![Diagnostic::of_file(
                    file,
                    message,
                    "learn it again with `claim-check train`, or remove it",
                )]
            })?
        }
    };
    Ok((story, coverage))
}

/// Compiles a story but for its network, which can be learned from the lessons.
///
/// # Errors
/// All problems found in the files.
pub fn compile_lessons(
    source: &Source,
    lexicon: &Lexicon,
) -> Result<(Story, Coverage, Vec<Lesson>), Vec<Diagnostic>> {
    let mut compiler = Compiler::default();
    let story = compiler.story(source, lexicon);
    match story {
        Some(story) if compiler.problems.is_empty() => {
            let coverage = compiler.coverage();
            let of_claim =
                |id: &str| story.claims.iter().position(|claim| claim.id == id).unwrap_or_default();
            let lessons = compiler.read.into_iter().map(|(id, kind, items)| {
                let class = class(of_claim(&id), kind, story.claims.len());
                Lesson { items, right: vec![class as u16] }
            });
            let lessons = lessons.collect();
            Ok((story, coverage, lessons))
        }
        _ => Err(compiler.problems),
    }
}

#[derive(Default)]
struct Compiler {
    problems: Vec<Diagnostic>,
    lock: Lock,
    cited: Vec<(String, String)>,
    skipped: Vec<(String, String, String)>,
    /// Every wording as a learned model sees it, with its claim and what it does with it.
    read: Vec<(String, WordingKind, Vec<Vec<Signal>>)>,
}

/// The file under compilation.
struct File<'a> {
    name: &'a str,
    text: &'a str,
}

impl Compiler {
    fn story(&mut self, source: &Source, lexicon: &Lexicon) -> Option<Story> {
        let file = File { name: &source.story.0, text: &source.story.1 };
        self.lock = self.parse(&File { name: &source.lock.0, text: &source.lock.1 })?;
        let raw: RawStory = self.parse(&file)?;
        let names: Vec<Name> = raw.name.into_iter().map(name).collect();
        let mut reader = Reader::new(lexicon.clone(), &names, &[]);
        let articles: Vec<Article> =
            raw.article.into_iter().filter_map(|article| self.article(article, &reader, &file)).collect();
        let mut story = Story {
            id: raw.id,
            title: raw.title,
            articles,
            voices: raw.voice,
            topics: raw.topic,
            lexicon_hash: lexicon.hash,
            ..Story::default()
        };
        let mut further = BTreeMap::new();
        for (name, text) in &source.wordings {
            self.further(&File { name, text }, &mut further);
        }
        for (name, text) in &source.claims {
            self.topic(&File { name, text }, &mut story, &mut further, &mut reader);
        }
        for (id, (file, _)) in further {
            let message = format!("expected wordings of a claim, found `{id}`, which no claim has");
            self.problems.push(Diagnostic::of_file(&file, message, "correct the id or write the claim"));
        }
        story.claims.sort_by_key(|claim| claim.topic);
        story.names = names;
        story.words = reader.words();
        Some(story)
    }

    fn parse<'a, T: Deserialize<'a>>(&mut self, file: &File<'a>) -> Option<T> {
        match toml::from_str(file.text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.problems.push(Diagnostic::of_toml(file.name, file.text, &error));
                None
            }
        }
    }

    fn article(&mut self, raw: RawArticle, reader: &Reader, file: &File<'_>) -> Option<Article> {
        let Some(locked) = self.lock.articles.get(&raw.id) else {
            let message = format!("expected hashes of article `{}` in the lock file, found none", raw.id);
            self.problems.push(Diagnostic::of_file(file.name, message, "run `claim-check story lock`"));
            return None;
        };
        let hash = u64::from_str_radix(&locked.hash, 16).unwrap_or_default();
        let mut outlets = Vec::new();
        for key in &raw.outlets {
            match (0..reader.names().len() as u16)
                .find(|id| reader.names().name(*id).is_some_and(|n| n.id == *key))
            {
                Some(id) => outlets.push(id),
                None => {
                    let message = format!(
                        "expected outlet `{key}` of article `{}` among the names, found no such",
                        raw.id
                    );
                    self.problems.push(Diagnostic::of_file(file.name, message, "add it as a [[name]]"));
                }
            }
        }
        if let Some(url) = raw.url.as_deref().filter(|url| !Article::is_address(url)) {
            let message = format!("expected an address of the web for article `{}`, found `{url}`", raw.id);
            self.problems.push(Diagnostic::of_file(file.name, message, "write it in full, with https://"));
        }
        self.skipped
            .extend(raw.skipped.into_iter().map(|skipped| (raw.id.clone(), skipped.at, skipped.reason)));
        Some(Article {
            id: raw.id,
            language: raw.language,
            date: raw.date,
            publisher: raw.publisher,
            url: raw.url,
            label: raw.label,
            outlets,
            hash,
        })
    }

    /// Collects further wordings by claim id, with the file they stand in.
    fn further(&mut self, file: &File<'_>, all: &mut BTreeMap<String, (String, RawWordings)>) {
        let Some(raw) = self.parse::<BTreeMap<String, RawWordings>>(file) else { return };
        for (id, wordings) in raw {
            if all.contains_key(&id) {
                let message = format!("expected the wordings of `{id}` in one file, found them in a second");
                self.problems.push(Diagnostic::of_file(file.name, message, "put them together"));
            }
            all.insert(id, (file.name.to_owned(), wordings));
        }
    }

    fn topic(
        &mut self,
        file: &File<'_>,
        story: &mut Story,
        further: &mut BTreeMap<String, (String, RawWordings)>,
        reader: &mut Reader,
    ) {
        let Some(raw) = self.parse::<RawTopicFile>(file) else { return };
        let Some(topic) = story.topics.iter().position(|topic| topic.id == raw.topic) else {
            let message = format!("expected a topic of story.toml, found `{}`", raw.topic);
            self.problems.push(Diagnostic::of_file(file.name, message, "add it as a [[topic]]"));
            return;
        };
        for claim in raw.claim {
            if story.claims.iter().any(|known| known.id == *claim.id.get_ref()) {
                let message = format!("expected a new claim id, found `{}` again", claim.id.get_ref());
                self.at(file, &claim.id, message, "give each claim an id of its own");
            }
            let more = further.remove(claim.id.get_ref()).map(|(_, wordings)| wordings);
            let claim = self.claim(claim, more, topic as u8, file, story, reader);
            story.claims.push(claim);
        }
    }

    fn claim(
        &mut self,
        raw: RawClaim,
        more: Option<RawWordings>,
        topic: u8,
        file: &File<'_>,
        story: &Story,
        reader: &mut Reader,
    ) -> Claim {
        let mut wordings = Vec::new();
        // All are learned from; what stands beside its claim is also what a reader's words are compared with.
        let mut read = |kind, texts: &[String], compared: bool| {
            for text in texts {
                let reading = reader.learn(text);
                self.read.push((raw.id.get_ref().clone(), kind, reading.all_signals(reader)));
                let wording = Wording { kind, statement: reading.whole() };
                if compared && !wordings.contains(&wording) {
                    wordings.push(wording);
                }
            }
        };
        read(WordingKind::Same, &[raw.en.clone(), raw.it.clone()], true);
        let first = [&raw.same, &raw.denied, &raw.altered, &raw.unsettled];
        let further = more.iter().flat_map(|more| [&more.same, &more.denied, &more.altered, &more.unsettled]);
        let kinds = [WordingKind::Same, WordingKind::Denied, WordingKind::Altered, WordingKind::Unsettled];
        for (at, lists) in first.into_iter().chain(further).enumerate() {
            let compared = at < kinds.len();
            read(kinds[at % kinds.len()], &lists.en, compared);
            read(kinds[at % kinds.len()], &lists.it, compared);
        }
        let mut positions: Vec<Position> = Vec::new();
        for (id, position) in raw.articles {
            let Some(article) = story.articles.iter().position(|article| article.id == id) else {
                let message = format!("expected an article of story.toml, found `{id}`");
                self.at(file, &raw.id, message, "correct the id of the article");
                continue;
            };
            positions.push(Position {
                article: article as u8,
                support: self.evidence(position.support, &id, file, story),
                dispute: self.evidence(position.dispute, &id, file, story),
                quantity: position.quantity.and_then(|q| self.quantity(q, &raw.id, file, reader)),
                date: position.date.and_then(|d| self.date(&d, file)),
            });
        }
        if positions.iter().all(|p| p.support.is_empty() && p.dispute.is_empty()) {
            let message = format!("expected evidence for claim `{}`, found none", raw.id.get_ref());
            self.at(
                file,
                &raw.id,
                message,
                "say where an article supports or disputes it, or remove the claim",
            );
        }
        positions.sort_by_key(|position| position.article);
        Claim {
            topic,
            quantity: raw.quantity.and_then(|q| self.quantity(q, &raw.id, file, reader)),
            date: raw.date.and_then(|d| self.date(&d, file)),
            text: localised(raw.en, raw.it),
            id: raw.id.into_inner(),
            wordings,
            positions,
        }
    }

    fn evidence(
        &mut self,
        raw: Vec<RawEvidence>,
        article: &str,
        file: &File<'_>,
        story: &Story,
    ) -> Vec<Evidence> {
        let mut evidence = Vec::new();
        let has_address = story.articles.iter().any(|known| known.id == article && known.url.is_some());
        for item in raw {
            if let Some(excerpt) = &item.excerpt {
                self.excerpt(excerpt, has_address, file);
            }
            let pointer = item.at.get_ref().clone();
            let hash = self.lock.articles.get(article).and_then(|locked| locked.sentence(&pointer));
            let voice = story.voices.iter().position(|voice| voice.id == *item.voice.get_ref());
            let place = pointer.split_once('.').and_then(|(p, s)| Some((p.parse().ok()?, s.parse().ok()?)));
            match (hash, voice, place) {
                (Some(hash), Some(voice), Some((paragraph, sentence))) => {
                    self.cited.push((article.to_owned(), pointer));
                    evidence.push(Evidence {
                        paragraph,
                        sentence,
                        hash,
                        voice: voice as u8,
                        note: localised(item.en, item.it),
                        excerpt: item.excerpt.map(Spanned::into_inner),
                    });
                }
                (_, None, _) => {
                    let message = format!("expected a voice of story.toml, found `{}`", item.voice.get_ref());
                    self.at(file, &item.voice, message, "use one of the [[voice]] ids or add one");
                }
                _ => {
                    let message = format!("expected a sentence of article `{article}`, found `{pointer}`");
                    self.at(file, &item.at, message, "count paragraphs and sentences from 1: \"4.1\"");
                }
            }
        }
        evidence
    }

    /// Checks what can be checked of an excerpt without the article.
    fn excerpt(&mut self, excerpt: &Spanned<String>, has_address: bool, file: &File<'_>) {
        let count = excerpt.get_ref().split_whitespace().filter(|word| *word != "…").count();
        if !has_address {
            let message = "expected a url of the article that the excerpt is from, found none".to_owned();
            self.at(file, excerpt, message, "add it to the [[article]] or leave the excerpt out");
        }
        if !(1..=LONGEST_EXCERPT).contains(&count) || excerpt.get_ref().matches('…').count() > 1 {
            let message = format!("expected an excerpt of 1 to {LONGEST_EXCERPT} words, found {count}");
            self.at(
                file,
                excerpt,
                message,
                "give the first and last words of the sentence, with one … between them",
            );
        }
    }

    fn quantity(
        &mut self,
        raw: RawQuantity,
        id: &Spanned<String>,
        file: &File<'_>,
        reader: &Reader,
    ) -> Option<Quantity> {
        let bound = match raw.bound.as_deref() {
            None => Bound::Plain,
            Some("exact") => Bound::Plain,
            Some("about") => Bound::About,
            Some("over") => Bound::Over,
            Some("under") => Bound::Under,
            Some("at-least") => Bound::AtLeast,
            Some("at-most") => Bound::AtMost,
            Some(other) => {
                let message = format!(
                    "expected a bound (exact, about, over, under, at-least, at-most), found `{other}`"
                );
                self.at(file, id, message, "use one of these or leave it out");
                return None;
            }
        };
        // Reading "30000 chips" gives value, measure and unit by the same rules as a reader's claim.
        let text = format!("{} {}", raw.value, raw.unit);
        let read = reader.read(&text).whole().quantities.into_iter().next();
        let quantity = read.map(|quantity| Quantity { bound, ..quantity });
        if quantity.is_none() {
            let message = format!("expected a number and a unit, found `{text}`");
            self.at(file, id, message, "write value = 30000 and unit = \"chip\"");
        }
        quantity
    }

    fn date(&mut self, raw: &Spanned<String>, file: &File<'_>) -> Option<Date> {
        let date = Date::parse(raw.get_ref());
        if date.is_none() {
            let message = format!(
                "expected a date such as 2022, 2023-08, 2025-01-19, --01-19, found `{}`",
                raw.get_ref()
            );
            self.at(file, raw, message, "leave out what is not known: `--` stands for no year");
        }
        date
    }

    fn at<T>(&mut self, file: &File<'_>, place: &Spanned<T>, message: String, hint: &str) {
        self.problems.push(Diagnostic::at(file.name, file.text, place.span().start, message, hint));
    }

    fn coverage(&self) -> Coverage {
        let mut coverage = Coverage::default();
        for (id, article) in &self.lock.articles {
            for pointer in article.sentences.keys() {
                let skipped = self.skipped.iter().find(|(a, at, _)| a == id && at == pointer);
                if let Some((_, _, reason)) = skipped {
                    coverage.skipped.push(format!("{id} {pointer}: {reason}"));
                } else if !self.cited.iter().any(|(a, at)| a == id && at == pointer) {
                    coverage.uncovered.push(format!("{id} {pointer}"));
                }
            }
        }
        coverage
    }
}

fn name(raw: RawName) -> Name {
    Name {
        id: raw.id,
        kind: raw.kind,
        label: raw.label,
        forms: raw.forms.iter().map(|form| Name::form(form)).collect(),
        part_of: raw.part_of,
        ambiguous: raw.ambiguous.iter().map(|form| Name::form(form)).collect(),
    }
}

fn localised(en: String, it: String) -> Localised {
    use crate::story::LanguageKey::{En, It};
    Localised([(En, en), (It, it)].into())
}
