import type { Message } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfText } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { defineTechnique, type Place } from '../technique.ts'

/** A template filled from a public profile: who the reader is, where the company sits. */
export const publicProfile = defineTechnique({
  id: 'public-profile',
  title: { ja: '公開プロフィールから作られた文面', en: 'Text built from a public profile' },
  about: {
    ja: 'SNSなどで公開されている役職や本社所在地を定型文に差し込み、受信者をよく知る相手からのメールに見せる手口です。',
    en: 'A template is filled with the position and the headquarters that the reader’s public profile shows, to pass for mail from somebody who knows the reader.',
  },
  attack: ['T1593.001', 'T1591.004'],
  weight: 'weak',
  innocent: [
    {
      ja: 'セミナーや問い合わせの受付確認では、入力した会社名や役職がそのまま返ってきます。',
      en: 'Confirmations of a registration or an inquiry repeat what one typed in.',
    },
    {
      ja: '営業や採用の案内では、公開情報を調べて書き添えることがあります。',
      en: 'Sales people and recruiters look up public information too.',
    },
  ],
  blindSpots: [
    {
      ja: '項目名を付けずに文章へ溶け込ませた情報は見つけません。',
      en: 'Facts woven into sentences without such labels are not found.',
    },
  ],
  advice: {
    ja: '自分や会社の情報が正しく書かれていても、差出人が本物である証拠にはなりません。',
    en: 'That a mail knows your position and address proves nothing about its sender.',
  },
  source: '2022Q4 §3.3',

  detect(message, { register }) {
    if (isListMail(message)) return []
    const { organisations } = listRecipients(message, register)
    if (organisations.has(message.from?.organisation ?? '')) return []
    const text = message.shownText.slice(0, limits.lureTextCharsMax)
    if (REPEATS.test(text)) return []
    const [where, ...alsoWhere] = findProfile(message, text)
    if (where === undefined) return []
    return [
      {
        where,
        alsoWhere,
        say: {
          ja: '役職や本社所在地など、公開プロフィールにある情報を定型文に差し込んだ文面です。',
          en: 'The text is a template filled with facts from a public profile, such as position and headquarters.',
        },
        detail: {
          kind: 'words' as const,
          rules: [
            {
              rule: 'public-profile',
              label: { ja: '公開プロフィールの情報', en: 'facts of a public profile' },
              quotes: [where, ...alsoWhere].map(({ excerpt }) => excerpt),
            },
          ],
        },
      },
    ]
  },
})

/** The mail gives back what the reader typed into a form, or introduces its own writer. */
const REPEATS =
  /(?:お申し?込み|ご登録|ご入力|お問い?合わせ|ご予約)(?:いただいた|の|いただき)?(?:内容|情報|ありがとう)|入力内容|you (?:have )?(?:registered|submitted|entered|signed up)|your (?:registration|submission|order|booking)|details you (?:gave|provided|entered)/i

const HEADQUARTERS =
  /(?:^|\n)[^\S\n]{0,4}(?:company )?(?:headquarters?|head office|hq)[^\S\n]{0,3}(?:address|location)?[^\S\n]{0,3}[:：][^\n]{2,120}|(?:^|\n)[^\S\n]{0,4}(?:本社)?所在地[^\S\n]{0,3}[:：][^\n]{2,80}/i
const POSITION =
  /(?:^|\n)[^\S\n]{0,4}(?:(?:job |employee )?(?:position|title)|役職|職位|肩書)[^\S\n]{0,3}[:：][^\n]{2,80}/i
/** Words without which the sentence is not there; they are looked for ten times as fast. */
const PLACED_WORDS =
  /(?:located|headquartered|based|situated) (?:at|in) |に(?:本社|本店|拠点)を|に所在する/i
/** `your company, Kitahama Seiki, located at …`; `…に本社を置く貴社`. */
const PLACED =
  /your (?:esteemed |valued )?(?:company|organi[sz]ation|firm|corporation)[ ,(]{1,3}[^\n.]{2,60}[ ,)]{1,3}(?:which is |that is )?(?:located|headquartered|based|situated) (?:at|in) [^\n.]{2,80}|[^\n。、]{2,40}に(?:本社|本店|拠点)を(?:置く|構える|置かれる)(?:貴社|御社)|[^\n。、]{2,40}に所在する(?:貴社|御社)/i

/** Two labels that only a profile has together, or the company placed on the map in a sentence. */
function findProfile(message: Message, text: string): Place[] {
  const headquarters = HEADQUARTERS.exec(text)
  const position = headquarters === null ? null : POSITION.exec(text)
  const placed = position === null && PLACED_WORDS.test(text) ? PLACED.exec(text) : null
  const found = position === null ? [placed] : [headquarters, position]
  return found.flatMap((match) => {
    if (match === null) return []
    const skipped = match[0].length - match[0].trimStart().length
    const start = match.index + skipped
    return placeOfText(message, { start, end: match.index + match[0].length })
  })
}
