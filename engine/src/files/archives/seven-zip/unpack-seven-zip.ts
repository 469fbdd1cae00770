import type { ProblemCode } from '../../../evidence/problem.ts'
import { limits } from '../../../limits.ts'
import type {
  ArchiveMember,
  MemberBytes,
  UnpackBudget,
  UnpackedArchive,
} from '../archive-member.ts'
import type { SevenZipFormat } from './formats.ts'
import { payForTrial, TRIAL_MS } from '../../pay-for-trial.ts'
import { findStretching } from './key-stretching.ts'
import { type ListedMember, parseListing } from './list-members.ts'
import { MemberSink } from './member-sink.ts'
import { findMemberProblems, findOpeningProblem, isWrongPassword } from './messages.ts'
import { listRawNames } from './raw-names.ts'
import { type SevenZip, type SevenZipRun, startSevenZip } from './start-seven-zip.ts'

export interface SevenZipOptions {
  readonly format: SevenZipFormat
  readonly fileName: string
  /** Tried in this order. */
  readonly passwords: readonly string[]
  readonly budget: UnpackBudget
}

interface Opening extends SevenZipOptions {
  readonly bytes: Uint8Array
  readonly program: SevenZip
  readonly type: readonly string[]
}

/** The directory of an archive, and the password it took to read it. */
interface Directory {
  readonly run: SevenZipRun
  readonly members: readonly ListedMember[]
  readonly isOver: boolean
  readonly password?: string
  /** No password opened the directory. */
  readonly isLocked?: true
}

/** Opens an archive or disk image with 7-Zip in WebAssembly; names are only read. */
export async function unpackSevenZip(
  bytes: Uint8Array,
  options: SevenZipOptions,
): Promise<UnpackedArchive> {
  const { format, fileName, budget } = options
  if (budget.startsLeft <= 0) return { members: [], problem: 'over-many-archives' }
  budget.startsLeft--
  const program = await startSevenZip(bytes)
  const type =
    format.name === ''
      ? []
      : [`-t${format.name}`, ...(HAS_STREAMS.has(format.name) ? ['-sns'] : [])]
  const opening = { ...options, bytes, program, type }
  const directory = format.isSingle ? listSingle(fileName) : list(opening)
  const { run, members, isOver } = directory
  if (members.length === 0) {
    const problem = directory.isLocked ? 'wrong-password' : findOpeningProblem(run)
    return problem === undefined ? { members } : { members: [], problem }
  }
  const opened = extract(opening, directory)
  const problem = isOver ? 'over-many-members' : opened.problem
  return problem === undefined ? opened : { ...opened, problem }
}

/**
 * Formats whose alternate streams WinRAR writes beside the file: one named `..\\..\\Startup\\x.exe` got out of the
 * folder (CVE-2025-8088), and no other program shows it.
 */
const HAS_STREAMS: ReadonlySet<string> = new Set(['rar5'])

interface Extraction {
  readonly opened: UnpackedArchive
  readonly isWrong: boolean
  readonly bytesMade: number
}

/** Without any the program would ask its terminal; a word that nobody chooses. */
const NO_PASSWORD = '\u{fffd}'

/** Lists the members; when even their names are encrypted, with each password in turn. */
function list(opening: Opening): Directory {
  const plain = listWith(opening, NO_PASSWORD)
  if (!isLocked(opening, plain)) return plain
  for (const password of listTrials(opening, plain)) {
    const directory = listWith(opening, password)
    if (!isLocked(opening, directory)) return { ...directory, password }
  }
  return { ...plain, isLocked: true }
}

/** Deciphered with a wrong word, a directory is noise; 7-Zip says so, or stumbles over it. */
function isLocked({ bytes, format }: Opening, { run, members }: Directory): boolean {
  if (isWrongPassword(run)) return true
  return run.code !== 0 && members.length === 0 && findStretching(bytes, format.name, []) > 0
}

function listWith({ program, type, bytes, format }: Opening, password: string): Directory {
  const run = program.run('l', '-slt', '-ba', ...type, `-p${password}`)
  const { members, isOver } = parseListing(run.lines, type.includes('-sns'))
  return { run, members: giveRawNames(members, bytes, format.name), isOver }
}

