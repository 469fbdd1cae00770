import type { PersonId } from 'contract/common'
import type { InvitePersonRequest } from 'contract/people'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import { loadForChange } from './load-for-change.ts'
import { countContacts, hasOrganisation, saveDisabled, savePerson } from './people.queries.ts'
import { assertDomainFree } from './mail-domains.ts'
import { refuseMissing } from './refuse-missing.ts'
import { rolesFit } from './roles-fit.ts'
import { endTokensOf } from './end-tokens-of.ts'
import { endSessionsOf } from './sessions.queries.ts'
import { issueLink } from './sign-in-links.ts'
import { cancelLinks } from './sign-in-links.queries.ts'
import { tellOfAccount } from './tell-of-account.ts'

export interface Invitation {
  readonly personId: PersonId
  readonly path: string
  readonly expiresAt: Date
}

/** Registers a person and makes the one-time link with which they register their first factor. */
export async function invitePerson(
  db: Db,
  actor: PersonActor,
  request: z.output<typeof InvitePersonRequest>,
  now: Date,
): Promise<Invitation> {
  const { organisationId, roles } = request
  if (!rolesFit(roles, organisationId)) throw new Refusal('request-unfit')
  if (organisationId !== undefined && !(await hasOrganisation(db, organisationId))) {
    throw new Refusal('not-found')
  }
  await assertDomainFree(db, request.email, organisationId)
  const personId = newId<PersonId>()
  await savePerson(db, { ...request, personId, organisationId, roles: [...new Set(roles)], now })
  await recordAudit(db, {
    actor,
    action: 'person-invited',
    subject: `person:${personId}`,
    detail: { roles, organisation: organisationId },
  })
  const link = await issueLink(db, actor, { personId, purpose: 'invitation', now })
  await tellOfAccount(db, { organisationId })
  return { personId, ...link }
}

export interface DisablingOrder {
  readonly personId: PersonId
  readonly disabled: boolean
  readonly now: Date
}

/**
 * Shuts a person out at once, or lets them in again. The last administrator stays. A last contact goes, for a stolen
 * account cannot wait until somebody else is invited; the log says that nobody is left to approve.
 */
export async function setDisabled(
  db: Db,
  actor: PersonActor,
  { personId, disabled, now }: DisablingOrder,
): Promise<void> {
  const person = await loadForChange(db, actor, personId)
  const { organisationId } = person
  await saveDisabled(db, { personId, disabledAt: disabled ? now : undefined })
  if (disabled) {
    await endSessionsOf(db, { personId, now })
    await endTokensOf(db, actor, { personId, now })
    // A link that was out would else open the account as soon as it is let in again.
    await cancelLinks(db, personId, now)
    await refuseMissing(db, person, true)
  }
  await recordAudit(db, {
    actor,
    action: disabled ? 'person-disabled' : 'person-enabled',
    subject: `person:${personId}`,
    detail: { contactsLeft: organisationId && (await countContacts(db, organisationId)) },
  })
  await tellOfAccount(db, person)
}
