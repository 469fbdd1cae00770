import type { Language } from '../words.ts'
import type { Flaw } from './verify-export.ts'

type Said = Readonly<Record<Language, string>>

export const FLAWS: Readonly<Record<Flaw, Said>> = {
  'no-export': {
    ja: '監査の記録を書き出したファイルではありません',
    en: 'this is no export of an audit log',
  },
  'not-continued': {
    ja: '前のファイルの続きではありません（記録が抜けているか、順番が違います）',
    en: 'it does not continue the file before (entries are missing, or the order is wrong)',
  },
  'unreadable-line': { ja: '読めない行です', en: 'the line cannot be read' },
  changed: { ja: '記録が書き換えられています', en: 'the entry was changed' },
  'not-chained': {
    ja: '前の記録とつながっていません（記録が抜けているか、入れ替わっています）',
    en: 'it is not chained to the entry before (one is missing, or they were exchanged)',
  },
  'cut-off': {
    ja: '最後の署名の行がありません',
    en: 'the last line, with the signature, is missing',
  },
  'wrong-end': { ja: '最後の行が、記録と合いません', en: 'the last line does not fit the entries' },
  'wrong-signature': { ja: '署名が正しくありません', en: 'the signature is wrong' },
  'other-key': { ja: '別の鍵で署名されています', en: 'it was signed with another key' },
}

const SENTENCES = {
  intact: {
    ja: '{file}: {from}番から{to}番まで、書かれたときのままです（{exportedAt} に書き出し）\n',
    en: '{file}: entries {from} to {to} are as they were written (exported {exportedAt})\n',
  },
  withheld: {
    ja: 'うち{withheld}件は、書き出した人に閲覧が限られている内容のため、つながりだけを確かめました。\n',
    en: 'Of {withheld} entries the file holds the link alone: they are about what was restricted to others than whoever exported it.\n',
  },
  broken: { ja: '{file}: {line}行目: {flaw}\n', en: '{file}: line {line}: {flaw}\n' },
  'goes-on': {
    ja: '記録はまだ続きます。次は {next} 番からです。\n',
    en: 'The log goes on, from entry {next}.\n',
  },
  'signed-by': {
    ja: '署名の鍵: {fingerprint}\nハブの「監査」の画面に出る値と同じか、確かめてください（--key で鍵を渡せば、照合まで行います）。\n',
    en: 'Signed with the key {fingerprint}\nCompare it with the one on the hub’s audit page, or give that key with --key.\n',
  },
  'signed-by-expected': {
    ja: '署名の鍵は、渡された鍵と同じです: {fingerprint}\n',
    en: 'Signed with the key that was given: {fingerprint}\n',
  },
} as const

/** One sentence of the report, with its values. */
export function say(
  name: keyof typeof SENTENCES,
  language: Language,
  values: Readonly<Record<string, string | number | boolean>>,
): string {
  return SENTENCES[name][language].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]))
}
