//! The official layout of the three tables: rows of cells that span columns and rows.

use std::ops::Range;

use nianbao::form::{Form, Position, TableForm, TableKind};

use super::figures::Figures;
use super::places::mark;

/// What a cell of the layout is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Head,
    Group,
    Label,
    Value,
}

/// A cell of the layout; a value's text carries its marks.
#[derive(Clone, Debug)]
pub struct Cell {
    pub text: String,
    pub role: Role,
    pub columns: usize,
    pub rows: usize,
}

impl Cell {
    fn new(role: Role, text: impl Into<String>, columns: usize, rows: usize) -> Self {
        Self { text: text.into(), role, columns, rows }
    }
}

/// A table as HTML would list it: each row names the cells that begin in it.
#[derive(Clone, Debug)]
pub struct Layout {
    pub kind: TableKind,
    pub width: usize,
    pub rows: Vec<Vec<Cell>>,
}

/// One place of the rectangle that a layout fills.
#[derive(Clone, Copy, Debug)]
pub enum Slot<'a> {
    /// The top left place of a cell.
    Origin(&'a Cell),
    /// A place that a cell covers from the left.
    FromLeft(&'a Cell),
    /// A place that a cell covers from above; `edge` at the cell's own first column.
    FromAbove { cell: &'a Cell, edge: bool },
}

impl Layout {
    /// The layout opened out: every row with all its places.
    pub fn rectangle(&self) -> Vec<Vec<Slot<'_>>> {
        let mut rectangle: Vec<Vec<Option<Slot>>> = vec![vec![None; self.width]; self.rows.len()];
        for (row, cells) in self.rows.iter().enumerate() {
            for cell in cells {
                let column = rectangle[row].iter().position(Option::is_none).expect("a row has a place for its cells");
                for down in 0..cell.rows {
                    for right in 0..cell.columns {
                        rectangle[row + down][column + right] = Some(match (down, right) {
                            (0, 0) => Slot::Origin(cell),
                            (0, _) => Slot::FromLeft(cell),
                            _ => Slot::FromAbove { cell, edge: right == 0 },
                        });
                    }
                }
            }
        }
        rectangle.into_iter().map(|row| row.into_iter().map(|slot| slot.expect("no place is free")).collect()).collect()
    }
}

/// How a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// As the form prescribes.
    Whole,
    /// One small table for each group, each with its own head.
    SmallTables,
    /// Table three cut after a row and continued with its head repeated, the groups' labels too or not.
    Continued { after: usize, groups_again: bool },
}

/// The layouts of one table, in order.
pub fn layouts(figures: &Figures, kind: TableKind, setting: Setting) -> Vec<Layout> {
    let source = Source::new(figures, kind);
    let rows = source.table.rows.len();
    match (kind, setting) {
        (TableKind::Disclosure, Setting::SmallTables) => {
            source.blocks().into_iter().map(|block| source.disclosure(&[block])).collect()
        }
        (TableKind::Disclosure, _) => vec![source.disclosure(&source.blocks())],
        (TableKind::Applications, Setting::SmallTables) => {
            source.groups().into_iter().map(|range| source.applications(range, true)).collect()
        }
        (TableKind::Applications, Setting::Continued { after, groups_again }) => {
            vec![source.applications(0..after, true), source.applications(after..rows, groups_again)]
        }
        (TableKind::Applications, Setting::Whole) => vec![source.applications(0..rows, true)],
        (TableKind::Disputes, Setting::SmallTables) => (0..rows).map(|row| source.one_dispute(row)).collect(),
        (TableKind::Disputes, _) => vec![source.disputes()],
    }
}

struct Source<'a> {
    figures: &'a Figures,
    kind: TableKind,
    table: &'static TableForm,
    first_mark: usize,
}

impl<'a> Source<'a> {
    fn new(figures: &'a Figures, kind: TableKind) -> Self {
        let form = Form::of(figures.edition);
        let before = form.tables.iter().filter(|table| (table.kind as usize) < kind as usize);
        Self { figures, kind, table: form.table(kind), first_mark: before.map(TableForm::cell_count).sum() }
    }

    fn layout(&self, width: usize, rows: Vec<Vec<Cell>>) -> Layout {
        Layout { kind: self.kind, width, rows }
    }

    fn value(&self, row: usize, column: usize, columns: usize) -> Cell {
        let before: usize = self.table.rows[..row].iter().map(|row| row.columns.len()).sum();
        let written = &self.figures.at(self.kind, Position { row, column }).written;
        Cell::new(Role::Value, mark(self.first_mark + before + column, written), columns, 1)
    }

    /// The rows of each item of Article 20, with the item's caption.
    fn blocks(&self) -> Vec<(&'static str, Vec<usize>)> {
        let captions = self.table.captions.iter().filter(|caption| caption.starts_with("第二十条"));
        let item = |row: usize| self.table.rows[row].key.split('.').nth(1);
        let rows: Vec<usize> = (0..self.table.rows.len()).collect();
        let blocks = rows.chunk_by(|&left, &right| item(left) == item(right)).map(<[usize]>::to_vec);
        captions.copied().zip(blocks).collect()
    }

