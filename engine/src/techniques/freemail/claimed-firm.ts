import type { MailAddress } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { FindingDraft } from '../technique.ts'

const FIRM =
  /株式会社|有限会社|合同会社|[(（]株[)）]|㈱|銀行|証券|事務局|総務部|経理部|人事部|管理部|サポート(?:センター|窓口)|カスタマー|\b(?:co\.?,? ?ltd|ltd|inc|llc|gmbh|corp(?:oration)?|s\.?a\.?r\.?l|plc|bank|billing|accounts? (?:payable|department|team)|help ?desk|it support|support team|customer (?:service|support|care|rewards?)|security (?:team|alert|notice)|administrator|human resources|official (?:community|support|notice))\b/i

/** Offices of firms in the languages in which such mail reaches Japan's firms abroad. */
const FIRM_ABROAD =
  /(?<!\p{L})(?:suporte|soporte|atendimento|atención al cliente|central de (?:atendimento|cobrança)|banco|banque|banca|sparkasse|cart(?:ão|ões) de crédito|cartões|cobrança|facturación|kundenservice|kundendienst|rechnungsstelle|service client|klantenservice|servizio clienti|assistenza clienti)(?!\p{L})/iu

/** What a program writes into the name of a notice: `[Bank] Notice 3391350884`, `#Rewards#`. */
const PROGRAM_NAME =
  /\d{6,}|[#_*~]{1,3}\p{L}[\p{L}\d_ ]{3,40}[#_*~]{1,3}$|^\[[^\]]{2,40}\]|\b(?:notifications?|warning notice|no-?reply|rewards?)\b/iu

/** A free mailbox whose name is an organisation's, or that of a program for notices. */
export function findClaimedFirm({
  displayName,
  address,
}: MailAddress): Omit<FindingDraft, 'where'> | undefined {
  const claimed = (FIRM.exec(displayName) ?? FIRM_ABROAD.exec(displayName))?.[0]
  if (claimed !== undefined)
    return {
      weight: 'medium',
      say: {
        ja: `表示名は「${claimed}」と組織を名乗りますが、アドレスはフリーメールの ${defang(address)} です。`,
        en: `The name claims an organisation (“${claimed}”), but the address is the free mailbox ${defang(address)}.`,
      },
    }
  if (!PROGRAM_NAME.test(displayName)) return undefined
  return {
    weight: 'weak',
    say: {
      ja: `表示名は通知プログラムのような名前ですが、アドレスはフリーメールの ${defang(address)} です。`,
      en: `The name looks like that of a program for notices, but the address is the free mailbox ${defang(address)}.`,
    },
  }
}
