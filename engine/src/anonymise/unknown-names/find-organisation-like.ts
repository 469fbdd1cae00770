import { findAddressed, findAddressedFirst } from '../redact/addressed-organisation.ts'
import { COMPANY_WORDS } from '../redact/find-company-words.ts'
import { isEverydayWord } from '../redact/unlisted-company.ts'

/** Departments and branches: 経理部, 情報システム課, 大阪支店. Compounds such as 管理部門 and 生産部品 are none. */
const DEPARTMENT =
  /(?:経理|総務|人事|労務|営業|財務|法務|購買|調達|情報システム|情シス|製造|品質(?:管理|保証)|企画|広報|秘書|海外|国際|生産|物流|資材|事業|保守|業務|監査|経営|技術|開発|研究|施設|設備)[\p{Script=Han}ァ-ヶー]{0,8}(?:本部|部|課|室|センター)(?![門分品屋員数位題署長])/gu
const BRANCH =
  /(?<!\p{Script=Han})[\p{Script=Han}]{2,6}(?:支店|支社|営業所|工場|製作所|研究所|事業所|出張所)/gu
const LATIN_DEPARTMENT =
  /(?<![A-Za-z])(?:Accounts? Payable|Accounting|Finance|Procurement|Purchasing|Sales|Human Resources|Legal|Treasury) (?:Department|Dept|Division|Team)\b/gu

export interface Found {
  readonly start: number
  readonly value: string
}

/** Words that look like the name of an organisation or of a part of one. */
export function findOrganisationLike(text: string): readonly Found[] {
  const found = [...COMPANY_WORDS, DEPARTMENT, BRANCH, LATIN_DEPARTMENT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index + match[0].indexOf(match[0].trim()),
      value: match[0].trim(),
    })),
  )
  return [
    ...found.filter(({ value }) => !isEverydayWord(value)),
    ...findAddressed(text),
    ...findAddressedFirst(text),
  ]
}
