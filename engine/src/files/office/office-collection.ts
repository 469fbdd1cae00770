import type { ProblemCode } from '../../evidence/problem.ts'
import { limits } from '../../limits.ts'
import type { ArchiveMember } from '../archives/archive-member.ts'
import type { FileFact, FileLink, FileReading, FileSign } from '../file-reading.ts'
import { findLure } from './find-lure.ts'

/** Gathers what the parts of a document show, within the limits and each thing once. */
export class OfficeCollection {
  readonly #members: ArchiveMember[] = []
  readonly #signs = new Map<string, FileSign>()
  readonly #links = new Map<string, FileLink>()
  readonly #facts = new Map<string, FileFact>()
  readonly #problems = new Set<ProblemCode>()
  readonly #text: string[] = []
  #textChars = 0

  addMember(member: ArchiveMember): void {
    if (this.#members.length < limits.archiveMembersMax) this.#members.push(member)
    else this.addProblem('over-many-members')
  }

  addSigns(signs: readonly FileSign[]): void {
    for (const sign of signs) {
      if (this.#signs.size < limits.fileSignsMax)
        this.#signs.set(`${sign.kind} ${sign.excerpt.slice(0, limits.fileExcerptCharsMax)}`, sign)
    }
  }

  addLinks(links: readonly FileLink[]): void {
    for (const link of links) {
      const key = `${link.kind} ${link.url}`
      if (this.#links.has(key)) continue
      if (this.#links.size < limits.fileLinksMax) this.#links.set(key, link)
      else return this.addProblem('over-many-links')
    }
  }

  addFact(name: string, value: string): void {
    const said = value.replaceAll('\0', '').trim()
    const key = `${name} ${said}`
    if (said !== '' && this.#facts.size < limits.fileFactsMax)
      this.#facts.set(key, { name, value: said })
  }

  addProblem(problem: ProblemCode): void {
    this.#problems.add(problem)
  }

  addText(text: string): void {
    const left = limits.fileTextCharsMax - this.#textChars
    if (text.length > left) this.addProblem('over-long-text')
    if (left <= 0 || text === '') return
    this.#text.push(text.slice(0, left))
    this.#textChars += text.length
  }

  toReading(): FileReading {
    const text = this.#text
      .join('')
      .replace(/(?<![ \t])[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
    this.addSigns(findLure(text))
    return {
      members: this.#members,
      membersAre: 'embedded',
      text,
      links: [...this.#links.values()],
      signs: [...this.#signs.values()],
      facts: [...this.#facts.values()],
      problems: [...this.#problems],
    }
  }
}
