/** English words that are also names; written small they are taken for the word, with a capital for the name. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    'will mark grant frank price young brown field grace chase case long short little white black king rose april hope ' +
    'faith bill rich best bush wood stone hill love sharp strong wise good state page green master may june day ' +
    // Given names in kanji that are words first.
    '未来 希望 千秋 一番 自然 大地 平和 明日 正直 真実 大和 日向 三月 五月 弥生 和泉 久遠 愛情 心愛'
  ).split(' '),
)
