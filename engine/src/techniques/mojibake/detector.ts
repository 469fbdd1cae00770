import type { Bilingual } from '../../bilingual.ts'
import { repairMojibake } from '../../charset/repair-mojibake.ts'
import type { Message } from '../../evidence/message.ts'
import { isListMail, isReply } from '../reading/mail-kind.ts'
import { placeOfAddress, placeOfHeader, placeOfText } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { defineTechnique, type FindingDraft, type Place } from '../technique.ts'
import { findLostSigns } from './lost-signs.ts'

/** The attacker's tool lost the kanji that were copied from a Japanese source. */
export const mojibake = defineTechnique({
  id: 'mojibake',
  title: { ja: '文字化けした氏名や宛名', en: 'Garbled names' },
  about: {
    ja: '攻撃者の送信ツールが漢字を扱えず、表示名や件名、宛名の漢字が「??」などに化けたメールです。日本の組織を装いながら日本語の環境で作られていないことを示します。',
    en: 'The attacker’s tool could not handle kanji, so names in the sender, the subject or the greeting turned into “??” or rubbish. The mail poses as Japanese but was not made on a Japanese system.',
  },
  attack: ['T1566'],
  weight: 'weak',
  innocent: [
    {
      ja: '海外の取引先や古いシステムから届く本物のメールでも、漢字が化けることがあります。',
      en: 'Genuine mail from abroad or from an old system may lose kanji too.',
    },
  ],
  blindSpots: [
    {
      ja: '漢字がまったく使われていない文面では見つかりません。',
      en: 'A mail that used no kanji in the first place shows nothing.',
    },
  ],
  advice: {
    ja: '自組織や国内の取引先からのはずのメールで漢字が化けていたら、差出人のアドレスを確かめてください。',
    en: 'When mail that should come from your own or a Japanese company is garbled, check the sender’s address.',
  },
  source: '2022Q4 §3.1',

  detect(message, { register }) {
    if (isListMail(message) || isReply(message)) return []
    const { organisations } = listRecipients(message, register)
    if (organisations.has(message.from?.organisation ?? '')) return []
    return [...findRepairable(message), ...findLost(message)].slice(0, 1)
  },
})

/** Head of the text that is read: names stand in the greeting and the first lines. */
const HEAD_CHARS_MAX = 2_000

function listSeen(
  message: Message,
): { text: string; place: (start: number, end: number) => Place }[] {
  const { from, subject } = message
  const [field] = message.header('subject')
  return [
    ...(from === undefined
      ? []
      : [{ text: from.displayName, place: () => placeOfAddress(message, from) }]),
    ...(field === undefined ? [] : [{ text: subject, place: () => placeOfHeader(message, field) }]),
    {
      text: message.shownText.slice(0, HEAD_CHARS_MAX),
      place: (start: number, end: number) => placeOfText(message, { start, end }),
    },
  ]
}

function findRepairable(message: Message): FindingDraft[] {
  return listSeen(message).flatMap(({ text, place }) => {
    const repaired = repairMojibake(text)
    if (repaired === undefined) return []
    const { start, end, from, readAs } = repaired
    const shown = repaired.text.slice(0, 60)
    return toDraft([place(start, end)], {
      ja: `${from} の文字を ${readAs} として扱ったために化けた文です。元は「${shown}」とみられます。`,
      en: `Text in ${from} was taken for ${readAs} and came out garbled. It seems to have been “${shown}”.`,
    })
  })
}

function findLost(message: Message): FindingDraft[] {
  const [name, subject, body] = findLostSigns(message)
  const seen = listSeen(message)
  const places = [name, subject, body].flatMap((range, number) =>
    range === undefined ? [] : (seen.at(number)?.place(range.start, range.end) ?? []),
  )
  return toDraft(places, {
    ja: '表示名、件名または宛名の文字が「??」などに置き換わっています。送信に使われたツールが漢字を失ったとみられます。',
    en: 'Signs of the sender’s name, the subject or the greeting are replaced by “??” or the like: the sending tool seems to have lost kanji.',
  })
}

function toDraft([where, ...alsoWhere]: readonly Place[], say: Bilingual): FindingDraft[] {
  if (where === undefined) return []
  const quotes = [where, ...alsoWhere].map(({ excerpt }) => excerpt)
  const label = { ja: '化けた文字', en: 'garbled signs' }
  return [
    {
      where,
      alsoWhere,
      say,
      detail: { kind: 'words', rules: [{ rule: 'mojibake', label, quotes }] },
    },
  ]
}
