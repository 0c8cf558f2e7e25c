//! The official form as data: what it prescribes, edition by edition.
//!
//! Sources: 国办公开办函〔2021〕30号 for the data years from 2021, 国办公开办函〔2019〕60号 for 2019 and 2020.
//! A new edition is a new file beside the two and an arm in [`Form::of`]; nothing else changes.

mod edition_2019;
mod edition_2021;
pub mod equations;
mod headings;

pub use equations::{Equation, EquationKind, Position};
pub use headings::{HEADINGS, Heading};

use serde::Serialize;

/// The newest data year that this version was held against: no other form had been issued for it.
pub const NEWEST_YEAR: i32 = 2025;

/// An edition of the official form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Edition {
    /// The trial form, 国办公开办函〔2019〕60号.
    #[serde(rename = "2019")]
    Y2019,
    /// 国办公开办函〔2021〕30号.
    #[serde(rename = "2021")]
    Y2021,
}

impl Edition {
    /// The edition in force for a data year.
    pub fn for_year(year: i32) -> Self {
        if year >= 2021 { Self::Y2021 } else { Self::Y2019 }
    }
}

/// One of the three tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TableKind {
    /// The table of section two: documents made, decisions, fees.
    Disclosure,
    /// The table of section three: requests received and handled.
    Applications,
    /// The table of section four: administrative reviews and lawsuits.
    Disputes,
}

impl TableKind {
    /// All three, in the form's order.
    pub const ALL: [Self; 3] = [Self::Disclosure, Self::Applications, Self::Disputes];

    /// What messages call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Disclosure => "表二",
            Self::Applications => "表三",
            Self::Disputes => "表四",
        }
    }

    /// The section it stands in.
    pub fn section(self) -> u8 {
        match self {
            Self::Disclosure => 2,
            Self::Applications => 3,
            Self::Disputes => 4,
        }
    }
}

/// A cell's address, in keys that do not change between versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CellRef {
    /// The table.
    pub table: TableKind,
    /// The row's key, "3.4.1".
    pub row: &'static str,
    /// The column's key, "natural-person".
    pub column: &'static str,
}

/// What a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A whole number, not negative.
    Count,
    /// A whole number with its sign: the 2019 form's 本年增/减.
    Change,
    /// An amount in 万元 with decimals.
    Amount,
}

/// A column of the form.
#[derive(Debug)]
pub struct Column {
    /// Its key in a [`CellRef`].
    pub key: &'static str,
    /// Its label in the form.
    pub label: &'static str,
    /// Other wordings that are accepted.
    pub variants: &'static [&'static str],
    /// What its cells may hold.
    pub content: Content,
}

/// A row of the form.
#[derive(Debug)]
pub struct Row {
    /// Its key in a [`CellRef`].
    pub key: &'static str,
    /// Its label in the form.
    pub label: &'static str,
    /// Other wordings that are accepted.
    pub variants: &'static [&'static str],
    /// The label of the group it stands in, where there is one that readers need.
    pub group: Option<&'static str>,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

impl Row {
    /// The row's name in messages: the group and the label, "（三）不予公开—1.属于国家秘密".
    pub fn name(&self) -> String {
        self.name_between("", "").concat()
    }

    /// The parts of its name, between what stands around it; the label is without its explanation in brackets.
    fn name_between(&self, before: &'static str, behind: &'static str) -> [&'static str; 5] {
        let label = match self.label.strip_suffix('）') {
            Some(explained) => explained.split_once("（区分").map_or(self.label, |(label, _)| label),
            None => self.label,
        };
        let (group, dash) = self.group.map_or(("", ""), |group| (group, "—"));
        [before, group, dash, label, behind]
    }
}

/// A table of the form.
#[derive(Debug)]
pub struct TableForm {
    /// Which of the three.
    pub kind: TableKind,
    /// Its rows, in order.
    pub rows: &'static [Row],
    /// Labels that stand in the table and name neither a row nor a column: the corner note, the groups.
    pub captions: &'static [&'static str],
}

impl TableForm {
    /// The address of a cell.
    pub fn cell_ref(&self, at: Position) -> CellRef {
        let row = &self.rows[at.row];
        CellRef { table: self.kind, row: row.key, column: row.columns[at.column].key }
    }

    /// The place of an address; `None` where this edition has no such cell.
    pub fn position(&self, cell: CellRef) -> Option<Position> {
        let row = self.rows.iter().position(|row| row.key == cell.row)?;
        let column = self.rows[row].columns.iter().position(|column| column.key == cell.column)?;
        Some(Position { row, column })
    }

    /// What messages call a cell: 表三“（七）总计”行“自然人”列.
    pub fn cell_name(&self, at: Position) -> String {
        let row = &self.rows[at.row];
        if row.columns.len() == 1 {
            return format!("{}“{}”", self.kind.name(), row.name());
        }
        format!("{}“{}”行“{}”列", self.kind.name(), row.name(), row.columns[at.column].label)
    }

