//! CSV: whatever the separator and the encoding, what was written is what is read.

use plenum::import::{ImportError, read};
use proptest::prelude::*;

use super::{csv, rows};

fn lines(text: &str) -> Vec<Vec<String>> {
    rows(text.as_bytes())
}

#[test]
fn the_separator_is_found_from_what_is_in_the_file() {
    for text in [
        "Hva gikk bra?,Hva kan bli bedre?\nTid, Ro\nMat,Lyd\n",
        "Hva gikk bra?;Hva kan bli bedre?\nTid; Ro\nMat;Lyd\n",
        "Hva gikk bra?\tHva kan bli bedre?\r\nTid\t Ro\r\nMat\tLyd\r\n",
        "sep=;\r\nHva gikk bra?;Hva kan bli bedre?\r\nTid; Ro\r\nMat;Lyd",
    ] {
        assert_eq!(lines(text), [["Hva gikk bra?", "Hva kan bli bedre?"], ["Tid", "Ro"], ["Mat", "Lyd"]]);
    }
}

#[test]
fn commas_in_a_list_of_answers_part_nothing() {
    let text = "Hva gikk bra?\nTid, ro og mat\nLokalet\nKaffe, te; kaker\n";
    assert_eq!(lines(text), [["Hva gikk bra?"], ["Tid, ro og mat"], ["Lokalet"], ["Kaffe, te; kaker"]]);
    assert_eq!(lines("Vekt;Hva\n1,5;a\n2,5;b\n"), [["Vekt", "Hva"], ["1,5", "a"], ["2,5", "b"]]);
}

#[test]
fn quotes_hold_separators_lines_and_quotes() {
    let text = "Svar,Til\n\"Si \"\"ja\"\",\nog nei\",b\n";
    assert_eq!(lines(text), [["Svar", "Til"], ["Si \"ja\",\nog nei", "b"]]);
}

#[test]
fn every_encoding_that_spreadsheets_write_is_read() {
    let text = "Hva nå?;Blåbær\nØl – på «øya»;Ærlig\n";
    let expected = lines(text);
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let old = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for file in [
        [b"\xef\xbb\xbf".to_vec(), text.as_bytes().to_vec()].concat(),
        [b"\xff\xfe".to_vec(), little.clone()].concat(),
        [b"\xfe\xff".to_vec(), big.clone()].concat(),
        little,
        big,
        old,
    ] {
        assert_eq!(rows(&file), expected);
    }
}

#[test]
fn empty_cells_and_white_space_alone_are_nothing() {
    assert_eq!(lines("A,B\n , \nx,\n"), [vec!["A", "B"], vec![], vec!["x"]]);
    assert_eq!(read(b""), Err(ImportError::Empty));
    assert_eq!(read(b" \n;;\n"), Err(ImportError::Empty));
}

#[test]
fn what_is_no_table_is_told_as_that() {
    let noise: Vec<u8> = (0..2_000_u32).map(|number| (number * 7 % 256) as u8).collect();
    for file in [
        b"%PDF-1.7 ...".as_slice(),
        b"\x89PNG\r\n\x1a\n",
        b"<!DOCTYPE html><p>a</p>",
        b"{\"archive\": \"plenum\"}",
        &noise,
    ] {
        assert_eq!(read(file), Err(ImportError::WrongType));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_csv_of_any_texts_reads_back_the_same(
        body in prop::collection::vec(("[^\\p{C}\\p{Z}]([^\\p{Cc}\\p{Zl}\\p{Zp}]{0,30}[^\\p{C}\\p{Z}])?", "[a-zæøå,;\"\n]{0,8}x"), 1..20),
        separator in prop::sample::select(b",;\t".to_vec()),
        marked in any::<bool>(),
    ) {
        let mut written = vec![vec!["Hva gikk bra?".to_owned(), "Hva ellers?".to_owned()]];
        written.extend(body.into_iter().map(|(a, b)| vec![a.trim().to_owned(), b.trim().to_owned()]));
        let mark: &[u8] = if marked { b"\xef\xbb\xbf" } else { b"" };
        let file = [mark, &csv(&written, separator)].concat();
        prop_assert_eq!(rows(&file), written);
    }
}
