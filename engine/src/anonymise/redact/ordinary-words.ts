/** English words that are also names; written small they are taken for the word, with a capital for the name. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    'will mark grant frank price young brown field grace chase case long short little white black king rose april hope ' +
    'faith bill rich best bush wood stone hill love sharp strong wise good state page green master may june day'
  ).split(' '),
)
