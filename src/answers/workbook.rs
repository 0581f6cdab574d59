//! Answers and counts as a workbook of Excel.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Counts, Form, Kind, Person, Table};

/// What the sheets and their columns are called.
#[derive(Debug, Clone)]
pub struct Titles {
    pub answers: String,
    pub summary: String,
    pub question: String,
    pub answer: String,
    pub n: String,
    pub share: String,
}

/// A line of a summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Number of the question, from 0.
    pub question: usize,
    pub answer: String,
    pub n: i64,
    /// In tenths of a per cent.
    pub share: Option<usize>,
}

/// What was counted of choices, steps and rows, a line each.
pub fn lines(form: &Form, counts: &Counts) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, (question, counted)) in form.questions.iter().zip(&counts.questions).enumerate() {
        for (at, choice) in counted.choices.iter().enumerate() {
            let answer = match question.kind {
                Kind::Scale => choice.id.clone(),
                _ => question.choices[at].text.clone(),
            };
            lines.push(Line { question: number, answer, n: choice.n as i64, share: Some(choice.share) });
        }
        for group in &counted.groups {
            lines.push(Line { question: number, answer: group.text.clone(), n: group.n as i64, share: None });
            for (column, sum) in question.columns.iter().zip(&group.cells) {
                let Some(sum) = sum.sum else { continue };
                let answer = format!("{}: {}", group.text, column.text);
                lines.push(Line { question: number, answer, n: sum, share: None });
            }
        }
    }
    lines
}

/// The workbook: a sheet of answers, a row for each person, and one of counts. The same people give the same bytes.
pub fn workbook(
    form: &Form,
    people: &[Person],
    table: &Table,
    counts: &Counts,
    titles: &Titles,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let last = people.iter().map(|person| person.changed.as_str()).max().unwrap_or("2026-01-01T00:00:00.000Z");
    let made = ExcelDateTime::parse_from_str(last.trim_end_matches('Z'))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let bold = Format::new().set_bold().set_text_wrap();
    answers(book.add_worksheet().set_name(&titles.answers)?, table, &bold)?;
    summary(book.add_worksheet().set_name(&titles.summary)?, form, counts, titles, &bold)?;
    book.save_to_buffer()
}

/// Longest text of a cell that Excel opens.
const LONGEST: usize = 32_767;

fn fitting(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn answers(sheet: &mut Worksheet, table: &Table, bold: &Format) -> Result<(), XlsxError> {
    for (column, title) in (0u16..).zip(&table.head) {
        sheet.write_string_with_format(0, column, fitting(title), bold)?;
        sheet.set_column_width(column, 18)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                // A string is never computed, whatever it begins with.
                Cell::Text(text) => _ = sheet.write_string(row, column, fitting(text))?,
                #[expect(clippy::cast_precision_loss, reason = "numbers are below a thousand million")]
                Cell::Number(number) => _ = sheet.write_number(row, column, *number as f64)?,
            }
        }
    }
    Ok(())
}

fn summary(
    sheet: &mut Worksheet,
    form: &Form,
    counts: &Counts,
    titles: &Titles,
    bold: &Format,
) -> Result<(), XlsxError> {
    for (column, title) in (0u16..).zip([&titles.question, &titles.answer, &titles.n, &titles.share]) {
        sheet.write_string_with_format(0, column, title, bold)?;
    }
    for (column, width) in [(0, 50), (1, 40), (2, 10), (3, 10)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut row = 1;
    let mut all = lines(form, counts).into_iter().peekable();
    for (number, (question, counted)) in form.questions.iter().zip(&counts.questions).enumerate() {
        sheet.write_string_with_format(row, 0, fitting(&format!("{}. {}", number + 1, question.text)), bold)?;
        sheet.write_string(row, 1, format!("{} / {}", counted.answered, counted.asked))?;
        if let Some(numbers) = &counted.numbers {
            #[expect(clippy::cast_precision_loss, reason = "sums of answers are far below the limit")]
            sheet.write_number(row, 2, numbers.sum as f64)?;
        }
        row += 1;
        while let Some(line) = all.next_if(|line| line.question == number) {
            sheet.write_string(row, 1, fitting(&line.answer))?;
            #[expect(clippy::cast_precision_loss, reason = "sums of answers are far below the limit")]
            sheet.write_number(row, 2, line.n as f64)?;
            if let Some(share) = line.share {
                #[expect(clippy::cast_precision_loss, reason = "at most a thousand")]
                sheet.write_number(row, 3, share as f64 / 10.0)?;
            }
            row += 1;
        }
    }
    Ok(())
}
