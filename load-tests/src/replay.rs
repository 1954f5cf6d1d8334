//! Replays a file: one phone for each answer, from the join code to the minutes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use plenum::client::{Created, Phone, QuestionResults, ServerAddress};
use plenum::export::answers_in_markdown;
use plenum::session::{
    AnswerContent, AnswerId, AnswerText, Ask, Details, FacilitatorCommand, ItemContent, ItemId, ItemPlan,
    Line, OpenText, Paragraph, Plan, Question,
};
use serde::Serialize;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::answer_set::AnswerSet;
use crate::count::differences;
use crate::latency::{Latencies, Percentiles};
use crate::{Common, open_files, progress, write_report};

/// Phones that join or answer at the same time: a room where not everybody is equally quick.
const AT_ONCE_MAX: usize = 100;
/// Themes are taken to be settled when they have been the same for this long.
const SETTLED: Duration = Duration::from_secs(3);
/// They are read as they are after this long.
const SETTLING_MAX: Duration = Duration::from_secs(30);
/// Between two looks at the themes.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Arguments of a replay.
#[derive(clap::Args)]
pub struct Arguments {
    /// JSON with `input`, a list of answers, and if it has them `question` and `language`.
    file: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// The report; its `themes` and `unthemed` name answers by their index in the file's `input`.
#[derive(Serialize)]
struct Report {
    file: String,
    server: String,
    code: String,
    phones: usize,
    acknowledged: Percentiles,
    themes: Vec<Theme>,
    unthemed: Vec<usize>,
    failures: Vec<String>,
}

#[derive(Serialize)]
struct Theme {
    label: String,
    parent: Option<usize>,
    answers: Vec<usize>,
}

/// Replays the file; an error unless every answer stands in the minutes exactly as often as in the file.
pub async fn run(Arguments { file, common }: Arguments) -> Result<()> {
    let set = AnswerSet::read(&file)?;
    open_files::check(Path::new("/proc/self"), "this process", set.answers.len())?;
    let server = &common.server;
    let session = server.create(&plan(&file, &set)?).await.context("the session could not be created")?;
    let item = first_item(server, &session).await?;

    let phones = join(server, &session, set.answers.len()).await?;
    let open = FacilitatorCommand::GoTo { item };
    server.command(session.code, &session.key, &open).await?;
    let acknowledged = answer(phones, item, &set.answers).await?;

    let results = settled_results(server, &session, item).await?;
    let end = FacilitatorCommand::EndSession;
    server.command(session.code, &session.key, &end).await?;
    let minutes = server.minutes(session.code, &session.key).await?;

    let (themes, unthemed) = grouping(&set.answers, &results);
    let report = Report {
        file: file.display().to_string(),
        server: server.to_string(),
        code: session.code.to_string(),
        phones: set.answers.len(),
        acknowledged,
        failures: failures(&set.answers, &results, &minutes),
        themes,
        unthemed,
    };
    print(&report);
    if let Some(path) = &common.json {
        write_report(path, &report)?;
    }
    if !report.failures.is_empty() {
        bail!("{} failures, the first: {}", report.failures.len(), report.failures[0]);
    }
    println!("All {} answers stand in the minutes exactly as often as they were given.", report.phones);
    Ok(())
}

fn plan(file: &Path, set: &AnswerSet) -> Result<Plan> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let title = Line::parse(&name).map_err(|reason| anyhow::anyhow!("the file's name: {reason}"))?;
    let question = Question::new(
        set.question.clone(),
        Ask::OpenText(OpenText { answers_max: 1, length_max: AnswerText::CHARS_MAX as u16 }),
    );
    Ok(Plan {
        details: Details { title, language: set.language, ..Details::default() },
        items: vec![ItemPlan {
            starts: None,
            ends: None,
            what: Line::default(),
            how: Paragraph::default(),
            who: Line::default(),
            timer: None,
            content: ItemContent::Question(question),
        }],
        ..Plan::default()
    })
}

