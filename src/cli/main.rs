//! The `claim-check` program.
use std::io::BufRead;

fn main() {
    let mode = std::env::args().nth(1).unwrap_or_default();
    if mode == "lock" {
        let mut lock = claim_check::Lock::default();
        for path in std::env::args().skip(2) {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = std::path::Path::new(&path).file_name().unwrap().to_string_lossy().to_string();
            let id = name.split('_').next().unwrap().to_owned();
            lock.articles.insert(id, claim_check::LockedArticle::of(&text));
        }
        print!("{}", toml::to_string(&lock).unwrap());
        return;
    }
    let engine = claim_check::Engine::embedded().unwrap();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let report = engine.check(&line);
        let articles: Vec<_> = report.articles.iter().map(|a| serde_json::json!({"id": a.id, "verdict": a.verdict})).collect();
        let parts: Vec<_> = report.parts.iter().map(|p| p.matches.iter().map(|m| format!("{} {:?} {:.2}{}", m.claim, m.relation, m.probability, if m.decided {"*"} else {""})).collect::<Vec<_>>()).collect();
        println!("{}", serde_json::json!({"claim": line, "articles": articles, "parts": parts}));
    }
}
