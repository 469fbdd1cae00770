import { limits } from '../limits.ts'
import type { Artefact } from './artefact.ts'
import {
  type ArchiveMember,
  startBudget,
  type UnpackBudget,
} from '../files/archives/archive-member.ts'
import { listCustomaryPasswords } from '../files/archives/customary-passwords.ts'
import { detectType } from '../files/types/detect-type.ts'
import { findPasswords } from '../files/archives/find-passwords.ts'
import { findInlinePictures } from '../files/html/find-inline-pictures.ts'
import { readFile } from '../files/read-file.ts'
import type { FileReading } from '../files/file-reading.ts'
import { isArchive } from '../files/archives/unpack-archive.ts'
import { foldProblems } from './fold-problems.ts'
import type { Message, Problem } from './message.ts'
import { ProblemList } from './mime/problem-list.ts'
import type { ProblemCode } from './problem.ts'
import { parseMessage } from './parse-message.ts'
import { type Source, toArtefact, toClosedArtefact } from './to-artefact.ts'
import { toMailWaiting, toMemberWaiting, toWaiting, type Waiting } from './waiting.ts'

export interface ArtefactOptions {
  /** Passwords to try first on encrypted archives. */
  readonly passwords?: readonly string[]
}

export interface OpenedArtefacts {
  /** The mail itself first, then everything in it in document order. */
  readonly artefacts: readonly Artefact[]
  /** Problems of nested mails and of archives; those of the mail itself stand in `Message.problems`. */
  readonly problems: readonly Problem[]
}

interface Opening {
  readonly artefacts: Artefact[]
  readonly problems: ProblemList
  readonly nestedProblems: Problem[]
  readonly budget: UnpackBudget
  /** Words found in the mail and its nested mails. */
  readonly passwords: Set<string>
  readonly root: Message
  /** What is tried besides; worked out when an archive asks first. */
  customary?: readonly string[]
}

/** Opens every layer of a mail: parts, nested mails, archives in archives. Never throws. */
export async function openArtefacts(
  message: Message,
  { passwords = [] }: ArtefactOptions = {},
): Promise<OpenedArtefacts> {
  const opening: Opening = {
    artefacts: [],
    problems: new ProblemList(),
    nestedProblems: [],
    budget: startBudget(message.bytes.length),
    passwords: new Set(passwords),
    root: message,
  }
  const from = { path: message.path, kind: 'mail' as const, archiveDepth: 0 }
  const waiting: Waiting[] = [{ kind: 'mail', message, from }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (opening.artefacts.length >= limits.artefactsMax) {
      opening.problems.add('over-many-artefacts', next.from.path)
      break
    }
    // The last one pushed is opened first, so artefacts come in document order.
    waiting.push(...(await openNext(opening, next)).toReversed())
  }
  const problems = foldProblems([...opening.problems.list(), ...opening.nestedProblems])
  return { artefacts: opening.artefacts, problems }
}

async function openNext(opening: Opening, next: Waiting): Promise<readonly Waiting[]> {
  switch (next.kind) {
    case 'mail':
      return openMail(opening, next.message, next.from)
    case 'file':
      return openFile(opening, next.bytes, next.from)
    case 'closed':
      opening.artefacts.push(toClosedArtefact(next.member, next.from))
      return []
  }
}

function openMail(opening: Opening, message: Message, from: Source): readonly Waiting[] {
  opening.artefacts.push(toArtefact(opening.budget, message.bytes, 'message/rfc822', from))
  if (opening.artefacts.length > 1) opening.nestedProblems.push(...message.problems)
  for (const word of findPasswords(`${message.subject}\n${message.shownText}`)) {
    if (opening.passwords.size < limits.foundPasswordsMax) opening.passwords.add(word)
  }
  const attachments = new Set(message.attachments)
  return message.parts
    .filter((part) => part.children.length === 0 || !part.type.startsWith('multipart/'))
    .map((part) => toWaiting(part, attachments.has(part), from.archiveDepth))
}

