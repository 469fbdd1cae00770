import type { z } from 'zod'
import type { Language } from 'contract/common'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { listReleaseFiles, loadReleaseFiles, type ReleaseFiles } from './inbox.queries.ts'
import { SHARING_LIMITS } from './limits.ts'

/** One file of a release, byte for byte as it was checked. Runs as the member. */
export async function loadFile(
  db: Db,
  {
    releaseId,
    form,
    language,
  }: { releaseId: string; form: 'text' | 'csv' | 'stix'; language: z.infer<typeof Language> },
): Promise<{ number: string; text: string }> {
  const { number, state, files } = await loadReleaseFiles(db, releaseId)
  // A file travels on by itself, without the page that says it was corrected.
  if (state === 'corrected') throw new Refusal('release-corrected')
  if (files === undefined) throw new Refusal('not-in-this-form')
  return { number, text: form === 'text' ? files.text[language] : files[form] }
}

/** Values of one kind from everything in force that the member may see, sorted, once each. */
export async function loadBlockList(
  db: Db,
  kind: keyof ReleaseFiles['blockLists'],
): Promise<string> {
  const lists = await listReleaseFiles(db, kind)
  const values = new Set(
    lists.flatMap(({ list }) => list.split('\n')).filter((line) => line !== ''),
  )
  const newest = [...values].slice(0, SHARING_LIMITS.blockListValuesMax)
  return newest
    .sort()
    .map((value) => `${value}\n`)
    .join('')
}
