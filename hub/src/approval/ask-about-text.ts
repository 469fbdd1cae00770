import { isWrittenAsPermitted, type ValuePermission } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import type { RequestState } from './approval.queries.ts'
import { listOwnValues } from './ask-about-values.ts'
import { askEach } from './ask-each.ts'
import type { Round } from './ask-provider.ts'
import { toAsksOf } from './find-standing.ts'
import { renderForms } from './render-forms.ts'

/** Asks each provider whose approval does not stand about the whole text, and which of its values it permits. */
export async function askAboutText(
  db: Db,
  actor: Actor,
  round: Round,
  {
    permissions,
    standing,
  }: { permissions: readonly ValuePermission[]; standing: readonly RequestState[] },
): Promise<void> {
  const { asked, bulletin, handling } = round
  // The text that is shown holds what has been given, no more and no less.
  if (!isWrittenAsPermitted(bulletin, permissions)) throw new Refusal('permissions-changed')
  const forms = await renderForms(db, bulletin, { handling, hub: asked.hub, now: asked.now })
  const toAsks = toAsksOf(round)
  const toIdentifying = (organisationId: string) =>
    listOwnValues(permissions, organisationId).filter(({ value }) =>
      bulletin.permitted.includes(value),
    )
  const answered = new Set(standing.map(({ organisationId }) => organisationId))
  const questions = handling.providerIds
    .filter((id) => !answered.has(id))
    .map((organisationId) => {
      const [asks, identifying] = [toAsks(organisationId), toIdentifying(organisationId)]
      return { organisationId, about: 'text' as const, asks, identifying, forms }
    })
  await askEach(db, actor, round, { questions, kept: standing.map(({ id }) => id) })
}
