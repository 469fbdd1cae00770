import { detectType } from '../../files/types/detect-type.ts'
import { findPasswords, SAMPLE_PASSWORD } from '../../files/archives/find-passwords.ts'
import { isArchive } from '../../files/archives/unpack-archive.ts'
import type { Message, Part } from '../message.ts'
import { toProblem } from '../problem.ts'
import type { EvidenceMail } from './evidence-mail.ts'
import { findQuotedMail } from './find-quoted-mail.ts'
import { type OpenedArchive, openSubmittedArchive } from './open-submitted-archive.ts'
import { openMsg } from './open-msg.ts'
import { rebuildMail } from './rebuild-mail.ts'

export interface ForwardOptions {
  readonly passwords: readonly string[]
  /** Known to be a forward, because of the mailbox it came to. */
  readonly forwarded: boolean
}

/** Marks that mail programs put before the subject of a forward. */
const FORWARD_SUBJECT =
  /^\s*(?:(?:re|aw)\s*:\s*)*(?:fwd?|tr|wg|rv|enc|i|転送|轉寄|转发|전달)\s*[:：]/i

/**
 * The mails that a forward carries; undefined when it carries none.
 *
 * A mail that merely came as a file is unwrapped only when nothing else in it could be the attack:
 * a hostile mail could otherwise attach a harmless one and have that analysed in its place.
 */
export async function findForwarded(
  outer: Message,
  options: ForwardOptions,
): Promise<OpenedArchive | undefined> {
  const attached = findAttachedMails(outer)
  if (attached.length > 0) {
    const isCarrier = options.forwarded || isPlainCarrier(outer)
    return isCarrier ? { mails: attached, files: [], problems: [] } : undefined
  }
  if (!options.forwarded) return undefined
  return (await findArchivedMails(outer, options)) ?? findInlineMail(outer)
}

function findAttachedMails(outer: Message): readonly EvidenceMail[] {
  return outer.parts.flatMap((part) => {
    const { path, content, fileName } = part
    const bytes = part.message === undefined ? openMsg(content, fileName)?.bytes : content
    if (bytes === undefined) return []
    return [{ path, bytes, ...(fileName === undefined ? {} : { fileName }) }]
  })
}

/** A forward by its subject that holds text without links and attached mails, nothing more. */
function isPlainCarrier(outer: Message): boolean {
  const others = outer.attachments.filter(
    ({ message, content, fileName }) =>
      message === undefined && openMsg(content, fileName) === undefined,
  )
  return FORWARD_SUBJECT.test(outer.subject) && others.length === 0 && outer.links.length === 0
}

/** Members put samples into an archive with a password, so that their own scanner lets them pass. */
async function findArchivedMails(
  outer: Message,
  { passwords }: ForwardOptions,
): Promise<OpenedArchive | undefined> {
  const words = findPasswords(`${outer.subject}\n${outer.shownText}`)
  const tried = [...passwords, SAMPLE_PASSWORD, ...words]
  for (const part of outer.attachments) {
    const opened = await openArchivePart(part, tried)
    if (opened !== undefined && opened.mails.length > 0) return opened
  }
  return undefined
}

async function openArchivePart(
  part: Part,
  passwords: readonly string[],
): Promise<OpenedArchive | undefined> {
  const { content: bytes, fileName = '', path } = part
  const type = detectType(bytes, fileName) ?? ''
  return isArchive(type)
    ? openSubmittedArchive({ bytes, type, fileName }, passwords, path)
    : undefined
}

function findInlineMail(outer: Message): OpenedArchive | undefined {
  const quoted = findQuotedMail(outer.shownText)
  if (quoted === undefined) return undefined
  const bytes = rebuildMail(quoted, outer)
  const problems = [toProblem('reconstructed-from-inline-forward', '0')]
  return { mails: [{ path: '0', bytes }], files: [], problems }
}
