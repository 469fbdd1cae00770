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

export interface CarriedMails extends OpenedArchive {
  /** Rather than quoted in the text. */
  readonly isAttached: boolean
}

export interface CarryingOptions {
  readonly passwords: readonly string[]
  /** Archives are opened too: it comes from somebody of the provider, as far as it says. */
  readonly opensArchives: boolean
}

/** The mails that a mail holds, as a forward does: attached, in an attached archive, or quoted; undefined for none. */
export async function findCarriedMails(
  outer: Message,
  options: CarryingOptions,
): Promise<CarriedMails | undefined> {
  const attached = outer.parts.flatMap(toAttachedMail)
  if (attached.length > 0) return { mails: attached, files: [], problems: [], isAttached: true }
  const archived = options.opensArchives ? await findArchivedMails(outer, options) : undefined
  if (archived !== undefined) return { ...archived, isAttached: true }
  const inline = findInlineMail(outer)
  return inline === undefined ? undefined : { ...inline, isAttached: false }
}

/** The mail in a part, as it was attached or as Outlook saves it. */
export function toAttachedMail({ path, content, fileName, message }: Part): EvidenceMail[] {
  const bytes = message === undefined ? openMsg(content, fileName)?.bytes : content
  if (bytes === undefined) return []
  return [{ path, bytes, ...(fileName === undefined ? {} : { fileName }) }]
}

/** Members put samples into an archive with a password, so that their own scanner lets them pass. */
async function findArchivedMails(
  outer: Message,
  { passwords }: CarryingOptions,
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
  return { mails: [{ path: QUOTED_PLACE, bytes }], files: [], problems }
}

/** Where a quoted mail stands in the one that quotes it; no part has such a number. */
export const QUOTED_PLACE = 'quoted'