/** Names from the archive's own bytes where 7-Zip could not read them; see `listRawNames`. */
function giveRawNames(
  members: readonly ListedMember[],
  bytes: Uint8Array,
  format: string,
): readonly ListedMember[] {
  if (members.every(({ name }) => /^[\x20-\x7e]*$/.test(name))) return members
  const names = listRawNames(bytes, format)
  if (names?.length !== members.length) return members
  return members.map((member, index) => ({ ...member, name: names[index] || member.name }))
}

/** A compressed file holds one file, named like itself without the ending. */
function listSingle(fileName: string): Directory {
  const name = fileName.replace(/\.(?:bz2?|xz|lzma|z)$/i, '').replace(/\.t[bx]z2?$/i, '.tar')
  const member = { name, shownName: 'archive~', sizeBytes: 0, isEncrypted: false }
  return { run: { code: 0, lines: [], errors: [] }, members: [member], isOver: false }
}

/** The passwords that may be tried: fewer, the more work the archive makes of each. */
function* listTrials(
  { bytes, format, passwords, budget }: Opening,
  { run }: Directory,
): Generator<string> {
  const trialMs = 2 ** findStretching(bytes, format.name, run.lines) * TRIAL_MS.sevenZipRound
  for (const password of [...new Set(passwords)].slice(0, limits.passwordsMax)) {
    if (!payForTrial(budget, trialMs)) return
    yield password
  }
}

function extract(opening: Opening, directory: Directory): UnpackedArchive {
  const { members, password } = directory
  const isEncrypted = members.some((member) => member.isEncrypted)
  if (!isEncrypted) return extractWith(opening, directory, NO_PASSWORD).opened
  const trials = password === undefined ? listTrials(opening, directory) : [password]
  let wastedBytes = 0
  for (const trial of trials) {
    const { opened, isWrong, bytesMade } = extractWith(opening, directory, trial)
    if (!isWrong) return opened
    wastedBytes += bytesMade
    if (wastedBytes > limits.unpackedBytesMax) break
  }
  return extractWith(opening, directory, NO_PASSWORD).opened
}

/** Unpacks everything with one password; bytes made under a wrong one do not count. */
function extractWith(
  { program, type, bytes, budget }: Opening,
  { members: listed }: Directory,
  password: string,
): Extraction {
  const before = budget.bytesLeft
  const sink = new MemberSink(listed, bytes.length, budget)
  program.onFile = (name) => sink.open(name)
  const run = program.run('x', '-y', '-aou', ...type, `-p${password}`, '-o/out')
  const isEncrypted = listed.some((member) => member.isEncrypted)
  const hasStumbled =
    isEncrypted && run.code === undefined && sink.problem === undefined && !sink.isDone
  const isWrong = isWrongPassword(run) || hasStumbled
  const bytesMade = before - budget.bytesLeft
  if (isWrong && password !== NO_PASSWORD) budget.bytesLeft = before
  const problems = findMemberProblems(run)
  const isExplained = isWrong || sink.isDone || problems.size > 0
  const problem = sink.problem ?? (isExplained ? undefined : findOpeningProblem(run))
  const members = listed.map((member, index) =>
    toMember(member, sink.at(index), problems.get(member.shownName), problem, password),
  )
  return { opened: problem === undefined ? { members } : { members, problem }, isWrong, bytesMade }
}

function toMember(
  { name, sizeBytes, isEncrypted }: ListedMember,
  unpacked: MemberBytes | undefined,
  stated: ProblemCode | undefined,
  stopped: ProblemCode | undefined,
  password: string,
): ArchiveMember {
  const problem = unpacked?.problem ?? stated ?? (unpacked === undefined ? stopped : undefined)
  const opened = isEncrypted && password !== NO_PASSWORD ? { password } : {}
  if (problem === undefined && unpacked !== undefined) {
    const content = unpacked.toBytes()
    return { name, sizeBytes: content.length, content, ...opened }
  }
  if (problem === undefined && sizeBytes === 0)
    return { name, sizeBytes, content: new Uint8Array() }
  return { name, sizeBytes, problem: problem ?? 'archive-damaged' }
}
