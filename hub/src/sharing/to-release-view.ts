import type { z } from 'zod'
import { BulletinContent } from 'contract/bulletin'
import { type InboxRow, OwnFeedback, type ReleaseView } from 'contract/inbox'
import { ReleaseId } from 'contract/common'
import { dayInJapan } from '../clock.ts'
import type { MemberRelease, OtherVersion, OwnAnswer } from './inbox.queries.ts'

/** What belongs to a release besides its own row. */
export interface ReleaseSurroundings {
  readonly answer: OwnAnswer | undefined
  readonly gotItCount: number | undefined
  readonly names: ReadonlyMap<string, string>
}

/** A release in a member's list. Written field by field: nothing else of the row leaves the house. */
export function toInboxRow(
  release: MemberRelease,
  { answer, gotItCount, names }: ReleaseSurroundings,
): z.infer<typeof InboxRow> {
  return {
    releaseId: ReleaseId.parse(release.id),
    number: release.number,
    version: release.version,
    state: release.state,
    title: release.title,
    tlp: release.tlp,
    releasedOn: release.releasedOn,
    read: release.read,
    ...(answer === undefined ? {} : { feedback: toOwnFeedback(answer, names) }),
    ...(gotItCount === undefined ? {} : { gotItCount }),
  }
}

/** A release opened. Only one in force has content: a correction takes back what it corrects (T42). */
export function toReleaseView(
  release: MemberRelease,
  surroundings: ReleaseSurroundings & { versions: readonly OtherVersion[] },
): z.infer<typeof ReleaseView> {
  const { versions } = surroundings
  const newer = versions.filter(({ version }) => version > release.version).at(-1)
  return {
    ...toInboxRow(release, surroundings),
    ...(release.state !== 'released' ? {} : { content: parseContent(release.contentText) }),
    previousVersions: versions
      .filter(({ version }) => version < release.version)
      .map(({ id, version, releasedOn }) => ({
        releaseId: ReleaseId.parse(id),
        version,
        releasedOn,
      })),
    ...(newer === undefined ? {} : { newerReleaseId: ReleaseId.parse(newer.id) }),
    ...(release.withdrawnReason === undefined ? {} : { withdrawnReason: release.withdrawnReason }),
  }
}

/** The text that was released, read back from its bytes. */
export function parseContent(contentText: string): BulletinContent {
  return BulletinContent.parse(JSON.parse(contentText))
}

const toOwnFeedback = (answer: OwnAnswer, names: ReadonlyMap<string, string>) =>
  OwnFeedback.parse({
    answer: answer.answer,
    count: answer.count,
    firstSeenOn: answer.firstSeenOn,
    lastSeenOn: answer.lastSeenOn,
    note: answer.note,
    answeredBy: names.get(answer.answeredBy) ?? '',
    answeredOn: dayInJapan(answer.answeredAt),
  })
