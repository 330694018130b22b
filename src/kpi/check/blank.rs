//! Texts that say nothing: empty, standing in for what is to come, or made of
//! words that only point at something not named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// What people write where they have nothing to write yet.
const STAND_INS: &str = "\
    tbd|tba|tbc|todo|n/a|na|none|unknown|xxx|nn|n.n|later|somewhere|open|pending|нет|\
    не определен|не определено|неизвестно|позже|потом|где-то|待定|待确认|\
    未定|暂无|无|不详|未知|再说|待补|待填|待办";

/// How texts begin that promise to say it another time.
const PROMISES: &str = "\
    tbd|tbc|tba|to be clarified|to be agreed|to be confirmed|to be decided|to be defined|\
    to be determined|to be discussed|to be found|to be named|to be specified|\
    to be settled|to be checked|to be announced|still to be|still open|\
    still under discussion|yet to be|not yet known|not yet clear|not yet decided|\
    not yet defined|not yet agreed|not yet fixed|not decided|pending clarification|\
    pending decision|will be clarified|will be defined|will be decided|will be named|\
    we will see|ask it|ask the |depends on |depending on |as needed|as required|\
    as appropriate|уточня|уточнить|уточним|будет определ|будет уточн|будут определ|будут уточн|определим|\
    определится|определяется позже|согласуем|согласуется|надо согласовать|\
    выяснить|спросить|по ситуации|по необходимости|по мере |на согласовании|\
    подлежит |решим |требует уточнения|нужно уточнить";

/// The same in Chinese, where what waits to be repaired begins alike.
const PROMISES_HAN: &str = "\
    待定|待确|待与|待和|待明|待商|待落实|待跟|待讨论|待沟通|尚待|尚未确|尚未明|有待|\
    以后再|另行|视情况|视需要|暂未|还没定|回头再|届时再";

/// Words that point at something without naming it.
const POINTING: &str = "\
    relevant|concerned|affected|appropriate|respective|applicable|various|different|\
    several|suitable|usual|everybody|everyone|anyone|necessary|applies|apply|applying|\
    eligible|fits|whom|применимо|применим|подходит|подходят|относятся|沾边|适用|符合|对口|\
    用得上|involved|available|corresponding|certain|target|stakeholders|whoever|\
    соответствующ|релевантн|причастн|касается|касаются|относится|задействованн|затронут|\
    различн|разны|нужны|необходим|доступн|некотор|определенны|прочи|целев|相关|有关|涉及|\
    各类|各种|适当|相应|所需|必要|若干|某些|目标|大家";

/// Words that stay empty beside them.
const HOLLOW: &str = "\
    cases|case|people|persons|person|things|items|parties|groups|group|ones|data|sources|\
    source|systems|system|records|files|places|units|areas|departments|reports|\
    information|internal|figures|numbers|those|who|that|are|is|it|all|the|of|and|or|from|\
    in|by|for|with|our|to|any|each|every|others|this|случа|лиц|люди|люд|данны|источник|\
    систем|отчет|подразделени|служб|сторон|объект|кого|кому|это|котор|кто|групп|документ|\
    информаци|внутренни|все|и|или|из|в|с|к|у|для|по|they|them|те|тех|тем|они|нам|мы|что|\
    чего|надо";

/// The same in Chinese.
const HOLLOW_HAN: &str = "\
    对象|人员|部门|单位|方面|数据|系统|渠道|来源|资料|报表|范围|事项|业务|情况|群体|人群|\
    内容|信息|所有|全部|全体|内部|者|方|的|各|等|和|及|与|人|个|类|里|处|从|到";

/// A list by first letters, so that most of it is never looked at.
type List = BTreeMap<char, Vec<&'static str>>;

