import type { Bilingual } from 'engine'

/** Words of the report of `noroshi check-leaks`. */
export const WORDS = {
  clean: { ja: '見つかりませんでした', en: 'No trace found' },
  found: { ja: '痕跡があります', en: 'Traces found' },
  closed: { ja: '調べ切れませんでした', en: 'Could not be searched' },
  place: { ja: '場所', en: 'place' },
  trace: { ja: '痕跡', en: 'trace' },
  how: { ja: '書かれ方', en: 'how' },
  unsearched: { ja: '調べられなかったところ', en: 'What could not be searched' },
  weak: {
    ja: '普通の言葉でもある名前（人が見て判断してください）',
    en: 'Ordinary words that are also names (a person decides)',
  },
  layers: { ja: '層', en: 'layers' },
  bytes: { ja: 'バイト', en: 'bytes' },
  unknown: { ja: '形式不明', en: 'unknown format' },
  asWritten: { ja: 'そのまま', en: 'as written' },
  next: { ja: '次に：', en: 'Next:' },
  nextFound: { ja: '直してから、もう一度調べてください。', en: 'Take these out and check again.' },
  nextClosed: {
    ja: '調べられなかったものは、安全とはいえません。開いて確かめるか、送らないでください。',
    en: 'What could not be searched is not safe: open and look, or do not send it.',
  },
  nextClean: {
    ja: '渡された名前は見つかりませんでした。書いていない名前は調べていません。',
    en: 'None of the given names was found. Names that were not given were not searched for.',
  },
  noNames: {
    ja: '名前のファイルを読み込めませんでした',
    en: 'the file of names could not be read',
  },
  noFile: { ja: 'ファイルを読めませんでした', en: 'the file could not be read' },
} as const satisfies Record<string, Bilingual>

export const sayPictures = (count: number): Bilingual => ({
  ja: `画像 ${count}点：絵の中の文字は読めません。目で確かめてください。`,
  en: `${count} picture${count === 1 ? '' : 's'}: letters drawn in pixels are not read; look at them.`,
})