    fn disclosure(&self, blocks: &[(&'static str, Vec<usize>)]) -> Layout {
        let mut rows = Vec::new();
        for (caption, block) in blocks {
            rows.push(vec![Cell::new(Role::Head, *caption, 4, 1)]);
            let columns = self.table.rows[block[0]].columns;
            let span = |column: usize| if column + 1 == columns.len() { 3 - column } else { 1 };
            let mut head = vec![Cell::new(Role::Head, "信息内容", 1, 1)];
            let labels = columns.iter().enumerate();
            head.extend(labels.map(|(index, column)| Cell::new(Role::Head, column.label, span(index), 1)));
            rows.push(head);
            for &row in block {
                let mut cells = vec![Cell::new(Role::Label, self.table.rows[row].label, 1, 1)];
                cells.extend((0..columns.len()).map(|column| self.value(row, column, span(column))));
                rows.push(cells);
            }
        }
        self.layout(4, rows)
    }

    /// Which rows of table three make a small table: 一 and 二, each of the groups, （七） and 四.
    fn groups(&self) -> Vec<Range<usize>> {
        let part = |row: usize| match self.table.rows[row].key {
            "1" | "2" => "head",
            "3.1" | "3.2" => "open",
            "3.7" | "4" => "tail",
            key => &key[..3],
        };
        let rows: Vec<usize> = (0..self.table.rows.len()).collect();
        rows.chunk_by(|&left, &right| part(left) == part(right)).map(|rows| rows[0]..rows[rows.len() - 1] + 1).collect()
    }

    fn applications(&self, range: Range<usize>, groups_again: bool) -> Layout {
        let caption = |start: &str| {
            *self.table.captions.iter().find(|caption| caption.starts_with(start)).expect("the form has this caption")
        };
        let columns = self.table.rows[0].columns;
        let last = columns.len() - 1;
        let mut rows = vec![
            vec![Cell::new(Role::Head, caption("（本列"), 3, 3), Cell::new(Role::Head, caption("申请人"), 7, 1)],
            vec![
                Cell::new(Role::Head, columns[0].label, 1, 2),
                Cell::new(Role::Head, caption("法人"), 5, 1),
                Cell::new(Role::Head, columns[last].label, 1, 2),
            ],
            columns[1..last].iter().map(|column| Cell::new(Role::Head, column.label, 1, 1)).collect(),
        ];
        let is_result = |row: usize| self.table.rows[row].key.starts_with("3.");
        for row in range.clone() {
            let form_row = &self.table.rows[row];
            let mut cells = Vec::new();
            // A group's label spans its rows; where the table is continued, what is left of them.
            let mut group = |text: &str, inside: &dyn Fn(usize) -> bool| {
                if row == range.start || !inside(row - 1) {
                    let height = (row..range.end).take_while(|&row| inside(row)).count();
                    let begins = row == 0 || !inside(row - 1);
                    let text = if begins || groups_again { text } else { "" };
                    cells.push(Cell::new(Role::Group, text, 1, height));
                }
            };
            if is_result(row) {
                group(caption("三、"), &is_result);
            }
            if let Some(label) = form_row.group {
                group(label, &|row| self.table.rows[row].group == Some(label));
            }
            let width = 3 - usize::from(is_result(row)) - usize::from(form_row.group.is_some());
            cells.push(Cell::new(Role::Label, form_row.label, width, 1));
            cells.extend((0..=last).map(|column| self.value(row, column, 1)));
            rows.push(cells);
        }
        self.layout(10, rows)
    }

    fn disputes(&self) -> Layout {
        let results = |rows: usize| {
            let columns = self.table.rows[0].columns.iter();
            columns.map(move |column| Cell::new(Role::Head, column.label, 1, rows))
        };
        let label = |row: usize, columns: usize| Cell::new(Role::Head, self.table.rows[row].label, columns, 1);
        let mut second: Vec<Cell> = results(2).collect();
        second.extend([label(1, 5), label(2, 5)]);
        let rows = vec![
            vec![label(0, 5), Cell::new(Role::Head, "行政诉讼", 10, 1)],
            second,
            results(1).chain(results(1)).collect(),
            (0..3).flat_map(|row| (0..5).map(move |column| (row, column))).map(|(r, c)| self.value(r, c, 1)).collect(),
        ];
        self.layout(15, rows)
    }

    fn one_dispute(&self, row: usize) -> Layout {
        let form_row = &self.table.rows[row];
        let mut rows = Vec::new();
        if let Some(group) = form_row.group {
            rows.push(vec![Cell::new(Role::Head, group, 5, 1)]);
        }
        rows.push(vec![Cell::new(Role::Head, form_row.label, 5, 1)]);
        rows.push(form_row.columns.iter().map(|column| Cell::new(Role::Head, column.label, 1, 1)).collect());
        rows.push((0..5).map(|column| self.value(row, column, 1)).collect());
        self.layout(5, rows)
    }
}
