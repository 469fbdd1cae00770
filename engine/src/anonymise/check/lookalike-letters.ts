/**
 * Letters taken for Latin ones, and kanji taken for kana, after Unicode TR39's confusables,
 * reduced to those met in hostile mail. Lower case, since case is folded before.
 */
const LATIN =
  'аa ӓa ɑa αa вb ьb ƅb сc ϲc ԁd đd ðd еe єe ҽe εe ғf ƒf ɡg ԍg һh нh ıi іi ιi ɩi јj ϳj кk κk ӏl łl ℓl мm пn ηn ոn ' +
  'оo οo σo օo øo ɵo рp ρp ԛq гr ʀr ѕs ꜱs тt τt ŧt цu υu ʋu սu ѵv νv ԝw ѡw шw ωw хx χx уy γy ʏy ᴢz ᴀa ʙb ᴄc ᴅd ᴇe ' +
  'ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw'

/** Kanji that are taken for katakana; given as hiragana, to which katakana is folded. */
const KANA = '口ろ 力か 二に 夕た 工え 卜と 八は 千ち 三み'

const LIGATURES: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]

export const LOOKALIKE_LETTERS: ReadonlyMap<string, string> = new Map([
  ...`${LATIN} ${KANA}`.split(' ').map((pair): [string, string] => {
    const [seen = '', meant = ''] = [...pair]
    return [seen, meant]
  }),
  ...LIGATURES.map(([seen, meant]): [string, string] => [seen, meant]),
])
