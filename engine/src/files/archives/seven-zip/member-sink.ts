import type { ProblemCode } from '../../../evidence/problem.ts'
import { limits } from '../../../limits.ts'
import { MemberBytes, type UnpackBudget } from '../archive-member.ts'
import type { CapturedFile } from './capture-files.ts'
import type { ListedMember } from './list-members.ts'

/**
 * Takes the files that the program unpacks and finds out which listed member each is. The program
 * writes them in the order of its list, under names it made harmless, and may leave some out.
 */
export class MemberSink {
  readonly #listed: readonly ListedMember[]
  readonly #archiveBytes: number
  readonly #budget: UnpackBudget
  readonly #members = new Map<number, MemberBytes>()
  #next = 0
  #droppedBytes = 0
  /** Why the program was stopped. */
  problem: ProblemCode | undefined
  /** It was stopped behind the last member that is wanted. */
  isDone = false

  constructor(listed: readonly ListedMember[], archiveBytes: number, budget: UnpackBudget) {
    this.#listed = listed
    this.#archiveBytes = archiveBytes
    this.#budget = budget
  }

  open(name: string): CapturedFile {
    const index = this.#find(name)
    this.#next = index + 1
    if (index > this.#listed.length) this.#finish()
    if (index >= this.#listed.length) return { write: (chunk) => this.#drop(chunk.length) }
    const member = new MemberBytes(this.#archiveBytes, this.#budget)
    this.#members.set(index, member)
    return { write: (chunk) => this.#take(member, chunk) }
  }

  /** What was unpacked of the member with this place in the list. */
  at(index: number): MemberBytes | undefined {
    return this.#members.get(index)
  }

  #find(name: string): number {
    const at = this.#listed.findIndex(
      (member, index) => index >= this.#next && toBaseName(member.shownName) === name,
    )
    return at < 0 ? this.#next : at
  }

  /** Thirty thousand members more would be unpacked one by one, to be thrown away. */
  #finish(): never {
    this.isDone = true
    throw new Error('nothing more is wanted')
  }

  /** A member over its limits is dropped as it comes, for those behind it may be what matters. */
  #take(member: MemberBytes, chunk: Uint8Array): void {
    if (member.problem !== undefined) this.#drop(chunk.length)
    else if (!member.add(chunk)) this.#stopWhenSpent(member.problem)
  }

  #stopWhenSpent(problem: ProblemCode | undefined): void {
    if (problem !== 'over-unpacked') return
    this.problem = problem
    throw new Error('nothing more may be unpacked')
  }

  #drop(sizeBytes: number): void {
    this.#droppedBytes += sizeBytes
    if (this.#droppedBytes <= limits.skippedBytesMax) return
    this.problem ??= 'archive-bomb'
    throw new Error('too much would have to be skipped')
  }
}

function toBaseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
