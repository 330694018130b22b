//! From a project to boxes, lines and the rows of the table.

use crate::base::Id;
use crate::chart::goal_map::{Bond, Kind, Line, Node};
use crate::i18n::{Arg, Catalogue};
use crate::key;
use crate::kpi::{Link, LinkKind, ProfitTree, Pull, Rivals, Rule, Shared};
use crate::report::{record_name, trade_off_words};
use crate::workspace::{Project, findings, profit, rivals, shared};
use std::collections::{BTreeMap, BTreeSet};

/// Boxes up to which resources that only one indicator draws on are shown.
const ROOM: usize = 60;

/// One line of the map in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// Who bears on the other.
    pub from: String,
    /// How.
    pub how: String,
    /// The other.
    pub to: String,
    /// By what: the resource, the assumption, the reason somebody gave.
    pub what: String,
    /// What was decided, for two that compete.
    pub decided: String,
    /// Number of the conflict in the picture.
    pub number: Option<usize>,
    /// The two that compete, and whether that is settled.
    pub rivals: Option<(Id, Id, bool)>,
}

/// Everything the picture and its table are made from.
pub(super) struct Graph {
    pub nodes: Vec<Node>,
    pub lines: Vec<Line>,
    pub rows: Vec<MapRow>,
    pub rivals: Vec<Rivals>,
    pub chains: usize,
}

/// Collects boxes and lines, each line with its row.
struct Builder<'a> {
    catalogue: &'a Catalogue,
    project: &'a Project,
    nodes: Vec<Node>,
    places: BTreeMap<Id, usize>,
    lines: Vec<Line>,
    rows: Vec<MapRow>,
}

pub(super) fn graph(catalogue: &Catalogue, project: &Project) -> Graph {
    let (tree, competing) = (profit(project), rivals(project));
    let mut builder = Builder {
        catalogue,
        project,
        nodes: Vec::new(),
        places: BTreeMap::new(),
        lines: Vec::new(),
        rows: Vec::new(),
    };
    builder.records(&tree);
    builder.competing(&competing);
    let chains = builder.chains();
    builder.linked();
    builder.drawn(&shared(project));
    builder.leading(&tree);
    builder.serving();
    let Builder { nodes, lines, rows, .. } = builder;
    Graph { nodes, lines, rows, rivals: competing, chains }
}

/// The word of a kind of line, in the legend and the table.
pub(super) fn bond_key(bond: Bond) -> &'static str {
    match bond {
        Bond::Serves => key!("goal_map.serves"),
        Bond::Supports => key!("goal_map.supports"),
        Bond::Drives => key!("goal_map.drives"),
        Bond::Leads => key!("goal_map.leads"),
        Bond::More => key!("goal_map.more"),
        Bond::Less => key!("goal_map.less"),
        Bond::Settled => key!("goal_map.settled"),
        Bond::Open => key!("goal_map.open"),
    }
}

