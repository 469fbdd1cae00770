import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzSettings } from '../testing/fuzz-settings.ts'
import { decodeNamed, decodeText } from './decode-text.ts'
import { repairMojibake } from './repair-mojibake.ts'

const PIECES = [
  '\x1b$B',
  '\x1b(B',
  '\x1b(I',
  '\x1b$(D',
  '\x1b',
  '\x24\x22',
  '\x82\xa0',
  '\x81',
  '\xa4\xa2',
  '\x8f\xb0\xa1',
  '\xe3\x81\x82',
  '\xf0\x9f',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '+MEI-',
  '+',
  '~{<:~}',
  '\x0e\x0f',
  'ã\x81‚',
  '\0',
  '\n',
]
const CHARSETS = [
  'utf-8',
  'utf-7',
  'utf-16',
  'utf-16be',
  'iso-2022-jp',
  'iso-2022-kr',
  'iso-2022-cn',
  'hz-gb-2312',
  'shift_jis',
  'cp932',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1252',
  'koi8-r',
  '__proto__',
  'constructor',
  'toString',
  'x-none',
  '',
]
const bytes = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 40,
  })
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'))

test('any bytes under any name of a character set become text, twice the same', () => {
  fc.assert(
    fc.property(
      bytes,
      fc.option(fc.oneof(fc.constantFrom(...CHARSETS), fc.string({ maxLength: 12 })), {
        nil: undefined,
      }),
      (content, charset) => {
        const read = decodeText(content, charset)
        expect(decodeText(content, charset)).toEqual(read)
        // UTF-7 gives three characters for eight, single bytes one for one; nothing gives more than two.
        expect(read.text.length).toBeLessThanOrEqual(content.length * 2 + 2)
        if (charset !== undefined) decodeNamed(content, charset)
        expect(repairMojibake(read.text)).toEqual(repairMojibake(read.text))
      },
    ),
    fuzzSettings(2022),
  )
})
