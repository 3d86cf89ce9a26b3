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
    if mode == "train" {
        let mut labelled = Vec::new();
        for path in std::env::args().skip(2) {
            for line in std::fs::read_to_string(&path).unwrap().lines() {
                let v: serde_json::Value = serde_json::from_str(line).unwrap();
                if v["kind"] == "compound" { continue; }
                let mut labels: Vec<(String, String)> = v["labels"].as_object().unwrap().iter().map(|(k, v)| (k.clone(), v.as_str().unwrap().to_owned())).collect();
                labels.sort();
                let verdicts = labels.iter().map(|(_, l)| match l.as_str() { "S" => claim_check::Verdict::Support, "D" => claim_check::Verdict::Dispute, "B" => claim_check::Verdict::Both, _ => claim_check::Verdict::Omit }).collect();
                labelled.push(claim_check::Labelled { claim: v["claim"].as_str().unwrap().to_owned(), verdicts });
            }
        }
        print!("{}", claim_check::weights_source(&claim_check::train(&engine, &labelled)));
        return;
    }
    if mode == "read" {
        for line in std::io::stdin().lock().lines() {
            let line = line.unwrap();
            let r = engine.reader().read(&line);
            println!("{line}\n  {:?}", r.language);
            let s = r.whole();
            for t in &s.terms { println!("  term {:?} {:?} {}", t.term, &line[t.span.start..t.span.end], t.name_like); }
            for m in &s.names { println!("  name {} {:?} rej={} {:?}", engine.reader().names().name(m.name).unwrap().id, m.role, m.rejected, &line[m.span.start..m.span.end]); }
            for q in &s.quantities { println!("  quantity {q:?}"); }
            for q in &s.dates { println!("  date {q:?}"); }
            println!("  neg {} {:?} stretches {}", s.negations, s.certainty, r.stretches());
        }
        return;
    }
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let report = engine.check(&line);
        let articles: Vec<_> = report.articles.iter().map(|a| serde_json::json!({"id": a.id, "verdict": a.verdict})).collect();
        let parts: Vec<_> = report.parts.iter().map(|p| p.matches.iter().map(|m| format!("{} {:?} {:.2}{}", m.claim, m.relation, m.probability, if m.decided {"*"} else {""})).collect::<Vec<_>>()).collect();
        println!("{}", serde_json::json!({"claim": line, "articles": articles, "parts": parts}));
    }
}
