import type { BulletinContent } from '../bulletin-content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { THIRD_PARTY_LETTER, toCompanyAlias, toPersonAlias } from '../aliases.ts'
import {
  toQuestionKind,
  toQuestions,
  type Decisions,
  type Question,
  type QuestionDraft,
} from '../question.ts'
import type { Traces } from '../traces.ts'
import { PLACEHOLDERS, toPlaceholder } from '../redact/words.ts'
import {
  findUnknownNames,
  isWritten,
  type UnknownKind,
  type UnknownName,
} from './find-unknown-names.ts'

const PREFIX = 'unknown-'

/** Whether a question is about a string of the text, not of the evidence. */
export const isAboutUnknownName = (questionId: string): boolean => questionId.startsWith(PREFIX)

/**
 * The questions of the evidence, then one for each unknown name in the text. Only „it may stay“ answers such a question:
 * a name that was replaced and typed again is asked about again.
 */
export function askAboutUnknownNames({
  questions,
  content,
  decisions,
  traces,
  met,
}: {
  readonly questions: readonly Question[]
  readonly content: BulletinContent
  readonly decisions: Decisions
  readonly traces: Traces
  /** People whom the evidence names and no register holds. */
  readonly met: Traces
}): readonly Question[] {
  const ofEvidence = questions.filter(({ questionId }) => !isAboutUnknownName(questionId))
  const kept = Object.entries(decisions).filter(([, choice]) => choice === 'keep')
  const ofText = toQuestions(
    findUnknownNames(content, traces, met).map(toDraft),
    Object.fromEntries(kept),
  )
  return [...ofEvidence, ...ofText].map((question, at) => ({ ...question, number: at + 1 }))
}

const KIND_WORDS: Readonly<Record<UnknownKind, Bilingual>> = {
  organisation: { ja: '組織や部署の名', en: 'the name of an organisation or a department' },
  person: { ja: '人の名', en: 'the name of a person' },
  phone: { ja: '電話番号', en: 'a phone number' },
  account: { ja: '口座やカードの番号', en: 'an account or card number' },
  address: { ja: '住所', en: 'a postal address' },
  email: { ja: 'メールアドレス', en: 'a mail address' },
  machine: { ja: '端末やファイルの場所', en: 'a machine or a file path' },
}

function toDraft({ kind, value }: UnknownName): QuestionDraft {
  const word = KIND_WORDS[kind]
  return {
    kind: `${PREFIX}${kind}`,
    value,
    say: {
      ja: `知らない名前が残っています（${word.ja}）`,
      en: `A name nobody has registered is left: ${word.en}`,
    },
    why: {
      ja: '登録された名前にも、攻撃者の情報にもありません。提供元や取引先を指すなら置き換え、提供元の名前にも加えてください。',
      en: 'It is neither a registered name nor the attacker’s. If it points at a provider or a partner, replace it and add it to the provider’s names.',
    },
    choices: ['alias', 'keep'],
    proposed: 'alias',
  }
}

/** The content with a string of its words replaced by the alias or placeholder of its kind, in what an attacker wrote by `****`. */
export function replaceUnknownName(
  content: BulletinContent,
  { questionId, value }: Pick<Question, 'questionId' | 'value'>,
): BulletinContent {
  const said = replacementOf(toQuestionKind(questionId).slice(PREFIX.length))
  const replace = (text: string, language: keyof Bilingual): string =>
    text.replaceAll(value, said[language])
  const both = ({ ja, en }: Bilingual): Bilingual => ({
    ja: replace(ja, 'ja'),
    en: replace(en, 'en'),
  })
  return {
    ...content,
    title: both(content.title),
    summary: {
      ja: content.summary.ja.map((text) => replace(text, 'ja')),
      en: content.summary.en.map((text) => replace(text, 'en')),
    },
    advice: content.advice.map(both),
    arrivedPeriod: both(content.arrivedPeriod),
    techniques: content.techniques.map((technique) => ({
      ...technique,
      title: both(technique.title),
      say: both(technique.say),
    })),
    // The example of an imitation is invented; one that holds a name is none.
    lookalikes: content.lookalikes.filter(
      ({ genuine, observed }) => !genuine.includes(value) && !observed.includes(value),
    ),
    indicators: content.indicators.map((indicator) =>
      isWritten(indicator) && indicator.value.includes(value)
        ? { ...indicator, value: indicator.value.replaceAll(value, '****'), isPattern: true }
        : indicator,
    ),
  }
}

function replacementOf(kind: string): Bilingual {
  if (kind === 'organisation') return toCompanyAlias(THIRD_PARTY_LETTER)
  if (kind === 'person') return toPersonAlias(THIRD_PARTY_LETTER, false)
  if (kind === 'machine') return toPlaceholder('host')
  const known = Object.keys(PLACEHOLDERS).find((name) => name === kind)
  return toPlaceholder(
    known === 'phone' || known === 'account' || known === 'email' ? known : 'address',
  )
}
