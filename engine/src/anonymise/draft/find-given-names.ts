import { memoise } from '../../memoise.ts'
import type { Indicator } from '../../evidence/artefact.ts'
import type { QuestionDraft } from '../question.ts'
import type { Owners } from '../redact/owners.ts'
import { handedNameQuestion } from '../redact/receiving-questions.ts'
import type { CaseMail } from './case-record.ts'
import { isOwnMail } from './is-own-mail.ts'

/** An archive of more files is asked about once. */
const NAMES_ALONE_MAX = 3

/**
 * The question about each file name of a mail that the provider may have given: of a file that was handed in by itself,
 * with its folders where it is an archive, of whatever somebody of the provider attached himself, and of what came along
 * with a forward in whose text the attack is quoted (T17). The name that a mail gives to what it brings is the attacker's.
 */
export function findGivenNames(owners: Owners): (mail: CaseMail) => GivenNames {
  return memoise((mail) => {
    const isWithFiles = mail.isFile === true || mail.recipients?.isRebuilt === true
    const contexts = isOwnMail(mail, owners) ? OF_OWN : isWithFiles ? OF_FILE : undefined
    const isGiven = ({ type, context }: Indicator): boolean =>
      type === 'file-name' && contexts?.has(context) === true
    const names = [...new Set(mail.indicators.filter(isGiven).map(({ value }) => value))]
    const isMany = names.length > NAMES_ALONE_MAX
    const together = isMany ? handedNameQuestion(names) : undefined
    return new Map(names.map((name) => [name, together ?? handedNameQuestion([name])]))
  })
}

export type GivenNames = ReadonlyMap<string, QuestionDraft>

const OF_FILE: ReadonlySet<string> = new Set(['attachment', 'archive-member'])
const OF_OWN: ReadonlySet<string> = new Set([...OF_FILE, 'embedded'])
