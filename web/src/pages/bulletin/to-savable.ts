import type { BulletinContent } from 'contract/bulletin'

/** The text without the lines that were left empty in both languages. */
export function toSavable(content: BulletinContent): BulletinContent {
  const { ja, en } = content.summary
  const rows = Array.from({ length: Math.max(ja.length, en.length) }, (_, at) => ({
    ja: ja[at]?.trim() ?? '',
    en: en[at]?.trim() ?? '',
  })).filter(hasWords)
  return {
    ...content,
    summary: {
      ja: rows.map((row) => row.ja).filter((text) => text !== ''),
      en: rows.map((row) => row.en).filter((text) => text !== ''),
    },
    advice: content.advice.filter(hasWords),
  }
}

const hasWords = ({ ja, en }: { readonly ja: string; readonly en: string }): boolean =>
  ja.trim() !== '' || en.trim() !== ''
