/** Rows of the kana table with their Kunrei consonant; ん and the marks follow. */
const ROWS: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['s', 'さしすせそ'],
  ['t', 'たちつてと'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['m', 'まみむめも'],
  ['y', 'や ゆ よ'],
  ['r', 'らりるれろ'],
  ['w', 'わ   を'],
  ['g', 'がぎぐげご'],
  ['z', 'ざじずぜぞ'],
  ['d', 'だぢづでど'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
]
const VOWELS = 'aiueo'

const HIRAGANA: readonly (readonly [string, string])[] = [
  ...ROWS.flatMap(([consonant, row]) =>
    [...row].map((kana, index): [string, string] => [kana, `${consonant}${VOWELS[index] ?? ''}`]),
  ),
  ['ん', 'n'],
  ['ぢ', 'zi'],
  ['づ', 'zu'],
  ['ゕ', 'ka'],
  ['ゖ', 'ke'],
  ['ゔ', 'vu'],
  ['ゎ', 'wa'],
  // Small ones change the sound before them, which a capital says to `mergeSounds`.
  ...[...'ぁぃぅぇぉ'].map((kana, index): [string, string] => [
    kana,
    `${VOWELS[index] ?? ''}`.toUpperCase(),
  ]),
  ['ゃ', 'Ya'],
  ['ゅ', 'Yu'],
  ['ょ', 'Yo'],
  // A small っ and the long mark are heard, but not told apart when names are compared.
  ['っ', ''],
  ['ー', ''],
]

/** Kunrei romanisation of each kana, katakana included. */
export const KANA_ROMAJI: ReadonlyMap<string, string> = new Map(
  HIRAGANA.filter(([kana]) => kana !== ' ').flatMap(([kana, romaji]) => {
    const code = kana.codePointAt(0) ?? 0
    const katakana = kana === 'ー' ? kana : String.fromCodePoint(code + 0x60)
    return [
      [kana, romaji],
      [katakana, romaji],
    ] as const
  }),
)
