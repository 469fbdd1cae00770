import type { Bilingual } from 'contract/common'

// One sentence for each condition of the technical lane, met and not met, in the words the workbench shows.

export const sayGroupLets = (name: Bilingual): Bilingual => ({
  ja: `「${name.ja}」は、技術情報を承認なしで共有できると取り決めています。`,
  en: `${name.en} agreed that technical information may be shared without approval.`,
})
export const sayGroupAsks = (name: Bilingual): Bilingual => ({
  ja: `「${name.ja}」は、提供元の承認を必要とするグループです。`,
  en: `${name.en} requires the providers’ approval.`,
})
export const sayOlderWish = (name: Bilingual): Bilingual => ({
  ja: `提供元の希望のなかに、「${name.ja}」がこの取り決めをする前のものがあります。`,
  en: `A provider’s wish is from before ${name.en} agreed on this.`,
})
export const sayLaterMember = (name: Bilingual): Bilingual => ({
  ja: `提供元の希望のなかに、その提供元が「${name.ja}」に参加する前のものがあります。`,
  en: `A provider’s wish is from before it joined ${name.en}.`,
})

export const LANE_WORDS = {
  nobody: { ja: '共有先がありません。', en: 'There is nobody to share with.' },
  wished: {
    ja: 'どの提供元も、技術情報なら事前の確認は不要としています。',
    en: 'Every provider wished not to be asked first about technical information.',
  },
  seenFirst: {
    ja: '共有の前に文面を確認したい提供元があります。希望を聞いていないときも、確認が必要です。',
    en: 'A provider wants to see the text first. So does one that has said nothing.',
  },
  nothingKept: {
    ja: '出してほしくないことを書き添えた提供元はありません。',
    en: 'No provider wrote down anything to be kept back.',
  },
  keepBack: {
    ja: '出してほしくないことを書き添えた提供元があります。守られているかは、その提供元にしか分かりません。',
    en: 'A provider wrote down what to keep back. Only it can say whether this text does.',
  },
  inside: {
    ja: 'どの提供元も、すべての共有先グループに参加していて、ほかの組織と同時に受け取ります。',
    en: 'Every provider belongs to every group, and gets it at the same time as the others.',
  },
  outside: {
    ja: '提供元が参加していない共有先グループがあります。そのグループの取り決めに、提供元は加わっていません。',
    en: 'A provider does not belong to one of the groups, and has no part in its agreement.',
  },
  within: {
    ja: '提供元の希望の範囲内で、提供元を推測されない数の組織がいます。',
    en: 'It stays within every wish, and enough organisations get it that nobody can guess.',
  },
  technical: {
    ja: '中身は、ハブが書き出した手口・遮断や確認に使う情報・お願いだけです。',
    en: 'It holds techniques, indicators and advice alone, as the hub writes them.',
  },
  written: {
    ja: '技術情報のほかに、本文、人が書いた言葉、件名やファイル名、見分け方の例、被害を示す種別や手口のどれかが含まれています。',
    en: 'Besides technical information it holds a summary, words that a person wrote, a subject or file name, an example of a look-alike, or a kind or technique that tells of damage.',
  },
  notIdentifying: {
    ja: '提供元の許可や人の判断が要る値は含まれていません。',
    en: 'It holds no value that needs a provider’s permission or somebody’s judgement.',
  },
  identifying: {
    ja: '提供元が分かるかもしれない値を、そのまま出すか許可を求めるかすることになっています。',
    en: 'A value that might tell a provider is to go out as it is, or with permission.',
  },
  checked: {
    ja: 'すべての質問に答え、この文面の検査で提供元の名残は見つかっていません。',
    en: 'Every question is answered, and the check of this very text found nothing.',
  },
  unchecked: {
    ja: '未回答の質問があるか、この文面の検査が終わっていません。',
    en: 'A question is open, or the check of this very text has not been passed.',
  },
} as const satisfies Record<string, Bilingual>
