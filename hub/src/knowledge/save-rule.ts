import type { SaveYaraRuleRequest } from 'contract/knowledge'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { isNameTaken, saveRuleRow } from './knowledge.queries.ts'

/** Saves YARA rules that compile (`findRuleError`); mails that arrive from now on are read with them. */
export async function saveRule(
  db: Db,
  actor: PersonActor,
  rule: z.infer<typeof SaveYaraRuleRequest> & { readonly ruleId?: string },
  at: Date,
): Promise<{ readonly ruleId: string }> {
  const id = rule.ruleId ?? newId()
  if (await isNameTaken(db, rule.name, id)) throw new Refusal('name-taken')
  await saveRuleRow(db, { ...rule, id }, { personId: actor.personId, at })
  await recordAudit(db, {
    actor,
    action: 'rule-saved',
    subject: `rule:${id}`,
    detail: { name: rule.name, isEnabled: rule.isEnabled },
  })
  return { ruleId: id }
}