async function openFile(
  opening: Opening,
  bytes: Uint8Array,
  from: Source,
): Promise<readonly Waiting[]> {
  const detected = from.kind === 'text' ? undefined : detectType(bytes, from.fileName)
  const type = detected ?? from.declaredType ?? 'application/octet-stream'
  if (type === 'message/rfc822' && detected !== undefined) {
    const refused = refuseMail(opening, bytes, from.path)
    if (refused !== undefined) return keepClosed(opening, { bytes, type, from }, refused)
    const message = parseMessage(bytes, from.path)
    return [{ kind: 'mail', message, from: { ...from, kind: 'mail' } }]
  }
  if (from.kind === 'text') {
    return keepText(opening, toArtefact(opening.budget, bytes, type, from), bytes, from)
  }
  if (from.archiveDepth >= limits.archiveDepthMax && isArchive(type))
    return keepClosed(opening, { bytes, type, from }, 'over-deep-archive')
  // A thousand archives more would each be begun, only to be given up.
  if (opening.budget.bytesLeft <= 0 && isArchive(type))
    return keepClosed(opening, { bytes, type, from }, 'over-unpacked')
  const reading = await readFile({
    bytes,
    type,
    fileName: from.fileName ?? '',
    passwords: listPasswords(opening),
    budget: opening.budget,
  })
  return reading === undefined
    ? keep(opening, toArtefact(opening.budget, bytes, type, from))
    : keepRead(opening, { bytes, type, from }, reading)
}

function listPasswords(opening: Opening): readonly string[] {
  opening.customary ??= listCustomaryPasswords(opening.root)
  return [...opening.passwords, ...opening.customary]
}

function keep(opening: Opening, artefact: Artefact): readonly Waiting[] {
  opening.artefacts.push(artefact)
  return []
}

interface OpenedFile {
  readonly bytes: Uint8Array
  readonly type: string
  readonly from: Source
}

function keepClosed(
  opening: Opening,
  { bytes, type, from }: OpenedFile,
  unreadable: ProblemCode,
): readonly Waiting[] {
  opening.problems.add(unreadable, from.path)
  return keep(opening, toArtefact(opening.budget, bytes, type, from, { unreadable }))
}

/**
 * Why a file is not read as a mail. Mails as files in mails as files begin a new reading each time, and a megabyte
 * of archive holds hundreds of large ones.
 */
function refuseMail(opening: Opening, bytes: Uint8Array, path: string): ProblemCode | undefined {
  if (path.length > limits.pathCharsMax) return 'over-nested'
  if (opening.budget.mailBytesLeft < bytes.length) return 'over-much-read'
  opening.budget.mailBytesLeft -= bytes.length
  return undefined
}

/** Pictures written into HTML text stand below it, as files of a document do. */
function keepText(
  opening: Opening,
  artefact: Artefact,
  bytes: Uint8Array,
  from: Source,
): readonly Waiting[] {
  opening.artefacts.push(artefact)
  if (artefact.type !== 'text/html') return []
  const pictures = findInlinePictures(bytes)
  if (pictures.length >= limits.inlinePicturesMax)
    opening.problems.add('over-many-pictures', from.path)
  return pictures.map((content, index) => {
    const member: ArchiveMember = {
      name: `inline-${index + 1}`,
      sizeBytes: content.length,
      content,
    }
    return toMemberWaiting(member, index, 'embedded', from)
  })
}

function keepRead(
  opening: Opening,
  { bytes, type, from }: OpenedFile,
  reading: FileReading,
): readonly Waiting[] {
  const { members = [], membersAre = 'archive-member', mail, problems = [] } = reading
  const codes = new Set([...problems, ...members.map(({ problem }) => problem)])
  for (const code of codes) if (code !== undefined) opening.problems.add(code, from.path)
  const password = members.find((member) => member.password !== undefined)?.password
  // A mail without its own header and an archive with more than its directory lists are read all the same.
  const unreadable = problems.find(
    (code) => code !== 'rebuilt-from-properties' && code !== 'unlisted-member',
  )
  const { text = '', links = [], signs = [], facts = [] } = reading
  opening.artefacts.push(
    toArtefact(opening.budget, bytes, type, from, {
      ...(password === undefined ? {} : { password }),
      ...(unreadable === undefined ? {} : { unreadable }),
      reading: { text, links, signs, facts },
    }),
  )
  const isDeepest =
    from.archiveDepth >= limits.archiveDepthMax || from.path.length > limits.pathCharsMax
  if (isDeepest && (members.length > 0 || mail !== undefined))
    opening.problems.add('over-deep-archive', from.path)
  const within = isDeepest ? [] : members
  const refused = mail && !isDeepest ? refuseMail(opening, mail, from.path) : undefined
  if (refused !== undefined) opening.problems.add(refused, from.path)
  return [
    ...(mail === undefined || isDeepest || refused ? [] : [toMailWaiting(mail, from)]),
    ...within.map((member, index) => toMemberWaiting(member, index, membersAre, from)),
  ]
}