/// The lists, taken apart once.
struct Lists {
    stand_ins: List,
    promises: List,
    pointing: List,
    hollow: List,
    hollow_han: List,
    /// The first two letters of all, the second none where there is one.
    begins: BTreeSet<(char, char)>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let of = |lists: &[&'static str]| {
            let mut by_letter = List::new();
            for one in lists.iter().flat_map(|list| list.split('|')) {
                let first = one.chars().next().unwrap_or_default();
                by_letter.entry(first).or_default().push(one);
            }
            by_letter
        };
        Lists {
            stand_ins: of(&[STAND_INS]),
            promises: of(&[PROMISES, PROMISES_HAN]),
            pointing: of(&[POINTING]),
            hollow: of(&[HOLLOW]),
            hollow_han: of(&[HOLLOW_HAN]),
            begins: [STAND_INS, PROMISES, PROMISES_HAN, POINTING, HOLLOW, HOLLOW_HAN]
                .into_iter()
                .flat_map(|list| list.split('|'))
                .map(|one| {
                    let mut letters = one.chars();
                    let first = letters.next().unwrap_or_default();
                    (first, letters.next().unwrap_or_default())
                })
                .collect(),
        }
    })
}

/// The entries of a list that begin as a text does.
fn like(list: &'static List, text: &str) -> impl Iterator<Item = &'static str> {
    let first = text.chars().next().unwrap_or_default();
    list.get(&first).into_iter().flatten().copied()
}

/// Whether a text says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    // Marks of percent and money say something, dashes do not.
    let says = |c: char| c.is_alphanumeric() || "%‰°€$£¥₽₸№".contains(c);
    let plain = text.trim_matches(|c: char| !says(c));
    if plain.is_empty() {
        return true;
    }
    let lists = lists();
    // Most texts begin like none of them.
    let mut letters = plain.chars().filter_map(|c| c.to_lowercase().next());
    let (first, second) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    if !lists.begins.contains(&(first, second)) && !lists.begins.contains(&(first, char::default()))
    {
        return false;
    }
    let plain = plain.to_lowercase();
    let plain = if plain.contains('ё') { plain.replace('ё', "е") } else { plain };
    like(&lists.stand_ins, &plain).any(|one| plain == one)
        || like(&lists.promises, &plain).any(|begin| plain.starts_with(begin))
        || only_points(&plain)
}

/// Whether each word is hollow, and one of them points: *all relevant cases*,
/// 相关对象.
fn only_points(plain: &str) -> bool {
    let han = |c: char| u32::from(c) > 0x3000;
    let lists = lists();
    let mut points = false;
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.starts_with(han) {
            let mut rest = word;
            while !rest.is_empty() {
                if let Some(after) =
                    like(&lists.pointing, rest).find_map(|one| rest.strip_prefix(one))
                {
                    points = true;
                    rest = after;
                } else if let Some(after) =
                    like(&lists.hollow_han, rest).find_map(|one| rest.strip_prefix(one))
                {
                    rest = after;
                } else {
                    return false;
                }
            }
            continue;
        }
        // Russian words change their endings, English ones stand as they are.
        let fits = |one: &str| {
            let rest = word.strip_prefix(one).map(|rest| rest.chars().count());
            rest.is_some_and(|rest| rest == 0 || (!word.is_ascii() && one.len() > 4 && rest <= 3))
        };
        if like(&lists.pointing, word).any(fits) {
            points = true;
        } else if !like(&lists.hollow, word).any(fits) {
            return false;
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn what_only_points_or_promises_says_nothing() {
        for text in [
            "",
            " – ",
            "TBD",
            "to be clarified with the plant",
            "All relevant cases",
            "The persons concerned",
            "Various systems",
            "相关对象",
            "所有有关人员",
            "待与财务确认",
            "Все, кого это касается",
            "Соответствующие лица",
            "Уточняется у бухгалтерии",
        ] {
            assert!(is_blank(text), "{text}");
        }
    }

    #[test]
    fn what_names_somebody_says_something() {
        for text in [
            "All calls",
            "All cases",
            "Affected households",
            "待修车辆",
            "待处理工单",
            "Все заказы",
            "Пациенты целевой группы",
            "Target customers",
            "相关企业",
            "Open tickets",
            "Pending claims",
        ] {
            assert!(!is_blank(text), "{text}");
        }
    }
}
