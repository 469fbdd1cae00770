import type { z } from 'zod'
import type { InboxPage, ReleaseView } from 'contract/inbox'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import {
  listOtherVersions,
  listOwnAnswers,
  listReleases,
  loadColleagueNames,
  loadGotItCounts,
  loadRelease,
  type MemberRelease,
  saveRead,
} from './inbox.queries.ts'
import { SHARING_LIMITS } from './limits.ts'
import { type ReleaseSurroundings, toInboxRow, toReleaseView } from './to-release-view.ts'

/** A page of what was shared with the member. */
export async function listInbox(
  db: Db,
  after: { day: string; id: string } | undefined,
): Promise<z.infer<typeof InboxPage>> {
  const rows = SHARING_LIMITS.inboxPageRows
  const found = await listReleases(db, { after, rows: rows + 1 })
  const page = found.slice(0, rows)
  const surroundings = await loadSurroundings(db, page)
  const last = page.at(-1)
  return {
    rows: page.map((release) => toInboxRow(release, surroundings(release.id))),
    ...(found.length > rows && last !== undefined ? { next: `${last.releasedOn}_${last.id}` } : {}),
  }
}

/** Opens one release and remembers that this person has read it; a machine reads without a mark. */
export async function openRelease(
  db: Db,
  actor: Actor,
  { releaseId, now }: { releaseId: string; now: Date },
): Promise<z.infer<typeof ReleaseView>> {
  const release = await loadRelease(db, releaseId)
  const { personId, organisationId } = actor
  if (!release.read && personId !== undefined && organisationId !== undefined) {
    await saveRead(db, { releaseId, organisationId, personId, at: now })
    await recordAudit(db, { actor, action: 'release-read', subject: `release:${releaseId}` })
  }
  const surroundings = (await loadSurroundings(db, [release]))(release.id)
  const versions = await listOtherVersions(db, release)
  return toReleaseView(release, { ...surroundings, versions })
}

async function loadSurroundings(
  db: Db,
  releases: readonly MemberRelease[],
): Promise<(releaseId: string) => ReleaseSurroundings> {
  const ids = releases.map(({ id }) => id)
  const answers = await listOwnAnswers(db, ids)
  const counts = await loadGotItCounts(db, ids)
  const names = await loadColleagueNames(
    db,
    answers.map(({ answeredBy }) => answeredBy),
  )
  return (releaseId) => ({
    answer: answers.find((answer) => answer.releaseId === releaseId),
    gotItCount: counts.get(releaseId),
    names,
  })
}
