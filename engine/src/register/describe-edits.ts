import type { Bilingual } from '../bilingual.ts'
import type { LookalikeEdit } from './lookalike-edit.ts'

/** Says what was done to a name, for example 「m を rn に、ピリオドをハイフンに変更」. */
export function describeEdits(edits: readonly LookalikeEdit[]): Bilingual {
  const said = edits.map(describeEdit)
  return {
    ja: said.map((one) => one.ja).join('、'),
    en: said.map((one) => one.en).join(', '),
  }
}

function describeEdit({ kind, genuine, observed }: LookalikeEdit): Bilingual {
  const from = toShown(genuine)
  const to = toShown(observed)
  switch (kind) {
    case 'inserted':
      return { ja: `${to.ja} を挿入`, en: `${to.en} inserted` }
    case 'dropped':
      return { ja: `${from.ja} を削除`, en: `${from.en} left out` }
    case 'changed':
      return { ja: `${from.ja} を ${to.ja} に変更`, en: `${from.en} changed to ${to.en}` }
    case 'swapped':
      return { ja: `${from.ja} の順を入れ替え`, en: `${from.en} swapped` }
    case 'homoglyph':
      return {
        ja: `${from.ja} を似た ${to.ja} に変更`,
        en: `${from.en} changed to similar ${to.en}`,
      }
    case 'dot-to-hyphen':
      return genuine === '.'
        ? { ja: 'ピリオドをハイフンに変更', en: 'dot changed to hyphen' }
        : { ja: 'ハイフンをピリオドに変更', en: 'hyphen changed to dot' }
    case 'label-moved':
      return { ja: `${from.ja} の位置を移動`, en: `${from.en} moved` }
    case 'tld-changed':
      if (observed === '')
        return { ja: `末尾の .${genuine} を省略`, en: `ending .${genuine} left out` }
      return { ja: `末尾を .${observed} に変更`, en: `ending changed to .${observed}` }
    case 'word-added':
      return { ja: `語 ${to.ja} を追加`, en: `${to.en} added` }
  }
}

/** Letters outside ASCII are named, since they look like what they imitate. */
function toShown(letters: string): Bilingual {
  if (letters === '-') return { ja: 'ハイフン', en: 'hyphen' }
  if (letters === '.') return { ja: 'ピリオド', en: 'dot' }
  const shown = Array.from(letters.replaceAll('.', '[.]'), (sign) =>
    sign > '\u007f'
      ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      : sign,
  ).join('')
  return { ja: shown, en: `“${shown}”` }
}
