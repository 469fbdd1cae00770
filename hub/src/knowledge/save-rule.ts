import type { SaveYaraRuleRequest } from 'contract/knowledge'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { isNameTaken, sumRuleBytes, saveRuleRow } from './knowledge.queries.ts'

/** Saves YARA rules that compile (`findRuleError`); mails that arrive from now on are read with them. */
export async function saveRule(
  db: Db,
  actor: PersonActor,
  rule: z.infer<typeof SaveYaraRuleRequest> & { readonly ruleId?: string },
  at: Date,
): Promise<{ readonly ruleId: string }> {
  const id = rule.ruleId ?? newId()
  if (await isNameTaken(db, rule.name, id)) throw new Refusal('name-taken')
  await refuseTooMuch(db, { ...rule, id })
  await saveRuleRow(db, { ...rule, id }, { personId: actor.personId, at })
  await recordAudit(db, {
    actor,
    action: 'rule-saved',
    subject: `rule:${id}`,
    detail: { name: rule.name, isEnabled: rule.isEnabled },
  })
  return { ruleId: id }
}

/** Rules in force together. The parsing thread compiles them after each change, 500 kB in some 0.4 s. */
const RULE_BYTES_SUM_MAX = 8 * 1024 * 1024

/** Beyond the sum the thread would spend a mail's time on compiling, and no mail would be read. */
async function refuseTooMuch(
  db: Db,
  {
    id,
    text,
    isEnabled,
  }: { readonly id: string; readonly text: string; readonly isEnabled: boolean },
): Promise<void> {
  if (!isEnabled) return
  const others = await sumRuleBytes(db, id)
  if (others + Buffer.byteLength(text) > RULE_BYTES_SUM_MAX) throw new Refusal('too-many-rules')
}
