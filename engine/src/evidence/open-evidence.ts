import { CUSTOMARY_WORDS } from '../files/archives/customary-passwords.ts'
import { detectType } from '../files/types/detect-type.ts'
import { unwrapSignedMail } from '../files/signed/unwrap-signed-mail.ts'
import { isArchive } from '../files/archives/unpack-archive.ts'
import { limits } from '../limits.ts'
import type { Problem } from './message.ts'
import { ProblemList } from './mime/problem-list.ts'
import { toProblem } from './problem.ts'
import { parseMessage } from './parse-message.ts'
import type { EvidenceFile, EvidenceMail } from './submission/evidence-mail.ts'
import { isMail } from './submission/is-mail.ts'
import { openForwards } from './submission/open-forwards.ts'
import { openMsg } from './submission/open-msg.ts'
import { openSubmittedArchive, type TakesFile } from './submission/open-submitted-archive.ts'
import { isMbox, splitMbox } from './submission/split-mbox.ts'
import { wrapFile } from './submission/wrap-file.ts'

export interface EvidenceOptions {
  readonly fileName?: string
  /** Passwords to try first on an encrypted archive. */
  readonly passwords?: readonly string[]
  /**
   * The file is a mail that a member sent to the hub's mailbox, so what counts is the mail inside:
   * attached, in an attached archive, or quoted below a separator.
   */
  readonly forwarded?: boolean
  /** Domains that the provider has registered: who writes from one may pass the attack on. */
  readonly ownDomains?: readonly string[]
  /** Which files of an archive are wanted with their bytes although they are no mails. */
  readonly takesFile?: TakesFile
}

export interface OpenedEvidence {
  /** `file` is any other file, wrapped into a mail of its own; `unknown` is empty or read elsewhere. */
  readonly kind: 'mail' | 'archive' | 'mbox' | 'file' | 'unknown'
  /** The mails to analyse, each on its own. */
  readonly mails: readonly EvidenceMail[]
  /** Members of an archive that are not mails, or could not be opened. */
  readonly files: readonly EvidenceFile[]
  readonly problems: readonly Problem[]
  /** Who forwarded the mails, when they were taken out of a forward. */
  readonly forward?: { readonly by: string }
}

/** Finds the mails in a submitted file. Never throws. */
export async function openEvidence(
  bytes: Uint8Array,
  options: EvidenceOptions = {},
): Promise<OpenedEvidence> {
  const { fileName, passwords = [], takesFile } = options
  const type = detectType(bytes, fileName) ?? ''
  if (isArchive(type)) {
    const file = { bytes, type, fileName: fileName ?? '' }
    const words = [...passwords, ...CUSTOMARY_WORDS]
    const opened = await openSubmittedArchive(file, words, '0', takesFile)
    // An archive of samples is a sample itself: everything in it is opened and judged together.
    const hasReadable = opened.files.some(({ unreadable }) => unreadable === undefined)
    const isSample = opened.mails.length === 0 && !opened.files.some((one) => one.bytes)
    if (isSample && hasReadable) return openFile(bytes, options)
    return openEach({ kind: 'archive', ...opened }, options)
  }
  const msg = openMsg(bytes, fileName)
  if (msg !== undefined) {
    const opened = await openMail(msg.bytes, options)
    const problems = msg.isRebuilt ? [toProblem('rebuilt-from-properties', '0')] : []
    return { ...opened, problems: [...problems, ...opened.problems] }
  }
  if (isMbox(bytes)) {
    const problems = new ProblemList()
    const mails = splitMbox(bytes, problems)
    return openEach({ kind: 'mbox', mails, files: [], problems: problems.list() }, options)
  }
  if (!isMail(bytes, fileName)) return openFile(bytes, options)
  return openMail(bytes, options)
}

/** A file that is no mail is read as the attachment of one. */
function openFile(bytes: Uint8Array, { fileName, takesFile }: EvidenceOptions): OpenedEvidence {
  const isElsewhere = takesFile?.(bytes) === true
  if (bytes.length === 0 || isElsewhere)
    return { kind: 'unknown', mails: [], files: [], problems: [] }
  const name = fileName === undefined ? {} : { fileName }
  const mail = { path: '0', bytes: wrapFile(bytes, fileName ?? ''), ...name }
  const problems = [toProblem('file-without-mail', '0')]
  return { kind: 'file', mails: [mail], files: [], problems }
}

async function openMail(bytes: Uint8Array, options: EvidenceOptions): Promise<OpenedEvidence> {
  const message = parseMessage(bytes)
  const unwrapped = unwrapSignedMail(message)
  if (unwrapped !== undefined) {
    // What was inside is a mail of its own kind; a signature in a signature stays an attachment.
    const opened = await openPlainMail(unwrapped, options)
    return { ...opened, problems: [toProblem('opened-signed-mail', '0'), ...opened.problems] }
  }
  return openPlainMail(bytes, options)
}

async function openPlainMail(
  bytes: Uint8Array,
  { fileName, ...options }: EvidenceOptions,
): Promise<OpenedEvidence> {
  const mail = { path: '0', bytes, ...(fileName === undefined ? {} : { fileName }) }
  const { by, ...opened } = await openForwards(mail, toForwardOptions(options))
  return { kind: 'mail', ...opened, ...(by === undefined ? {} : { forward: { by } }) }
}

const toForwardOptions = ({
  passwords = [],
  forwarded = false,
  ownDomains = [],
}: EvidenceOptions) => ({
  ...{ passwords, isForward: forwarded, ownDomains },
})

/** Mails that came together may be forwards, each by itself. */
async function openEach(opened: OpenedEvidence, options: EvidenceOptions): Promise<OpenedEvidence> {
  const mails: EvidenceMail[] = []
  const problems: Problem[] = [...opened.problems]
  for (const [at, mail] of opened.mails.entries()) {
    const isFull = mails.length + opened.mails.length - at > limits.submittedMailsMax
    const inside = isFull
      ? undefined
      : await openForwards(mail, toForwardOptions({ ...options, forwarded: false }))
    mails.push(...(inside?.mails ?? [mail]))
    problems.push(...(inside?.problems ?? []))
  }
  return { ...opened, mails, problems }
}