    /// The number of cells.
    pub fn cell_count(&self) -> usize {
        self.rows.iter().map(|row| row.columns.len()).sum()
    }
}

/// An edition's whole form.
#[derive(Debug)]
pub struct Form {
    /// Which edition.
    pub edition: Edition,
    /// The three tables, in order.
    pub tables: [TableForm; 3],
}

impl Form {
    /// The form of an edition.
    pub fn of(edition: Edition) -> &'static Self {
        match edition {
            Edition::Y2019 => &edition_2019::FORM,
            Edition::Y2021 => &edition_2021::FORM,
        }
    }

    /// One of its tables.
    pub fn table(&self, kind: TableKind) -> &TableForm {
        &self.tables[kind as usize]
    }
}

/// The applicants' columns of table three, the same in both editions.
const APPLICANTS: &[Column] = &[
    count("natural-person", "自然人", &[]),
    count("business", "商业企业", &[]),
    count("research", "科研机构", &[]),
    count("public-welfare", "社会公益组织", &["社会公益机构"]),
    count("legal-service", "法律服务机构", &["法律服务组织"]),
    count("other", "其他", &["其它"]),
    count("total", "总计", &["合计", "小计"]),
];

/// The results' columns of table four, the same in both editions.
const RESULTS: &[Column] = &[
    count("upheld", "结果维持", &["维持"]),
    count("corrected", "结果纠正", &["纠正"]),
    count("other", "其他结果", &["其它结果"]),
    count("pending", "尚未审结", &["未审结"]),
    count("total", "总计", &["合计", "小计"]),
];

/// Table four, the same in both editions.
const DISPUTES: TableForm = TableForm {
    kind: TableKind::Disputes,
    rows: &[
        Row { key: "review", label: "行政复议", variants: &[], group: None, columns: RESULTS },
        Row {
            key: "direct-litigation",
            label: "未经复议直接起诉",
            variants: &["未经复议直接诉讼"],
            group: Some("行政诉讼"),
            columns: RESULTS,
        },
        Row {
            key: "litigation-after-review",
            label: "复议后起诉",
            variants: &["复议后诉讼"],
            group: Some("行政诉讼"),
            columns: RESULTS,
        },
    ],
    captions: &["行政诉讼"],
};

/// The corner note of table three, which states its one printed equation.
const CORNER_NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const fn count(key: &'static str, label: &'static str, variants: &'static [&'static str]) -> Column {
    Column { key, label, variants, content: Content::Count }
}

/// A row of table three.
const fn applicants(
    key: &'static str,
    label: &'static str,
    variants: &'static [&'static str],
    group: Option<&'static str>,
) -> Row {
    Row { key, label, variants, group, columns: APPLICANTS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_2021_form_has_200_cells_and_42_equations() {
        let form = Form::of(Edition::Y2021);
        let cells: Vec<usize> = form.tables.iter().map(TableForm::cell_count).collect();
        assert_eq!(cells, [10, 175, 15]);
        assert_eq!(Equation::all(Edition::Y2021).len(), 42);
    }

    #[test]
    fn the_2019_form_has_40_equations_and_its_own_rows() {
        let form = Form::of(Edition::Y2019);
        let cells: Vec<usize> = form.tables.iter().map(TableForm::cell_count).collect();
        assert_eq!(cells, [22, 161, 15]);
        assert_eq!(Equation::all(Edition::Y2019).len(), 40);
    }

    #[test]
    fn the_equations_add_up_the_rows_that_they_name() {
        for edition in [Edition::Y2019, Edition::Y2021] {
            let form = Form::of(edition).table(TableKind::Applications);
            let keys = |places: &[Position]| -> Vec<&str> { places.iter().map(|at| form.rows[at.row].key).collect() };
            for equation in Equation::all(edition) {
                match equation.kind {
                    EquationKind::ColumnTotal => {
                        let left = keys(equation.left);
                        assert!(left[0] == "3.1" && left.iter().all(|key| key.starts_with("3.")));
                        assert_eq!(keys(equation.right), ["3.7"]);
                    }
                    EquationKind::Balance => {
                        assert_eq!((keys(equation.left), keys(equation.right)), (vec!["1", "2"], vec!["3.7", "4"]));
                    }
                    EquationKind::RowTotal | EquationKind::DisputeTotal => {
                        let (left, right) = (equation.left, equation.right[0]);
                        assert!(left.iter().all(|at| at.row == right.row) && left.len() == right.column);
                    }
                }
            }
        }
    }

    #[test]
    fn addresses_lead_back_to_their_places() {
        for edition in [Edition::Y2019, Edition::Y2021] {
            for table in &Form::of(edition).tables {
                for (row, form_row) in table.rows.iter().enumerate() {
                    for column in 0..form_row.columns.len() {
                        let at = Position { row, column };
                        assert_eq!(table.position(table.cell_ref(at)), Some(at));
                    }
                }
            }
        }
    }
}
