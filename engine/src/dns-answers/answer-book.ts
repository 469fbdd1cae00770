import type { DnsRecord } from '../knowledge.ts'
import { limits } from '../limits.ts'

type Type = DnsRecord['type']

/** A name may lead to a name that leads to a name; longer chains are loops. */
const ALIASES_MAX = 8

/** The part of a text that belongs to one question of dig; a zone file is one part. */
class Block {
  readonly values = new Map<string, string[]>()
  readonly aliases = new Map<string, string>()
  readonly asked: (readonly [string, Type])[] = []
  isAnswer = true
  hasHeading = false
  section = 'ANSWER'
  recordedOn: string | undefined
}

/** Collects what a text says, question by question, and answers with one record a name and type. */
export class AnswerBook {
  #block = new Block()
  readonly #records = new Map<string, DnsRecord>()

  /** The heading of an answer; whatever stood before belongs to another. */
  begin(isAnswer: boolean): void {
    this.#settle()
    this.#block = new Block()
    this.#block.isAnswer = isAnswer
    this.#block.hasHeading = true
  }

  /** What follows belongs to no question: lines of a zone file behind dig's answer. */
  end(): void {
    this.#settle()
    this.#block = new Block()
  }

  enter(section: string): void {
    this.#block.section = section
  }

  ask(name: string | undefined, type: Type): void {
    if (name !== undefined && this.#block.section === 'QUESTION')
      this.#block.asked.push([name, type])
  }

  date(day: string | undefined): void {
    this.#block.recordedOn = day
  }

  /** False when there is no room. Servers' additions beside the answer may be half of a set. */
  add(name: string, type: Type | 'CNAME', value: string): boolean {
    const { section, values, aliases, isAnswer } = this.#block
    if (section === 'AUTHORITY' || section === 'ADDITIONAL' || !isAnswer) return true
    if (type === 'CNAME') {
      if (aliases.size < limits.dnsRecordsMax) aliases.set(name, value)
      return true
    }
    const key = `${type} ${name}`
    const known = values.get(key) ?? []
    if (known.includes(value)) return true
    if (known.length >= limits.dnsValuesMax) return false
    if (known.length === 0 && values.size + this.#records.size >= limits.dnsRecordsMax) return false
    values.set(key, [...known, value])
    return true
  }

  close(): DnsRecord[] {
    this.#settle()
    return [...this.#records.values()].slice(0, limits.dnsRecordsMax)
  }

  #settle(): void {
    const { values, aliases, asked, isAnswer, hasHeading } = this.#block
    for (const [key, texts] of values) this.#keep(key, texts)
    for (const [name] of aliases)
      for (const type of ['TXT', 'A', 'AAAA', 'MX'] as const) {
        const texts = values.get(`${type} ${this.#follow(name)}`)
        if (texts !== undefined) this.#keep(`${type} ${name}`, texts)
      }
    if (!isAnswer || !hasHeading) return
    for (const [name, type] of asked)
      if (!values.has(`${type} ${this.#follow(name)}`)) this.#keep(`${type} ${name}`, [])
  }

  #follow(name: string): string {
    let at = name
    for (let step = 0; step < ALIASES_MAX; step++) at = this.#block.aliases.get(at) ?? at
    return at
  }

  #keep(key: string, values: readonly string[]): void {
    const [type, name] = key.split(' ') as [Type, string]
    const { recordedOn } = this.#block
    this.#records.set(key, {
      name,
      type,
      values,
      ...(recordedOn === undefined ? {} : { recordedOn }),
    })
  }
}
