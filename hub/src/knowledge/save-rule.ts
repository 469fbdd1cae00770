import { type SaveYaraRuleRequest, YaraRuleSaved } from 'contract/knowledge'
import { compileRules } from 'engine'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { isNameTaken, saveRuleRow } from './knowledge.queries.ts'

/**
 * Saves YARA rules when they compile; mails that arrive from now on are read with them. Rules come from
 * the hub's own analysts, so they are compiled where the answer is awaited; they are asked of foreign
 * bytes only in the parsing thread.
 */
export async function saveRule(
  db: Db,
  actor: PersonActor,
  rule: z.infer<typeof SaveYaraRuleRequest> & { readonly ruleId?: string },
  at: Date,
): Promise<YaraRuleSaved> {
  const id = rule.ruleId ?? newId()
  const error = await findRuleError(rule.text)
  if (error !== undefined) return { saved: false, error }
  if (await isNameTaken(db, rule.name, id)) throw new Refusal('name-taken')
  await saveRuleRow(db, { ...rule, id }, { personId: actor.personId, at })
  await recordAudit(db, {
    actor,
    action: 'rule-saved',
    subject: `rule:${id}`,
    detail: { name: rule.name, isEnabled: rule.isEnabled },
  })
  return { saved: true, ruleId: id }
}

async function findRuleError(text: string): Promise<string | undefined> {
  const { rules, errors } = await compileRules([{ id: 'new', text }])
  rules.close()
  return errors[0]?.message
}
