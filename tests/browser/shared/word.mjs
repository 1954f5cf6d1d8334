// Reads a Word file: a ZIP archive (PKWARE's APPNOTE.TXT, 4.3) with the text in word/document.xml.
import assert from "node:assert/strict";
import { crc32, inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** The files of an archive by name; fails where the archive is broken. */
export function filesInZip(bytes) {
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  assert.ok(end >= 0 && bytes.readUInt32LE(end) === END_OF_DIRECTORY, "the file ends as a ZIP archive does");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), DIRECTORY_ENTRY, "the archive's directory is whole");
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(local), LOCAL_ENTRY, `${name} is where the directory says`);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    assert.ok(method === 0 || method === 8, `${name} is stored or deflated`);
    const file = method === 0 ? body : inflateRawSync(body);
    assert.equal(file.length, bytes.readUInt32LE(at + 24), `${name} has the length it should`);
    assert.equal(crc32(file), bytes.readUInt32LE(at + 16), `${name} has the checksum it should`);
    files.set(name, file);
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** The paragraphs of a Word file as texts. */
export function textsInWord(bytes) {
  const document = filesInZip(bytes).get("word/document.xml")?.toString("utf8");
  assert.ok(document, "the Word file has a document");
  const paragraphs = document.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => plain(text)).join(""),
  );
}

function plain(xml) {
  const names = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => names[name]);
}