async fn first_item(server: &ServerAddress, session: &Created) -> Result<ItemId> {
    let overview = server.overview(session.code, &session.key).await?;
    let item = overview.items.first().context("the session has lost its question")?;
    Ok(item.id)
}

async fn join(server: &ServerAddress, session: &Created, count: usize) -> Result<Vec<Phone>> {
    let turns = Arc::new(Semaphore::new(AT_ONCE_MAX));
    let mut joining = JoinSet::new();
    for _ in 0..count {
        let (server, session, turns) = (server.clone(), session.clone(), turns.clone());
        joining.spawn(async move {
            let _turn = turns.acquire().await?;
            Phone::join(&server, &session).await.context("a phone could not join")
        });
    }
    let bar = progress("joined", count);
    let mut phones = Vec::with_capacity(count);
    while let Some(joined) = joining.join_next().await {
        phones.push(joined??);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(phones)
}

/// Sends one answer from each phone and waits until all are confirmed.
async fn answer(phones: Vec<Phone>, item: ItemId, answers: &[AnswerText]) -> Result<Percentiles> {
    let turns = Arc::new(Semaphore::new(AT_ONCE_MAX));
    let mut answering = JoinSet::new();
    let bar = progress("confirmed", answers.len());
    for (mut phone, text) in phones.into_iter().zip(answers.iter().cloned()) {
        let turns = turns.clone();
        answering.spawn(async move {
            let _turn = turns.acquire().await?;
            phone
                .until(|seen| seen.open_question().is_some_and(|shown| shown.id == item))
                .await
                .context("a phone was not shown the question")?;
            let sent_at = Instant::now();
            let content = AnswerContent::Text { text };
            phone.answer(item, content).await.context("an answer was not confirmed")?;
            anyhow::Ok((phone, sent_at.elapsed()))
        });
    }
    let mut latencies = Latencies::default();
    // Those who have answered stay in the room until all have.
    let mut room = Vec::with_capacity(answers.len());
    while let Some(answered) = answering.join_next().await {
        let (phone, latency) = answered??;
        latencies.note(latency);
        room.push(phone);
        bar.inc(1);
    }
    bar.finish_and_clear();
    for phone in room {
        phone.leave().await;
    }
    Ok(latencies.percentiles())
}

/// The question's results, once the grouping no longer changes.
async fn settled_results(server: &ServerAddress, session: &Created, item: ItemId) -> Result<QuestionResults> {
    let begun = Instant::now();
    let mut since = begun;
    let mut latest = results(server, session, item).await?;
    while since.elapsed() < SETTLED && begun.elapsed() < SETTLING_MAX {
        tokio::time::sleep(LOOK_EVERY).await;
        let now = results(server, session, item).await?;
        if now.themes != latest.themes {
            since = Instant::now();
        }
        latest = now;
    }
    Ok(latest)
}

async fn results(server: &ServerAddress, session: &Created, item: ItemId) -> Result<QuestionResults> {
    let all = server.results(session.code, &session.key).await?;
    all.questions.into_iter().find(|question| question.item == item).context("the results lack the question")
}

/// All that is wrong; empty when every answer stands everywhere as it should.
fn failures(answers: &[AnswerText], results: &QuestionResults, minutes: &str) -> Vec<String> {
    let given = || answers.iter().map(AnswerText::as_str);
    let standing = results.answers.iter().map(|answer| answer.text.as_str());
    let mut failures = differences("the results", given(), standing);
    let mut placed: BTreeMap<AnswerId, usize> = results.answers.iter().map(|answer| (answer.id, 0)).collect();
    for id in results.themes.iter().flat_map(|theme| &theme.answers).chain(&results.other) {
        *placed.entry(*id).or_default() += 1;
    }
    for (id, places) in placed {
        if places != 1 {
            failures.push(format!("answer {id} stands in {places} themes and should stand in one"));
        }
    }
    let written = answers_in_markdown(minutes);
    failures.extend(differences("the minutes", given(), written.iter().map(String::as_str)));
    failures
}

/// The themes with answers named by their index in the file.
fn grouping(answers: &[AnswerText], results: &QuestionResults) -> (Vec<Theme>, Vec<usize>) {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, answer) in answers.iter().enumerate().rev() {
        places.entry(answer.as_str()).or_default().push(index);
    }
    let texts: BTreeMap<AnswerId, &str> =
        results.answers.iter().map(|answer| (answer.id, answer.text.as_str())).collect();
    let mut indexes = |ids: &[AnswerId]| {
        let mut indexes: Vec<usize> =
            ids.iter().filter_map(|id| places.get_mut(texts.get(id)?)?.pop()).collect();
        indexes.sort_unstable();
        indexes
    };
    let themes = results.themes.iter().map(|theme| Theme {
        label: theme.label.to_string(),
        parent: None,
        answers: indexes(&theme.answers),
    });
    let themes = themes.collect();
    (themes, indexes(&results.other))
}

