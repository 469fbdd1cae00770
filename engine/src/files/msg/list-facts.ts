import type { FileFact } from '../file-reading.ts'
import { MAPI, type MapiObject } from '../mapi/mapi-object.ts'

/** Named properties of appointments and contacts (MS-OXPROPS), and what they are called here. */
const NAMED: readonly (readonly [number, string, 'text' | 'time'])[] = [
  [0x8208, 'location', 'text'],
  [0x820d, 'starts-at', 'time'],
  [0x820e, 'ends-at', 'time'],
  [0x8238, 'attendees', 'text'],
  [0x8083, 'email', 'text'],
  [0x8093, 'second-email', 'text'],
  [0x80a3, 'third-email', 'text'],
  [0x802b, 'web-page', 'text'],
]
const PLAIN: readonly (readonly [number, string])[] = [
  [MAPI.messageClass, 'message-class'],
  [0x3a08, 'telephone'],
  [0x3a16, 'company'],
  [0x3a17, 'job-title'],
  [0x3a06, 'given-name'],
  [0x3a11, 'family-name'],
]

/** What a message says about itself that a mail has no field for: appointments, contacts. */
export function listMsgFacts({ properties, named }: MapiObject): readonly FileFact[] {
  const plain = PLAIN.map(([id, name]) => [name, properties.text(id)] as const)
  const placed = NAMED.map(([id, name, kind]) => {
    const place = named.get(id) ?? 0
    return [
      name,
      kind === 'text' ? properties.text(place) : properties.time(place)?.toISOString(),
    ] as const
  })
  return [...plain, ...placed].flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  )
}
