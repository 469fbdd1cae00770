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
import { LazyHashes } from '../files/lazy-hashes.ts'
import { isArchive } from '../files/archives/unpack-archive.ts'
import { foldProblems } from './fold-problems.ts'
import type { Message, Part, Problem } from './message.ts'
import { ProblemList } from './mime/problem-list.ts'
import type { ProblemCode } from './problem.ts'
import { parseMessage } from './parse-message.ts'

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

/** A file or mail that waits to be looked into. */
type Waiting =
  | { readonly kind: 'mail'; readonly message: Message; readonly from: Source }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly from: Source }
  | { readonly kind: 'closed'; readonly member: ArchiveMember; readonly from: Source }

/** What is known about it from where it was found. */
interface Source {
  readonly path: string
  readonly kind: Artefact['kind']
  readonly fileName?: string | undefined
  readonly declaredType?: string
  readonly password?: string | undefined
  readonly archiveDepth: number
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
  opening.artefacts.push(toArtefact(opening, message.bytes, 'message/rfc822', from))
  if (opening.artefacts.length > 1) opening.nestedProblems.push(...message.problems)
  for (const word of findPasswords(`${message.subject}\n${message.shownText}`)) {
    if (opening.passwords.size < limits.foundPasswordsMax) opening.passwords.add(word)
  }
  const attachments = new Set(message.attachments)
  return message.parts
    .filter((part) => part.children.length === 0 || !part.type.startsWith('multipart/'))
    .map((part) => toWaiting(part, attachments.has(part), from.archiveDepth))
}

function toWaiting(part: Part, isAttachment: boolean, archiveDepth: number): Waiting {
  const { path, fileName, type: declaredType } = part
  const kind = part.message === undefined ? (isAttachment ? 'attachment' : 'text') : 'mail'
  const from: Source = { path, kind, fileName, declaredType, archiveDepth }
  return part.message === undefined
    ? { kind: 'file', bytes: part.content, from }
    : { kind: 'mail', message: part.message, from }
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
    return keepText(opening, toArtefact(opening, bytes, type, from), bytes, from)
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
    ? keep(opening, toArtefact(opening, bytes, type, from))
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
  return keep(opening, toArtefact(opening, bytes, type, from, { unreadable }))
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
    toArtefact(opening, bytes, type, from, {
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

/** A mail kept in another form stands below its file as member 0. */
function toMailWaiting(mail: Uint8Array, from: Source): Waiting {
  const path = `${from.path}/0`
  const { archiveDepth } = from
  return {
    kind: 'mail',
    message: parseMessage(mail, path),
    from: { path, kind: 'mail', archiveDepth: archiveDepth + 1 },
  }
}

function toMemberWaiting(
  member: ArchiveMember,
  index: number,
  kind: 'archive-member' | 'embedded',
  from: Source,
): Waiting {
  const source: Source = {
    path: `${from.path}/${index + 1}`,
    kind,
    fileName: member.name,
    password: member.password,
    archiveDepth: from.archiveDepth + 1,
  }
  return member.content === undefined
    ? { kind: 'closed', member, from: source }
    : { kind: 'file', bytes: member.content, from: source }
}

/**
 * Most hashes of most parts are never asked for, and cost more than parsing the mail: each is made
 * when it is first read.
 */
function toArtefact(
  { budget }: Opening,
  content: Uint8Array,
  type: string,
  from: Source,
  read: Pick<Artefact, 'password' | 'unreadable' | 'reading'> = {},
): Artefact {
  const hashes = new LazyHashes(content)
  const isFile = from.kind !== 'text' && from.kind !== 'mail'
  const hasTlsh = isFile && content.length <= Math.min(limits.tlshBytesMax, budget.tlshBytesLeft)
  if (hasTlsh) budget.tlshBytesLeft -= content.length
  return {
    ...toDescription(from),
    type,
    sizeBytes: content.length,
    get sha256() {
      return hashes.sha256
    },
    get sha1() {
      return hashes.sha1
    },
    get md5() {
      return hashes.md5
    },
    get tlsh() {
      return hasTlsh ? hashes.tlsh : undefined
    },
    content,
    ...read,
  }
}

/** A member that stayed closed has no bytes to hash. */
function toClosedArtefact(member: ArchiveMember, from: Source): Artefact {
  return {
    ...toDescription(from),
    type: 'application/octet-stream',
    sizeBytes: member.sizeBytes,
    sha256: '',
    sha1: '',
    md5: '',
    ...(member.problem === undefined ? {} : { unreadable: member.problem }),
  }
}

function toDescription(
  from: Source,
): Pick<Artefact, 'path' | 'kind' | 'fileName' | 'declaredType' | 'password'> {
  return {
    path: from.path,
    kind: from.kind,
    ...(from.fileName === undefined ? {} : { fileName: from.fileName }),
    ...(from.declaredType === undefined ? {} : { declaredType: from.declaredType }),
    ...(from.password === undefined ? {} : { password: from.password }),
  }
}
