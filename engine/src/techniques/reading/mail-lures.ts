import type { Message } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import { findLures } from '../../lures/find-lures.ts'
import type { Lure, LureId } from '../../lures/lure.ts'
import { findTextZones, type TextZone } from '../../lures/text-zones.ts'
import { memoise } from './memoise.ts'

/** A lure where it is heard in a mail; offsets in the subject, or in `Message.shownText`. */
export interface MailLure {
  readonly lure: Lure
  readonly zone: 'subject' | TextZone['zone']
  readonly start: number
  readonly end: number
  /** The words as they stand, hostile text. */
  readonly quote: string
}

/** What a mail speaks of. */
export interface MailLures {
  /** Heard in the subject or in what the sender wrote, each lure at its first place there. */
  readonly said: readonly MailLure[]
  /** Heard in a mail that is answered or in a footer: what others said, or a template. */
  readonly besides: readonly MailLure[]
  /** A lure among those said. */
  find(id: LureId): MailLure | undefined
  /** Characters that the sender wrote, quotes and footers left out. */
  readonly newCharCount: number
}

/** Reads subject and text once for all techniques. */
export const readMailLures = memoise((message: Message): MailLures => {
  const text = message.shownText.slice(0, limits.lureTextCharsMax)
  const zones = findTextZones(text)
  const all = [
    ...findLures(message.subject).map((one) => toMailLure(one, message.subject, 'subject')),
    ...findLures(text).map((one) => toMailLure(one, text, findZone(zones, one))),
  ]
  const said = firstOfEach(all.filter(({ zone }) => zone === 'subject' || zone === 'new'))
  return {
    said: [...said.values()],
    besides: all.filter(({ zone }) => zone === 'quoted' || zone === 'footer'),
    find: (id) => said.get(id),
    newCharCount: zones
      .filter(({ zone }) => zone === 'new')
      .reduce((sum, { start, end }) => sum + text.slice(start, end).trim().length, 0),
  }
})

type Found = Pick<MailLure, 'lure' | 'start' | 'end'>

function toMailLure(found: Found, text: string, zone: MailLure['zone']): MailLure {
  return { ...found, zone, quote: text.slice(found.start, found.end) }
}

/** Words half in one zone and half in another were not said together. */
function findZone(zones: readonly TextZone[], { start, end }: Found): TextZone['zone'] {
  const at = zones.find((zone) => start < zone.end)
  if (at === undefined) return 'new'
  return end <= at.end ? at.zone : 'footer'
}

function firstOfEach(lures: readonly MailLure[]): Map<LureId, MailLure> {
  const first = new Map<LureId, MailLure>()
  for (const one of lures) if (!first.has(one.lure.id)) first.set(one.lure.id, one)
  return first
}
