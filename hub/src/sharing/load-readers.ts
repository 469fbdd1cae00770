import type { z } from 'zod'
import type { Readers } from 'contract/bulletin'
import { OrganisationId } from 'contract/common'
import type { Db } from '../database/index.ts'
import { type GivenAnswer, listAnswers, listReaders, type Reader } from './release.queries.ts'

/** Who has read a release and what was answered, for the hub. */
export async function loadReaders(db: Db, bulletinId: string): Promise<z.infer<typeof Readers>> {
  return {
    readers: (await listReaders(db, bulletinId)).map(toReader),
    answers: (await listAnswers(db, bulletinId)).map(toAnswer),
  }
}

const toReader = ({ organisation, organisationId, name, readAt }: Reader) => ({
  organisation,
  organisationId: OrganisationId.parse(organisationId),
  name,
  readAt: readAt.toISOString(),
})

const toAnswer = ({ organisationId, answeredAt, ...answer }: GivenAnswer) => ({
  ...answer,
  organisationId: OrganisationId.parse(organisationId),
  answeredAt: answeredAt.toISOString(),
})