fn print(report: &Report) {
    println!("{} phones answered, session {}", report.phones, report.code);
    println!("acknowledged  {}", report.acknowledged);
    for theme in &report.themes {
        println!("  {} ({})", theme.label, theme.answers.len());
    }
    println!("  (in no theme) ({})", report.unthemed.len());
    for failure in &report.failures {
        eprintln!("failure: {failure}");
    }
}

#[cfg(test)]
mod tests {
    use plenum::export::escape_markdown;
    use serde_json::json;

    use super::*;

    fn answers(texts: &[&str]) -> Vec<AnswerText> {
        let parse = |text: &&str| AnswerText::parse(text).expect("an answer");
        texts.iter().map(parse).collect()
    }

    fn results(texts: &[&str], theme: &[u32], other: &[u32]) -> QuestionResults {
        let views: Vec<_> = (1..).zip(texts).map(|(id, text)| json!({"id": id, "text": text})).collect();
        serde_json::from_value(json!({
            "item": 1, "prompt": "Hva?", "ask": {"type": "open_text", "answers_max": 1, "length_max": 200},
            "status": {"phase": "open", "results": "projector", "round": 0, "second_round": false, "can_undo_reset": false},
            "people": texts.len(), "answers": views, "other": other, "ranking": [], "ballots": 0,
            "themes": [{"id": 1, "label": "Ja", "answers": theme, "decided": false,
                        "pinned": false, "hidden": false}],
        }))
        .expect("the results of a question")
    }

    fn minutes(texts: &[&str]) -> String {
        let lines: Vec<String> = texts.iter().map(|text| format!("- {}\n", escape_markdown(text))).collect();
        format!("# Referat\n\n* Sted: her\n\n{}", lines.concat())
    }

    #[test]
    fn answers_that_occur_twice_must_stand_twice() {
        let given = ["ja", "*nei*", "ja"];
        let results = results(&["ja", "*nei*", "ja"], &[1, 3], &[2]);
        assert_eq!(failures(&answers(&given), &results, &minutes(&given)), [""; 0]);
        let lost = failures(&answers(&given), &results, &minutes(&["ja", "*nei*"]));
        assert_eq!(lost.len(), 1, "{lost:?}");
        let twice = failures(&answers(&given), &results, &minutes(&["ja", "*nei*", "ja", "*nei*"]));
        assert_eq!(twice.len(), 1, "{twice:?}");
    }

    #[test]
    fn an_answer_in_two_themes_or_in_none_is_a_failure() {
        let given = ["ja", "nei"];
        let twice = results(&given, &[1, 2], &[2]);
        assert_eq!(failures(&answers(&given), &twice, &minutes(&given)).len(), 1);
        let nowhere = results(&given, &[1], &[]);
        assert_eq!(failures(&answers(&given), &nowhere, &minutes(&given)).len(), 1);
    }

    #[test]
    fn a_report_names_each_answer_by_its_place_in_the_file() {
        let (themes, unthemed) =
            grouping(&answers(&["ja", "nei", "ja"]), &results(&["nei", "ja", "ja"], &[2, 3], &[1]));
        assert_eq!(themes[0].answers, [0, 2]);
        assert_eq!(unthemed, [1]);
    }
}
