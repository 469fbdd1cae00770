import { limits } from '../../limits.ts'
import type { ProblemCode } from '../../evidence/problem.ts'
import { MAPI, type MapiAttachment, type MapiObject } from '../mapi/mapi-object.ts'
import { MapiProperties } from '../mapi/mapi-properties.ts'
import { readU16, readU32 } from '../numbers.ts'
import { type MapiValues, readMapiValues } from './read-mapi-values.ts'

const SIGNATURE = 0x223e9f78
const HEAD_BYTES = 6
const ATTRIBUTE_HEAD_BYTES = 9
const CHECKSUM_BYTES = 2
const ATTACHMENT_LEVEL = 2
const DEPTH_MAX = 8

/** Attributes that are read (MS-OXTNEF §2.1.3.3), by the lower half of their number. */
const ATTRIBUTES = {
  attachmentTitle: 0x8010,
  attachmentData: 0x800f,
  attachmentProperties: 0x9005,
  attachmentStart: 0x9002,
  body: 0x800c,
  messageClass: 0x8008,
  codePage: 0x9007,
  properties: 0x9003,
  subject: 0x8004,
} as const

export interface TnefReading {
  readonly message: MapiObject
  readonly problems: readonly ProblemCode[]
}

interface AttachmentDraft {
  content?: Uint8Array
  values: MapiValues
}

/** The message in a TNEF stream, Outlook's `winmail.dat`; undefined when the bytes are none. */
export function parseTnef(bytes: Uint8Array, depth = 0): TnefReading | undefined {
  return readU32(bytes, 0) === SIGNATURE ? new TnefReader(bytes, depth).read() : undefined
}

class TnefReader {
  readonly #bytes: Uint8Array
  readonly #depth: number
  readonly #values: MapiValues = { byId: new Map(), named: new Map(), objects: new Map() }
  readonly #attachments: AttachmentDraft[] = []
  readonly #problems = new Set<ProblemCode>()
  #codePage: number | undefined

  constructor(bytes: Uint8Array, depth: number) {
    this.#bytes = bytes
    this.#depth = depth
  }

  read(): TnefReading {
    let at = HEAD_BYTES
    while (at + ATTRIBUTE_HEAD_BYTES <= this.#bytes.length) {
      const sizeBytes = readU32(this.#bytes, at + 5)
      const start = at + ATTRIBUTE_HEAD_BYTES
      const data = this.#bytes.subarray(start, start + sizeBytes)
      if (data.length < sizeBytes) this.#problems.add('file-damaged')
      const isAttachment = this.#bytes[at] === ATTACHMENT_LEVEL
      this.#take(readU16(this.#bytes, at + 1), data, isAttachment)
      at = start + sizeBytes + CHECKSUM_BYTES
    }
    const { byId, named } = this.#values
    const properties = new MapiProperties(byId, this.#codePage)
    const attachments = this.#attachments.map((draft) => this.#toAttachment(draft))
    return {
      message: { properties, named, recipients: [], attachments },
      problems: [...this.#problems],
    }
  }

  #take(attribute: number, data: Uint8Array, isAttachment: boolean): void {
    const last = this.#attachments.at(-1)
    switch (attribute) {
      case ATTRIBUTES.codePage:
        this.#codePage = readU32(data, 0)
        return
      case ATTRIBUTES.attachmentStart:
        if (this.#attachments.length < limits.archiveMembersMax)
          this.#attachments.push({
            values: { byId: new Map(), named: new Map(), objects: new Map() },
          })
        else this.#problems.add('over-many-members')
        return
      case ATTRIBUTES.attachmentTitle:
        if (last !== undefined) last.values.byId.set(MAPI.displayName, toText(data))
        return
      case ATTRIBUTES.attachmentData:
        if (last !== undefined) last.content = data
        return
      case ATTRIBUTES.attachmentProperties:
        if (last !== undefined && isAttachment) readMapiValues(data, last.values)
        return
      case ATTRIBUTES.properties:
        readMapiValues(data, this.#values)
        return
      default:
        this.#takeOld(attribute, data)
    }
  }

  /** Attributes from before MAPI; the properties of the message say it better when both are there. */
  #takeOld(attribute: number, data: Uint8Array): void {
    const ids: Readonly<Record<number, number>> = {
      [ATTRIBUTES.subject]: MAPI.subject,
      [ATTRIBUTES.body]: MAPI.body,
      [ATTRIBUTES.messageClass]: MAPI.messageClass,
    }
    const id = ids[attribute]
    if (id !== undefined && !this.#values.byId.has(id)) this.#values.byId.set(id, toText(data))
  }

  #toAttachment({ content, values }: AttachmentDraft): MapiAttachment {
    const properties = new MapiProperties(values.byId, this.#codePage)
    const object = values.objects.get(MAPI.attachData)
    // An object begins with the identifier of what it is; a message is again TNEF.
    const inner =
      object !== undefined && this.#depth < DEPTH_MAX
        ? parseTnef(object.subarray(OBJECT_ID_BYTES), this.#depth + 1)
        : undefined
    if (inner !== undefined) {
      for (const problem of inner.problems) this.#problems.add(problem)
      return { properties, message: inner.message }
    }
    const bytes = content ?? properties.bytes(MAPI.attachData) ?? object
    return bytes === undefined ? { properties } : { properties, content: bytes }
  }
}

const OBJECT_ID_BYTES = 16
const STRING8 = 0x1e

function toText(bytes: Uint8Array): { type: number; bytes: Uint8Array } {
  return { type: STRING8, bytes }
}
