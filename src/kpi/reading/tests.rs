use super::*;
use crate::kpi::FunnelStage;

/// The aims of a text with their units, as short words.
fn told(text: &str, purpose: Purpose) -> Vec<String> {
    let reading = read(text);
    let unit = |unit: Unit| match unit {
        Unit::Percent => "%".to_owned(),
        Unit::Points => "points".to_owned(),
        Unit::Money => "money".to_owned(),
        Unit::Time(span) => format!("{span:?}"),
        Unit::Thing(at) => reading.items[at].text.clone(),
        Unit::Times => "times".to_owned(),
        Unit::Bare => "bare".to_owned(),
    };
    reading
        .numbers(purpose)
        .map(|one| {
            format!(
                "{} {}",
                one.value.map_or("?".to_owned(), |value| value.to_string()),
                unit(one.unit)
            )
        })
        .collect()
}

fn due(text: &str) -> Option<String> {
    let today = "2026-11-22".parse().ok();
    read(text)
        .deadline()
        .map(|when| when.moment.last_day(today).map_or("unclear".to_owned(), |day| day.to_string()))
}

#[test]
fn numbers_know_what_they_are_of_and_for() {
    let rows: [(&str, Purpose, &[&str]); 24] = [
        (
            "Raise first-contact resolution from 66 % in October 2026 to 75 % by March 2027",
            Purpose::Aim,
            &["75 %"],
        ),
        (
            "Raise first-contact resolution from 66 % in October 2026 to 75 % by March 2027",
            Purpose::Baseline,
            &["66 %"],
        ),
        ("Answer at least 80% of calls within 20 seconds", Purpose::Aim, &["80 %"]),
        ("Answer at least 80% of calls within 20 seconds", Purpose::Limit, &["20 Second"]),
        ("Reply to every e-mail within 4h", Purpose::Aim, &["4 Hour"]),
        ("Win 250 new customers this year", Purpose::Aim, &["250 customers"]),
        ("Increase revenue by 10 %", Purpose::Change, &["10 %"]),
        ("No more than 2 complaints per 100 orders", Purpose::Aim, &["2 complaints"]),
        ("No more than 2 complaints per 100 orders", Purpose::Base, &["100 orders"]),
        ("Bring complaints under five per month", Purpose::Aim, &["5 bare"]),
        ("Reach a rating of 4.5/5", Purpose::Aim, &["4.5 4.5"]),
        ("Support 24/7", Purpose::Aim, &[]),
        ("Повысить долю с 62 % до 80 %", Purpose::Aim, &["80 %"]),
        ("Повысить долю с 62 % до 80 %", Purpose::Baseline, &["62 %"]),
        ("Сократить отток на 10 %", Purpose::Change, &["10 %"]),
        ("Не более двух жалоб на 100 заказов", Purpose::Aim, &["2 жалоб"]),
        ("Не более двух жалоб на 100 заказов", Purpose::Base, &["100 заказов"]),
        ("Отвечать на 80 % звонков за 20 секунд", Purpose::Limit, &["20 Second"]),
        ("Привлечь не менее 1 200 новых клиентов", Purpose::Aim, &["1200 клиентов"]),
        ("将首次解决率从66%提高到75%", Purpose::Aim, &["75 %"]),
        ("将首次解决率从66%提高到75%", Purpose::Baseline, &["66 %"]),
        ("百分之八十的来电在二十秒内接听", Purpose::Limit, &["20 Second"]),
        ("八成客户一次解决", Purpose::Aim, &["80 %"]),
        ("新签客户不少于５０家", Purpose::Aim, &["50 家"]),
    ];
    let wrong: Vec<_> = rows
        .into_iter()
        .map(|(text, purpose, wanted)| (text, told(text, purpose), wanted))
        .filter(|(_, found, wanted)| found != wanted)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_deadline_is_told_from_other_moments() {
    let rows: [(&str, Option<&str>); 36] = [
        ("80 % by March 2027, up from 62 % in October 2026", Some("2027-03-31")),
        ("by 31 March 2027", Some("2027-03-31")),
        ("by March 31st, 2027", Some("2027-03-31")),
        ("no later than 2027-06-30", Some("2027-06-30")),
        ("until the end of the quarter", Some("2026-12-31")),
        ("by the end of next year", Some("2027-12-31")),
        ("by year-end", Some("2026-12-31")),
        ("in Q3 2027", Some("2027-09-30")),
        ("by the third quarter of 2027", Some("2027-09-30")),
        ("by H1 2027", Some("2027-06-30")),
        ("within six months", Some("2027-05-22")),
        ("within a year", Some("2027-11-22")),
        ("in 2027", Some("2027-12-31")),
        ("by FY27", Some("2027-12-31")),
        ("(62 % in October 2026)", None),
        ("compared with 2025", None),
        ("2000 leads", None),
        ("every month", None),
        ("answer within 20 seconds", None),
        ("we may grow", None),
        ("к марту 2027 года", Some("2027-03-31")),
        ("до конца квартала", Some("2026-12-31")),
        ("к концу следующего года", Some("2027-12-31")),
        ("до 31.03.2027", Some("2027-03-31")),
        ("не позднее 1 июля 2027 г.", Some("2027-07-01")),
        ("в течение полугода", Some("2027-05-22")),
        ("за III квартал 2027 года", Some("2027-09-30")),
        ("с 62 % в октябре 2026 года", None),
        ("до 80 % звонков", None),
        ("年底前", Some("2026-12-31")),
        ("到2027年3月31日", Some("2027-03-31")),
        ("2027年6月底前", Some("2027-06-30")),
        ("明年第三季度", Some("2027-09-30")),
        ("半年内", Some("2027-05-22")),
        ("2026年10月为62%", None),
        ("20秒内接听", None),
    ];
    let wrong: Vec<_> = rows
        .into_iter()
        .map(|(text, wanted)| (text, due(text), wanted))
        .filter(|(_, found, wanted)| found.as_deref() != *wanted)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn stages_play_their_part_in_the_sentence() {
    use FunnelStage::{Attendee, Buyer, Customer, Lead, Visitor};
    let rows: [(&str, Part, &[FunnelStage]); 17] = [
        ("Win 200 new customers", Part::Counted, &[Customer]),
        ("Turn visitors into buyers", Part::Result, &[Buyer]),
        ("Turn visitors into buyers", Part::Whole, &[Visitor]),
        ("Get more leads from existing customers", Part::Counted, &[Lead]),
        ("Share of attendees who buy", Part::Whole, &[Attendee]),
        ("Improve customer satisfaction", Part::Counted, &[]),
        ("Number of leads", Part::Counted, &[Lead]),
        ("Reply to customers at once", Part::Counted, &[]),
        ("Lead-to-order conversion", Part::Result, &[Buyer]),
        ("Привлечь 300 новых покупателей", Part::Counted, &[Buyer]),
        ("Превратить посетителей в покупателей", Part::Result, &[Buyer]),
        ("Число лидов", Part::Counted, &[Lead]),
        ("Повысить удовлетворённость клиентов", Part::Counted, &[]),
        ("把访客转化为买家", Part::Result, &[Buyer]),
        ("新增300名客户", Part::Counted, &[Customer]),
        ("提高客户满意度", Part::Counted, &[]),
        ("每百名客户投诉", Part::Counted, &[]),
    ];
    let of = |text: &str, part: Part| {
        let claims = read(text).claims.into_iter().filter(|one| one.part == part);
        claims.map(|one| one.stage).collect::<Vec<_>>()
    };
    let wrong: Vec<_> = rows
        .into_iter()
        .map(|(text, part, wanted)| (text, part, of(text, part), wanted))
        .filter(|(_, _, found, wanted)| found != wanted)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
#[ignore = "prints how a text is read: EXPLAIN='…' cargo test explain -- --ignored --nocapture"]
fn explain() {
    for text in std::env::var("EXPLAIN").unwrap_or_default().lines() {
        let reading = read(text);
        println!("{text}");
        for item in &reading.items {
            println!("  {:?} {:?} {:x?}", item.text, item.kind, item.tags);
        }
        println!("  {:?}\n  {:?}\n  {:?}", reading.whens, reading.quantities, reading.claims);
    }
}
