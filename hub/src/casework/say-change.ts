import type { Bilingual } from 'contract/common'

/** Receipts in a sentence: the first by number, the rest by count. */
function receipts(numbers: readonly string[]): Bilingual {
  const [first = '', ...rest] = numbers
  if (rest.length === 0) return { ja: first, en: first }
  return { ja: `${first} ほか${rest.length}件`, en: `${first} and ${rest.length} more` }
}

/** Sentences of the changes of a case, with the numbers people know things by. */
export const sayChange = {
  opened(numbers: readonly string[]): Bilingual {
    const { ja, en } = receipts(numbers)
    return { ja: `情報提供 ${ja} から事案を開きました。`, en: `Opened from ${en}.` }
  },
  added(numbers: readonly string[]): Bilingual {
    const { ja, en } = receipts(numbers)
    return { ja: `情報提供 ${ja} を加えました。`, en: `Added ${en}.` }
  },
  foldedTogether(numbers: readonly string[]): Bilingual {
    const { ja, en } = receipts(numbers)
    return {
      ja: `同じメールの波とみて、ハブが情報提供 ${ja} を事案にまとめました。`,
      en: `The hub folded ${en} into a case: one wave of mail.`,
    }
  },
  folded(numbers: readonly string[]): Bilingual {
    const { ja, en } = receipts(numbers)
    return {
      ja: `同じメールの波とみて、ハブが情報提供 ${ja} を加えました。`,
      en: `The hub added ${en}: the same wave of mail.`,
    }
  },
  split(numbers: readonly string[], to: string): Bilingual {
    const { ja, en } = receipts(numbers)
    return {
      ja: `情報提供 ${ja} を事案 ${to} に分けました。`,
      en: `Split ${en} off as case ${to}.`,
    }
  },
  merged(from: string, into: string): Bilingual {
    return {
      ja: `事案 ${from} を事案 ${into} に統合しました。`,
      en: `Merged case ${from} into case ${into}.`,
    }
  },
  renamed(): Bilingual {
    return { ja: '事案の名前を変えました。', en: 'Renamed the case.' }
  },
  classified(): Bilingual {
    return { ja: '分類を決めました。', en: 'Decided the classification.' }
  },
  moved(to: 'open' | 'worked' | 'closed'): Bilingual {
    return {
      open: { ja: '事案を再び開きました。', en: 'Opened the case again.' },
      worked: { ja: '対応済みにしました。', en: 'Marked as worked.' },
      closed: { ja: '事案を終了しました。', en: 'Closed the case.' },
    }[to]
  },
} as const
