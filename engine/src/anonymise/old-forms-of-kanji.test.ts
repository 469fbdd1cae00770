import { expect, test } from 'vitest'
import { checkTraces } from './check/find-traces.ts'
import { OLD_KANJI } from './check/old-kanji.ts'
import { KANJI_FORMS } from './redact/kanji-forms.ts'
import { buildNameIndex } from './redact/match-names.ts'
import type { Traces } from './traces.ts'

const fold = (forms: ReadonlyMap<string, string>, letter: string): string => {
  const plain = letter.normalize('NFKC')
  return forms.get(plain) ?? plain
}

test('redactor and check take the same letters for one, though each has its own table', () => {
  const pairs = [...KANJI_FORMS, ...OLD_KANJI]
  const apart = pairs.filter(([a, b]) =>
    [KANJI_FORMS, OLD_KANJI].some((forms) => fold(forms, a) !== fold(forms, b)),
  )
  expect(apart).toEqual([])
})

// Registered, and as it stands in a mail: shapes from family registers and the Unihan database, chosen by hand.
test.each([
  ['函南バルブ', '凾南バルブ'],
  ['函南バルブ', '圅南バルブ'],
  ['東宝鋼機', '东宝鋼機'],
  ['志賀電工', '𢖽賀電工'],
  ['門司郷工業', '门司鄉工業'],
  ['桑名弁', '桒名弁'],
  ['鶴見機工', '鸖見機工'],
  ['鶴見機工', '靏見機工'],
  ['壱岐精工', '壹岐精工'],
  ['祢津電機', '禰津電機'],
  ['鯵ヶ沢機工', '鰺ケ澤機工'],
  ['迩保鉄工', '邇保鐵工'],
  ['蛎崎鋼', '蠣崎鋼'],
  ['鴬谷電子', '鶯谷電子'],
  ['梼原機械', '檮原機械'],
  ['涛川工業', '濤川工業'],
  ['諌早電設', '諫早電設'],
  ['靭公園機工', '靱公園機工'],
  ['杉浦孝一', '杦浦孝一'],
  ['松井鉄工', '枩井鐵工'],
  ['昇洋機器', '曻洋機器'],
  ['略田機器', '畧田機器'],
  ['群上鋼', '羣上鋼'],
  ['鎌倉製作', '鐮倉製作'],
  ['秋田計器', '龝田計器'],
  ['国分電装', '圀分電裝'],
])('%s written %s is replaced, and found where it was not', (name, written) => {
  for (const [registered, shown] of [
    [name, written],
    [written, name],
  ] as const) {
    const traces: Traces = {
      organisations: [
        {
          ...{ id: 'p', role: 'provider', names: [registered], domains: [], people: [] },
          ...{ hosts: [], ipAddresses: [], numbers: [] },
        },
      ],
    }
    const text = `件名 ${shown} 御見積`
    expect(buildNameIndex(traces).has(text)).toBe(true)
    const { leaks } = checkTraces([{ format: 'text', bytes: Buffer.from(text) }], traces)
    expect(leaks.length).toBeGreaterThan(0)
  }
})
