import { expect, test } from 'vitest'
import { detectType } from './detect-type.ts'

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1')
const zipOf = (...names: string[]) => bytes(names.map((name) => `PK\x03\x04..${name}..`).join(''))
const oleOf = (stream: string) =>
  Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from(stream, 'utf16le')])

test.each([
  // content, name                                           type
  [bytes('MZ\x90\0\x03\0'), 'a.pdf', 'application/vnd.microsoft.portable-executable'],
  [bytes('MZ is the beginning of this note'), 'a.txt', undefined],
  [bytes('BM also'), 'a.txt', undefined],
  [zipOf('a.txt'), 'a.zip', 'application/zip'],
  [
    zipOf('[Content_Types].xml', 'word/document.xml'),
    'a.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    zipOf('[Content_Types].xml', 'xl/vbaProject.bin'),
    'a.xlsx',
    'application/vnd.ms-excel.sheet.macroenabled.12',
  ],
  [zipOf('META-INF/MANIFEST.MF'), 'a.jar', 'application/java-archive'],
  [oleOf('WordDocument'), 'a.doc', 'application/msword'],
  [oleOf('EncryptedPackage'), 'a.xlsx', 'application/x-ooxml-protected'],
  [oleOf('__substg1.0_001A001F'), 'a.msg', 'application/vnd.ms-outlook'],
  [bytes('rubbish\n%PDF-1.7'), 'a', 'application/pdf'],
  [bytes('{\\rtf1'), 'a.doc', 'application/rtf'],
  [bytes('{\\rt{\\object'), 'a.doc', 'application/rtf'],
  [bytes('\ufeff <!DOCTYPE html>'.replace('\ufeff', '\xef\xbb\xbf')), 'a.txt', 'text/html'],
  [bytes('<!-- x --><script>'), 'a', 'text/html'],
  [bytes('<?xml version="1.0"?><svg xmlns="x">'), 'a.png', 'image/svg+xml'],
  [bytes('WScript.Shell'), 'a.js', 'text/javascript'],
  [bytes('WScript.Shell'), 'invoice.pdf.VBS', 'text/vbscript'],
  [bytes('plain words'), 'a.txt', undefined],
  [bytes('[InternetShortcut]\r\nURL=x'), 'a', 'application/x-mswinurl'],
  [bytes('WEB\r\n1\r\nhttp'), 'a', 'text/x-ms-iqy'],
  [
    bytes(
      '<Project ToolsVersion="4.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">',
    ),
    'a.xml',
    'application/x-msbuild',
  ],
  [bytes('From: a@b.example\r\nSubject: s\r\n\r\nx'), 'a.txt', 'message/rfc822'],
  [bytes('Subject: only one field\r\n\r\nx'), 'a.txt', undefined],
  [bytes('Rar!\x1a\x07\x01\0'), 'a', 'application/vnd.rar'],
  [bytes('7z\xbc\xaf\x27\x1c'), 'a', 'application/x-7z-compressed'],
  [Buffer.concat([Buffer.alloc(0x8001), bytes('CD001')]), 'a', 'application/x-iso9660-image'],
  [bytes('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F'), 'a', 'application/x-ms-shortcut'],
  [bytes('\x89PNG\r\n\x1a\n'), 'a.jpg', 'image/png'],
  [bytes(''), 'a.exe', undefined],
])('%j named %s is %s', (content, name, type) => {
  expect(detectType(content, name)).toBe(type)
})
