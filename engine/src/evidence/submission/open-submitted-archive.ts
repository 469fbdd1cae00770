import { limits } from '../../limits.ts'
import {
  type ArchiveMember,
  startBudget,
  type UnpackBudget,
} from '../../files/archives/archive-member.ts'
import { detectType } from '../../files/types/detect-type.ts'
import { type ArchiveFile, isArchive, unpackArchive } from '../../files/archives/unpack-archive.ts'
import type { Problem } from '../message.ts'
import { ProblemList } from '../mime/problem-list.ts'
import type { EvidenceFile, EvidenceMail } from './evidence-mail.ts'
import { isMail } from './is-mail.ts'
import { openMsg } from './open-msg.ts'
import { isMbox, splitMbox } from './split-mbox.ts'

export interface OpenedArchive {
  readonly mails: readonly EvidenceMail[]
  readonly files: readonly EvidenceFile[]
  readonly problems: readonly Problem[]
}

/** An archive that waits to be opened, and how deep it lies. */
interface WaitingArchive {
  readonly file: ArchiveFile
  readonly path: string
  readonly depth: number
}

interface Opening {
  readonly mails: EvidenceMail[]
  readonly files: EvidenceFile[]
  readonly problems: ProblemList
  readonly waiting: WaitingArchive[]
  readonly budget: UnpackBudget
  readonly passwords: readonly string[]
  readonly takesFile: TakesFile
}

/** Whether the bytes of a member that is no mail are wanted all the same, as those of a log are. */
export type TakesFile = (bytes: Uint8Array) => boolean

/** Mails of one campaign pack far better than files do, and each is read within limits of its own. */
const SIZES_OF_MAILS = 4

/** Finds the mails in a submitted archive, archives in it included; folders and names do not matter. */
export async function openSubmittedArchive(
  file: ArchiveFile,
  passwords: readonly string[],
  path = '0',
  takesFile: TakesFile = () => false,
): Promise<OpenedArchive> {
  const opening: Opening = {
    mails: [],
    files: [],
    problems: new ProblemList(),
    waiting: [{ file, path, depth: 1 }],
    budget: startBudget(file.bytes.length * SIZES_OF_MAILS),
    passwords,
    takesFile,
  }
  for (let next = opening.waiting.pop(); next !== undefined; next = opening.waiting.pop()) {
    await openNext(opening, next)
  }
  const { mails, files, problems } = opening
  return { mails, files, problems: problems.list() }
}

async function openNext(opening: Opening, { file, path, depth }: WaitingArchive): Promise<void> {
  const { passwords, budget, problems } = opening
  const archive = await unpackArchive(file, { passwords, budget })
  if (archive?.problem !== undefined) problems.add(archive.problem, path)
  for (const [index, member] of (archive?.members ?? []).entries()) {
    const memberPath = path === '0' ? `${index + 1}` : `${path}/${index + 1}`
    if (opening.mails.length >= limits.submittedMailsMax) {
      problems.add('over-many-mails', path)
      return
    }
    takeMember(opening, member, memberPath, depth)
  }
}

function takeMember(opening: Opening, member: ArchiveMember, path: string, depth: number): void {
  const { name: fileName, content: bytes, sizeBytes } = member
  if (member.problem !== undefined) opening.problems.add(member.problem, path)
  if (bytes === undefined) {
    opening.files.push({ path, fileName, sizeBytes, ...unreadable(member.problem) })
    return
  }
  const msg = openMsg(bytes, fileName)
  if (msg !== undefined) {
    if (msg.isRebuilt) opening.problems.add('rebuilt-from-properties', path)
    opening.mails.push({ path, bytes: msg.bytes, fileName })
    return
  }
  const type = detectType(bytes, fileName) ?? ''
  if (isArchive(type) && depth < limits.archiveDepthMax) {
    opening.waiting.push({ file: { bytes, type, fileName }, path, depth: depth + 1 })
  } else if (isMbox(bytes)) {
    const mails = splitMbox(bytes, opening.problems)
    opening.mails.push(
      ...mails.map((mail) => ({ ...mail, path: `${path}/${mail.path}`, fileName })),
    )
  } else if (isMail(bytes, fileName)) {
    opening.mails.push({ path, bytes, fileName })
  } else {
    const code = isArchive(type) ? 'over-deep-archive' : undefined
    const taken = opening.takesFile(bytes) ? { bytes } : {}
    opening.files.push({ path, fileName, sizeBytes, ...taken, ...unreadable(code) })
  }
}

function unreadable(code: string | undefined): { readonly unreadable?: string } {
  return code === undefined ? {} : { unreadable: code }
}
