//! Workbooks and OpenDocument spreadsheets: values as they were shown last, and no more memory than the bounds say.

use plenum::import::{COLUMNS_MAX, FILE_BYTES_MAX, ImportError, ROWS_MAX, TABLES_MAX, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{open_document, packed, rows, tables, workbook};

#[test]
fn a_workbook_gives_texts_numbers_and_moments_as_they_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let moment = ExcelDateTime::from_ymd(2026, 11, 20).unwrap().and_hms(9, 14, 5).unwrap();
    sheet.write_string(0, 0, "  Æsj &\u{b}<b> \n").unwrap();
    sheet.write_number(0, 1, 0.1 + 0.2).unwrap();
    sheet.write_number(0, 2, 1_250_000.0).unwrap();
    sheet.write_boolean(0, 3, true).unwrap();
    sheet
        .write_datetime_with_format(0, 4, &moment, &Format::new().set_num_format("yyyy-mm-dd hh:mm"))
        .unwrap();
    sheet.write_string(2, 1, "sist").unwrap();
    let rows = rows(&book.save_to_buffer().unwrap());
    assert_eq!(rows[0], ["Æsj &\n<b>", "0.3", "1250000", "TRUE", "2026-11-20 09:14"]);
    assert_eq!(rows[1..], [vec![], vec!["", "sist"]]);
}

#[test]
fn a_formula_is_what_it_came_to_and_is_never_worked_out() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let formula = Formula::new("=WEBSERVICE(\"http://example.org/\")").set_result("Kjent svar");
    sheet.write_formula(0, 0, formula).unwrap();
    assert_eq!(rows(&book.save_to_buffer().unwrap()), [["Kjent svar"]]);
}

#[test]
fn an_open_document_is_read_with_its_paragraphs_and_without_its_comments() {
    let sheet = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Hva &lt;nå&gt;?</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"12.5\"><text:p>12,50</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>Hemmelig</text:p></office:annotation>\
        <text:p>En<text:s text:c=\"2\"/>linje</text:p><text:p>og <text:span>to</text:span> &#230;</text:p></table:table-cell>\
        <table:table-cell/><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let tables = tables(&open_document(sheet));
    assert_eq!(tables[0].name, "Svar & mer");
    assert_eq!(tables[0].rows, [vec!["Hva <nå>?", "12.5"], vec!["En  linje\nog to æ", "", "x", "x"]]);
}

#[test]
fn more_than_the_bounds_is_told_and_takes_no_memory() {
    assert_eq!(read(&vec![b'a'; FILE_BYTES_MAX + 1]), Err(ImportError::TooLarge));
    assert_eq!(read("a\n".repeat(ROWS_MAX + 1).as_bytes()), Err(ImportError::TooMuch));
    assert!(read("a\n".repeat(ROWS_MAX).as_bytes()).is_ok());
    assert_eq!(read("a;".repeat(COLUMNS_MAX + 1).as_bytes()), Err(ImportError::TooMuch));
    let names: Vec<String> = (0..=TABLES_MAX).map(|sheet| format!("Ark {sheet}")).collect();
    let sheets: Vec<_> = names.iter().map(|name| (name.as_str(), vec![vec!["a"]])).collect();
    assert_eq!(read(&workbook(&sheets)), Err(ImportError::TooMuch));
    assert!(read(&workbook(&sheets[1..])).is_ok());
    // One cell in the last corner of a sheet.
    let mut book = Workbook::new();
    book.add_worksheet().write_string(1_048_575, 16_383, "a").unwrap();
    assert_eq!(read(&book.save_to_buffer().unwrap()), Err(ImportError::TooMuch));
    // One text in every cell, as long as a cell's can be.
    let sheet = format!(
        "<table:table-row table:number-rows-repeated=\"20000\"><table:table-cell table:number-columns-repeated=\"200\" \
         office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        "a".repeat(32_000)
    );
    assert_eq!(read(&open_document(&sheet)), Err(ImportError::TooMuch));
}

#[test]
fn a_file_that_unpacks_to_far_more_than_it_is_is_not_unpacked() {
    let zeros = vec![b' '; 65 << 20];
    let bomb = packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    assert_eq!(read(&bomb), Err(ImportError::TooMuch));
}

#[test]
fn a_workbook_that_asks_for_room_for_more_texts_than_it_has_is_damaged() {
    use std::io::{Cursor, Read};
    let mut book = zip::ZipArchive::new(Cursor::new(workbook(&[("Ark", vec![vec!["a", "b"]])]))).unwrap();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..book.len() {
        let mut entry = book.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.push((entry.name().to_owned(), bytes));
    }
    let again = |count: &str| {
        let with = |(name, bytes): &(String, Vec<u8>)| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            (name.clone(), text.replace("uniqueCount=\"2\"", count).into_bytes())
        };
        let files: Vec<(String, Vec<u8>)> = files.iter().map(with).collect();
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        read(&packed(&files)).map(|tables| tables[0].rows.clone())
    };
    assert_eq!(again("uniqueCount=\"2\""), Ok(vec![vec!["a".to_owned(), "b".to_owned()]]));
    for count in [
        "uniqueCount=\"99999999999999\"",
        "uniqueCount = '4000000000'",
        "uniqueCount=\"99999999999999999999\"",
    ] {
        assert_eq!(again(count), Err(ImportError::Broken), "{count}");
    }
}

#[test]
fn what_cannot_be_opened_says_why() {
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.extend([0; 600]);
    assert_eq!(read(&old), Err(ImportError::Old));
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&old), Err(ImportError::Protected));
    assert_eq!(read(&packed(&[("word/document.xml", b"<a/>")])), Err(ImportError::WrongType));
    let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let manifest: &[u8] = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked =
        packed(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
    assert_eq!(read(&locked), Err(ImportError::Protected));
    let book = workbook(&[("Ark", vec![vec!["a"]])]);
    assert_eq!(read(&book[..book.len() / 2]), Err(ImportError::Broken));
    assert_eq!(read(&workbook(&[("Ark", vec![])])), Err(ImportError::Empty));
}
