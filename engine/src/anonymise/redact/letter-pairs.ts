/**
 * How unusual it is that one letter follows another, 0 to 9: a row for each first letter, a digit for each second.
 * Counted over English words and Japanese ones in Latin letters; 9 is a pair that neither has. What is usual in German,
 * Dutch, Portuguese, and in Arabic and Chinese names costs 3 at most.
 */
const PAIR_COSTS: readonly string[] = [
  '33233534333131638121444746',
  '14541683167055156223178843',
  '19361991292388077241399948',
  '15540643068366168323356868',
  '33214445554331545112645353',
  '28681289099276189243099939',
  '16660632189342299133278926',
  '07681989087333078363189923',
  '34233335634330248322635553',
  '08482888083583068628086888',
  '17650673183584168626176919',
  '15530673036167159833357913',
  '03860788188436119736289779',
  '25222413233543269411345933',
  '44333434453320329122243543',
  '17651363297167128132377969',
  '36466666366366556436055666',
  '15340657194534159323356933',
  '27251691195456236321176943',
  '18460783098467169213496933',
  '32343434342220429111384745',
  '15650767088888278556577878',
  '06661963197492269236999779',
  '35271574177445507740377745',
  '05554559397443029634065995',
  '18560883288486188856183654',
]

const A = 'a'.charCodeAt(0)
const costOf = (first: number, second: number): number =>
  Number(PAIR_COSTS[first - A]?.charAt(second - A) ?? 0)

/** So many pairs in a row show a code that hangs on a word. */
const WINDOW_PAIRS = 5
const WINDOW_COST_MAX = 4.4
/** Short words vary more. */
const LONG_FROM = 8
const COST_MAX = { long: 3, short: 3.2 } as const

/** Whether small letters follow one another as they do in words: `login` and `sugiura` do, `qzjxkvbw` does not. */
export function isPronounceable(letters: string): boolean {
  const costs = Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) =>
    costOf(letters.charCodeAt(at), letters.charCodeAt(at + 1)),
  )
  const all = costs.reduce((sum, cost) => sum + cost, 0)
  const limit = letters.length >= LONG_FROM ? COST_MAX.long : COST_MAX.short
  if (all > limit * costs.length) return false
  return costs.every((_, at) => {
    const window = costs.slice(at, at + WINDOW_PAIRS)
    const sum = window.reduce((total, cost) => total + cost, 0)
    return window.length < WINDOW_PAIRS || sum <= WINDOW_COST_MAX * WINDOW_PAIRS
  })
}