impl Builder<'_> {
    fn text(&self, key: &str) -> String {
        self.catalogue.text(key).into_owned()
    }

    /// What a record is called, or that it has no name yet.
    fn name(&self, id: Id) -> (String, bool) {
        let name = record_name(self.project, id);
        if !name.trim().is_empty() {
            return (name.trim().to_owned(), false);
        }
        let is_goal = self.project.goals.get(id).is_some();
        let key = if is_goal { key!("goals.no_statement") } else { key!("goals.no_name") };
        (self.text(key), true)
    }

    fn records(&mut self, tree: &ProfitTree) {
        let indicators = self.project.indicators.iter().map(|found| (found.id, Kind::Indicator));
        let goals = self.project.goals.iter().map(|found| (found.id, Kind::Goal));
        let all: Vec<(Id, Kind)> = indicators.chain(goals).collect();
        for (id, kind) in all {
            let kind = if tree.lines.contains(&id) { Kind::Profit } else { kind };
            let (name, gap) = self.name(id);
            self.places.insert(id, self.nodes.len());
            self.nodes.push(Node { record: Some(id), kind, name, gap });
        }
    }

    fn line(&mut self, from: usize, to: usize, bond: Bond, badge: String) {
        self.lines.push(Line { from, to, bond, badge });
    }

    fn row(&mut self, from: &str, bond: Bond, to: &str, what: &str) {
        let how = self.text(bond_key(bond));
        self.rows.push(MapRow {
            from: from.to_owned(),
            how,
            to: to.to_owned(),
            what: what.to_owned(),
            decided: String::new(),
            number: None,
            rivals: None,
        });
    }

    /// Those that compete, numbered, the undecided first.
    fn competing(&mut self, competing: &[Rivals]) {
        let mut turn: Vec<&Rivals> = competing.iter().collect();
        turn.sort_by_key(|rivals| rivals.settled);
        for (at, rivals) in turn.into_iter().enumerate() {
            let ends = (self.places.get(&rivals.one), self.places.get(&rivals.other));
            let (Some(from), Some(to)) = (ends.0.copied(), ends.1.copied()) else { continue };
            let bond = if rivals.settled { Bond::Settled } else { Bond::Open };
            let number = at + 1;
            self.line(from, to, bond, number.to_string());
            let trade_off = rivals.trade_off.and_then(|id| self.project.trade_offs.get(id));
            let decided = trade_off.map(|found| {
                let words = trade_off_words(self.catalogue, self.project, found);
                let plain = |words: &String| words.trim_end_matches(['.', '。']).to_owned();
                let words: Vec<String> = words.iter().map(plain).collect();
                words.join(&self.catalogue.text(key!("goal_map.and_then")))
            });
            let decided = decided.unwrap_or_else(|| self.text(key!("goal_map.undecided")));
            let what = self.by_what(rivals);
            self.rows.push(MapRow {
                from: self.name(rivals.one).0,
                how: self.text(bond_key(bond)),
                to: self.name(rivals.other).0,
                what,
                decided,
                number: Some(number),
                rivals: Some((rivals.one, rivals.other, rivals.settled)),
            });
        }
    }

    fn by_what(&self, rivals: &Rivals) -> String {
        let over = rivals.over.trim();
        match rivals.rule {
            Rule::Resource if !over.is_empty() => {
                self.catalogue.format(key!("goal_map.over"), &[("resource", Arg::Text(over))])
            }
            Rule::Opposite => self.text(key!("goal_map.opposite")),
            Rule::Known => self.text(key!("goal_map.known")),
            _ => over.to_owned(),
        }
    }

    /// What drives one side of a conflict works against the other: the map
    /// shows it as lines that meet, the table says it.
    fn chains(&mut self) -> usize {
        let found = findings(self.project, None);
        let chains = found.iter().filter(|one| one.rule == Rule::Chain);
        let mut count = 0;
        for chain in chains {
            let Some((about, other)) = chain.about.zip(chain.with.last().copied()) else {
                continue;
            };
            let between = chain.with.len().saturating_sub(1);
            let path: Vec<String> =
                chain.with.iter().take(between).map(|id| self.name(*id).0).collect();
            let path = path.join(&self.text(key!("goal_map.then")));
            let what =
                self.catalogue.format(key!("goal_map.by_way"), &[("path", Arg::Text(&path))]);
            self.rows.push(MapRow {
                from: self.name(about).0,
                how: self.text(key!("goal_map.chain")),
                to: self.name(other).0,
                what,
                decided: self.text(key!("goal_map.undecided")),
                number: None,
                rivals: Some((about, other, false)),
            });
            count += 1;
        }
        count
    }

    /// Links that drive and support.
    fn linked(&mut self) {
        let goals = self.project.goals.iter().map(|found| (found.id, &found.links));
        let indicators = self.project.indicators.iter().map(|found| (found.id, &found.links));
        let all: Vec<(Id, Link)> = goals
            .chain(indicators)
            .flat_map(|(id, links)| links.iter().map(move |link| (id, link.clone())))
            .collect();
        for (id, link) in all {
            let bond = match link.kind {
                LinkKind::Supports => Bond::Supports,
                LinkKind::Drives => Bond::Drives,
                // Drawn as what competes, with what was decided; two that
                // have nothing to do with each other are no line.
                LinkKind::Conflicts | LinkKind::Apart => continue,
            };
            let ends = (self.places.get(&id), self.places.get(&link.to));
            let (Some(from), Some(to)) = (ends.0.copied(), ends.1.copied()) else { continue };
            self.line(from, to, bond, String::new());
            let (one, other) = (self.name(id).0, self.name(link.to).0);
            self.row(&one, bond, &other, link.note.trim());
        }
    }

    fn drawn(&mut self, shared: &[Shared]) {
        let roomy = self.nodes.len() + shared.len() <= ROOM;
        for resource in shared.iter().filter(|one| roomy || one.pulls.len() > 1) {
            let place = self.nodes.len();
            let name = resource.name.clone();
            self.nodes.push(Node { record: None, kind: Kind::Resource, name, gap: false });
            for (id, pull) in &resource.pulls {
                let (bond, badge) = match pull {
                    Pull::More => (Bond::More, "+"),
                    Pull::Less => (Bond::Less, "−"),
                };
                let Some(to) = self.places.get(id).copied() else { continue };
                self.line(place, to, bond, badge.to_owned());
                let name = self.name(*id).0;
                self.row(&name, bond, &resource.name, "");
            }
        }
    }

    /// What leads to overall profit; where the plan has no such line, its
    /// place says so.
    fn leading(&mut self, tree: &ProfitTree) {
        let line = tree.lines.first().and_then(|id| self.places.get(id)).copied();
        let (line, name) = match line {
            Some(line) => (line, tree.lines.first().map(|id| self.name(*id).0)),
            None if self.project.indicators.is_empty() => return,
            None => {
                let name = self.text(key!("goal_map.no_profit"));
                let node = Node { record: None, kind: Kind::Profit, name: name.clone(), gap: true };
                self.nodes.push(node);
                (self.nodes.len() - 1, Some(name))
            }
        };
        let name = name.unwrap_or_default();
        let mut drawn = BTreeSet::new();
        for chain in &tree.chains {
            let (Some(first), Some(last)) = (chain.steps.first(), chain.steps.last()) else {
                continue;
            };
            if let Some(from) = self.places.get(&last.id).copied()
                && drawn.insert(from)
                && !self.lines.iter().any(|line_| line_.from == from && line_.to == line)
            {
                self.line(from, line, Bond::Leads, String::new());
            }
            let indicator = self.name(first.id).0;
            self.row(&indicator, Bond::Leads, &name, chain.assumption());
        }
    }

    fn serving(&mut self) {
        let all: Vec<(Id, Id)> = self
            .project
            .indicators
            .iter()
            .filter_map(|found| Some((found.id, found.goal?)))
            .collect();
        for (id, goal) in all {
            let ends = (self.places.get(&id), self.places.get(&goal));
            let (Some(from), Some(to)) = (ends.0.copied(), ends.1.copied()) else { continue };
            self.line(from, to, Bond::Serves, String::new());
            let (one, other) = (self.name(id).0, self.name(goal).0);
            self.row(&one, Bond::Serves, &other, "");
        }
    }
}
