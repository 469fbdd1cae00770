import type { Found } from './find-organisation-like.ts'

/** Syllables of Hangul in which Japanese sounds are written. */
const SYLLABLES =
  '가기구게고카키쿠케코사시스세소자지즈제조다데도타치쓰츠테토나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와오아이우에온안인운신진켄겐준슌칸간센젠산잔린텐덴료류쇼슈주쥬교규큐쿄묘뵤효뷰냐뉴뇨샤자차추초'
const HANGUL = String.raw`\p{Script=Hangul}`

/** How Japanese given names end, after a surname; and any name before a title. */
const IN_KOREAN: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!${HANGUL})[${SYLLABLES}]{2,5} ?[${SYLLABLES}]{1,3}(?:코|미|카|로|타|나|키|스케|히코|이치|토|야)(?!${HANGUL}{3})`,
    'gu',
  ),
  new RegExp(
    String.raw`${HANGUL}{2,6}(?: ${HANGUL}{2,4})?(?= ?(?:님|씨|대표|사장|부장|과장|대리|이사)(?!${HANGUL}{3}))`,
    'gu',
  ),
]
const IN_RUSSIAN: readonly RegExp[] = [
  /(?<![\p{L}])\p{Lu}\p{Ll}{1,20} \p{Lu}\p{Ll}{1,20}(?![\p{L}])/gu,
]

/** A whole word of the other script, in a text of ours. */
const HANGUL_WORDS = new RegExp(String.raw`${HANGUL}{2,12}(?: ${HANGUL}{2,6})?`, 'gu')
const CYRILLIC_WORDS =
  /(?<!\p{L})\p{Script=Cyrillic}{3,20}(?: \p{Script=Cyrillic}{2,20})?(?!\p{L})/gu

/**
 * Names written in Hangul or Cyrillic letters, in which no check searches for a registered one (T18). In a Japanese or
 * English text every word in them is asked about; in a Korean or Russian one, what is made like a name.
 */
export function findTransliterated(text: string): readonly Found[] {
  const [hangul, cyrillic] = [
    count(text, /\p{Script=Hangul}/gu),
    count(text, /\p{Script=Cyrillic}/gu),
  ]
  if (hangul + cyrillic === 0) return []
  const own = count(
    text,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}]/gu,
  )
  return [
    ...(hangul > own ? IN_KOREAN : [HANGUL_WORDS]),
    ...(cyrillic > own ? IN_RUSSIAN : [CYRILLIC_WORDS]),
  ].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([value]) => /[\p{Script=Hangul}\p{Script=Cyrillic}]/u.test(value))
      .map(({ 0: value, index }) => ({ start: index, value })),
  )
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
