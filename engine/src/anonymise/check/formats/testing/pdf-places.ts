import {
  appendRevision,
  packed,
  pageObjects,
  show,
  utf16Hex,
  type WrittenObject,
  writePdf,
} from './build-pdf.ts'
import { exifSegment, writeExif, writeJpeg } from './build-pictures.ts'
import { cut, type HidingPlace } from './hiding-place.ts'

const hex = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

/** A font whose codes are UTF-16BE, as its encoding says. */
const UNICODE_FONT =
  '<</Type/Font/Subtype/Type0/BaseFont/K/Encoding/UniJIS-UTF16-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/K/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 5>>>>]>>'
/** A font whose codes count the letters of a name, and mean nothing but by its map. */
const MAPPED_FONT =
  '<</Type/Font/Subtype/Type0/BaseFont/K/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/K/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>'

const code = (at: number): string => (at + 1).toString(16).padStart(4, '0')

function mapOf(name: string): WrittenObject {
  const lines = Array.from(name).map(
    (letter, at) => `<${code(at)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`,
  )
  const text = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar endcmap`
  return { number: 6, dict: '<</Filter/FlateDecode>>', stream: packed(text) }
}
const codesOf = (name: string): string => `<${Array.from(name, (_, at) => code(at)).join('')}>`

const unicodePage = (content: string): readonly WrittenObject[] =>
  pageObjects(content, UNICODE_FONT)
const PLAIN = pageObjects(show('(x) Tj'))

function place(where: string, told: RegExp, write: (name: string) => Uint8Array): HidingPlace {
  return {
    ...{ format: 'pdf', place: where, told },
    write: (name) => ({ name: 'report.pdf', bytes: write(name) }),
  }
}

/** Objects of an object stream (§7.5.7), so that nothing of them stands in the file unpacked. */
function objectStream(objects: readonly (readonly [number, string])[]): WrittenObject {
  let at = 0
  const head = objects.map(([number, text]) => {
    const entry = `${number} ${at}`
    at += text.length + 1
    return entry
  })
  const first = `${head.join(' ')} `
  return {
    number: 20,
    dict: `<</Type/ObjStm/N ${objects.length}/First ${first.length}/Filter/FlateDecode>>`,
    stream: packed(Buffer.from(first + objects.map(([, text]) => `${text} `).join(''), 'latin1')),
  }
}

/** PDF by where in it a name can stand. */
export const PDF_PLACES: readonly HidingPlace[] = [
  place('a page, in UTF-16BE', /^page 1$/u, (name) =>
    writePdf(unicodePage(show(`${hex(name)} Tj`))),
  ),
  place('a page, split in a TJ array', /^page 1$/u, (name) =>
    writePdf(unicodePage(show(`[${cut(name, 4).map(hex).join(' -20 ')}] TJ`))),
  ),
  place('a page, by the map of its font', /^page 1$/u, (name) =>
    writePdf([...pageObjects(show(`${codesOf(name)} Tj`), MAPPED_FONT), mapOf(name)]),
  ),
  place('a page, in two strings on one line', /^page 1$/u, (name) =>
    writePdf(
      unicodePage(
        show(
          cut(name, 2)
            .map((one) => `${hex(one)} Tj`)
            .join(' '),
        ),
      ),
    ),
  ),
  place('a form that a page draws', /^page 1$/u, (name) =>
    writePdf([
      ...pageObjects('/X1 Do').filter(({ number }) => number !== 3 && number !== 5),
      {
        number: 3,
        dict: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</X1 7 0 R>>>>>>',
      },
      { number: 5, dict: UNICODE_FONT },
      {
        number: 7,
        dict: '<</Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</Font<</F1 5 0 R>>>>/Filter/FlateDecode>>',
        stream: packed(show(`${hex(name)} Tj`)),
      },
    ]),
  ),
  place('an earlier saving', /^earlier revision 1, page 1$/u, (name) =>
    appendRevision(writePdf(unicodePage(show(`${hex(name)} Tj`))), [
      { number: 4, dict: '<</Filter/FlateDecode>>', stream: packed(show(`${hex('x')} Tj`)) },
    ]),
  ),
  place('a content stream that no page draws', /^object 9, stream$/u, (name) =>
    writePdf([
      ...unicodePage(show(`${hex('x')} Tj`)),
      { number: 9, dict: '<</Filter/FlateDecode>>', stream: packed(show(`${hex(name)} Tj`)) },
    ]),
  ),
  place('document information', /^document information: Author$/u, (name) =>
    writePdf([...PLAIN, { number: 8, dict: `<</Author ${utf16Hex(name)}>>` }], '/Info 8 0 R'),
  ),
  place('document information in an object stream', /^document information: Creator$/u, (name) =>
    writePdf([...PLAIN, objectStream([[8, `<</Creator ${utf16Hex(name)}>>`]])], '/Info 8 0 R'),
  ),
  place('XMP, compressed', /^XMP, element dc:creator$/u, (name) =>
    writePdf([
      ...PLAIN,
      {
        number: 8,
        dict: '<</Type/Metadata/Subtype/XML/Filter/FlateDecode>>',
        stream: packed(`<x:xmpmeta><dc:creator>${name}</dc:creator></x:xmpmeta>`),
      },
    ]),
  ),
  place('an annotation', /^annotation, object 8$/u, (name) =>
    writePdf([
      ...PLAIN,
      { number: 8, dict: `<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents ${utf16Hex(name)}>>` },
    ]),
  ),
  place('a bookmark', /^outline, object 8$/u, (name) =>
    writePdf([...PLAIN, { number: 8, dict: `<</Title ${utf16Hex(name)}/Parent 2 0 R>>` }]),
  ),
  place('an attachment', /^attachment list\.csv, row 1, column 1$/u, (name) =>
    writePdf([
      ...PLAIN,
      { number: 8, dict: '<</Type/Filespec/F(list.csv)/EF<</F 9 0 R>>>>' },
      {
        number: 9,
        dict: '<</Type/EmbeddedFile/Filter/FlateDecode>>',
        stream: packed(`${name},b\n`),
      },
    ]),
  ),
  place('the name of an attachment', /^(?:attachment .*, file name|object 8)$/u, (name) =>
    writePdf([
      ...PLAIN,
      { number: 8, dict: `<</Type/Filespec/UF ${utf16Hex(`${name}.txt`)}/EF<</F 9 0 R>>>>` },
      { number: 9, dict: '<</Type/EmbeddedFile>>', stream: Buffer.from('x') },
    ]),
  ),
  place('a layer', /^object 8$/u, (name) =>
    writePdf([...PLAIN, { number: 8, dict: `<</Type/OCG/Name ${utf16Hex(name)}>>` }]),
  ),
  place('EXIF of a picture', /picture, EXIF Artist$/u, (name) =>
    writePdf([
      ...PLAIN,
      {
        number: 8,
        dict: '<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode>>',
        stream: writeJpeg([
          exifSegment(writeExif([{ tag: 0x013b, type: 2, value: Buffer.from(`${name}\0`) }])),
        ]),
      },
    ]),
  ),
  place('replacement text', /^object 4, stream$/u, (name) =>
    writePdf(pageObjects(`/Span <</ActualText ${utf16Hex(name)}>> BDC ${show('(x) Tj')} EMC`)),
  ),
  place('a comment between objects', /^outside the parts$/u, (name) =>
    Buffer.concat([writePdf(PLAIN), Buffer.from(`% ${name}\n%%EOF\n`)]),
  ),
]
