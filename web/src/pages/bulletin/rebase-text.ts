import type { BulletinContent } from 'contract/bulletin'
import type { GroupId } from 'contract/common'

/** What an editor can change: the text and whom it goes to. */
export interface BulletinText {
  readonly content: BulletinContent
  readonly groupIds: readonly GroupId[]
}

export type TextPart = 'title' | 'summary' | 'advice' | 'tlp' | 'groups'

/**
 * Puts my changes on top of what somebody else saved meanwhile. A part that only one of us changed is
 * taken from that one; where both did, mine stays and the part is named, so that nothing vanishes unseen.
 */
export function rebaseText(
  base: BulletinText,
  mine: BulletinText,
  theirs: BulletinText,
): { readonly text: BulletinText; readonly both: readonly TextPart[] } {
  const both: TextPart[] = []
  const pick = <T>(part: TextPart, of: (text: BulletinText) => T): T => {
    const [before, my, their] = [of(base), of(mine), of(theirs)]
    if (isSame(my, before) || isSame(my, their)) return their
    if (!isSame(their, before)) both.push(part)
    return my
  }
  const content = {
    // Techniques, look-alikes and what is left out follow from the evidence, never from an editor.
    ...theirs.content,
    title: pick('title', (text) => text.content.title),
    summary: pick('summary', (text) => text.content.summary),
    advice: pick('advice', (text) => text.content.advice),
    tlp: pick('tlp', (text) => text.content.tlp),
    indicators: withoutMyRemovals(base, mine, theirs),
  }
  return { text: { content, groupIds: pick('groups', (text) => text.groupIds) }, both }
}

/** Indicators can only be taken out, so what I took out is taken out of theirs too. */
function withoutMyRemovals(base: BulletinText, mine: BulletinText, theirs: BulletinText) {
  const kept = new Set(mine.content.indicators.map(toKey))
  const removed = new Set(base.content.indicators.map(toKey).filter((key) => !kept.has(key)))
  return theirs.content.indicators.filter((one) => !removed.has(toKey(one)))
}

const toKey = (indicator: BulletinContent['indicators'][number]): string =>
  JSON.stringify([indicator.type, indicator.value, indicator.context])

const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right)
