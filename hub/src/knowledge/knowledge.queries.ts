import { z } from 'zod'
import { Day } from 'contract/common'
import type { DomainRegistration } from 'engine'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'

const RULES_MAX = 500
const REGISTRATIONS_MAX = 20_000
const NAMING_RULES_MAX = 500
/** Rows a page of the interface shows; the newest. */
const SHOWN_MAX = 500

const Saved = { savedBy: z.string(), savedAt: z.date() }

const RuleRow = z.object({
  ruleId: z.uuid(),
  name: z.string(),
  text: z.string(),
  isEnabled: z.boolean(),
  findingCount: z.number(),
  ...Saved,
})

export function listRuleRows(db: Db): Promise<z.infer<typeof RuleRow>[]> {
  return findRows(
    db,
    RuleRow,
    sql`select r.id as rule_id, r.name, r.text, r.is_enabled, p.name as saved_by, r.saved_at,
               (select count(*)::int from noroshi.finding f
                 where f.technique = 'hub-rule' and f.dismissed_at is null
                   and f.detail @> jsonb_build_object('facts', jsonb_build_array(
                         jsonb_build_object('name', 'rule-source', 'value', r.id::text)))) as finding_count
          from noroshi.yara_rule r join noroshi.person p on p.id = r.saved_by
         order by r.name limit ${RULES_MAX}`,
  )
}

/** Rules in force, in a fixed order. */
export function listRulesInForce(db: Db): Promise<{ id: string; text: string }[]> {
  return findRows(
    db,
    z.object({ id: z.string(), text: z.string() }),
    sql`select id::text, text from noroshi.yara_rule where is_enabled order by name limit ${RULES_MAX}`,
  )
}

export async function saveRuleRow(
  db: Db,
  rule: { id: string; name: string; text: string; isEnabled: boolean },
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.yara_rule (id, name, text, is_enabled, saved_by, saved_at)
        values (${rule.id}, ${rule.name}, ${rule.text}, ${rule.isEnabled}, ${personId}, ${at})
        on conflict (id) do update set name = excluded.name, text = excluded.text,
           is_enabled = excluded.is_enabled, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  )
}

/** Whether another rule has this name already. */
export async function isNameTaken(db: Db, name: string, exceptId: string): Promise<boolean> {
  const rows = await findRows(
    db,
    z.object({ id: z.string() }),
    sql`select id::text from noroshi.yara_rule where name = ${name} and id <> ${exceptId}`,
  )
  return rows.length > 0
}

/** Bytes of the rules in force, one of them left out. */
export async function sumRuleBytes(db: Db, exceptId: string): Promise<number> {
  const [row] = await findRows(
    db,
    z.object({ bytes: z.number() }),
    sql`select coalesce(sum(octet_length(text)), 0)::int as bytes from noroshi.yara_rule
         where is_enabled and id <> ${exceptId}`,
  )
  return row?.bytes ?? 0
}

const KNOWLEDGE_TABLES = {
  rule: sql`delete from noroshi.yara_rule where id::text = `,
  'dns-answer': sql`delete from noroshi.dns_answer where type || ':' || name = `,
  registration: sql`delete from noroshi.domain_registration where domain = `,
  'naming-rule': sql`delete from noroshi.naming_rule where id::text = `,
} as const
export type KnowledgeKind = keyof typeof KNOWLEDGE_TABLES

/** Takes one out; false when it was not there. */
export async function removeRow(db: Db, kind: KnowledgeKind, key: string): Promise<boolean> {
  const rows = await findRows(
    db,
    z.object({ one: z.number() }),
    sql`${KNOWLEDGE_TABLES[kind]}${key} returning 1 as one`,
  )
  return rows.length > 0
}

const RegistrationRow = z.object({
  domain: z.string(),
  registeredOn: Day.optional(),
  registrar: z.string().optional(),
  registrant: z.string().optional(),
  source: z.string(),
})

export function listRegistrations(db: Db): Promise<z.infer<typeof RegistrationRow>[]> {
  return findRows(
    db,
    RegistrationRow,
    sql`select domain, to_char(registered_on, 'YYYY-MM-DD') as registered_on, registrar, registrant, source
          from noroshi.domain_registration order by domain limit ${REGISTRATIONS_MAX}`,
  )
}

const SavedRegistrationRow = RegistrationRow.extend(Saved)

export function listRegistrationRows(db: Db): Promise<z.infer<typeof SavedRegistrationRow>[]> {
  return findRows(
    db,
    SavedRegistrationRow,
    sql`select r.domain, to_char(r.registered_on, 'YYYY-MM-DD') as registered_on, r.registrar, r.registrant,
               r.source, p.name as saved_by, r.saved_at
          from noroshi.domain_registration r join noroshi.person p on p.id = r.saved_by
         order by r.saved_at desc, r.domain limit ${SHOWN_MAX}`,
  )
}

export async function saveRegistrationRow(
  db: Db,
  { domain, registeredOn, registrar, registrant, source }: DomainRegistration,
  { record, personId, at }: { record: string; personId: string; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.domain_registration
               (domain, registered_on, registrar, registrant, source, record, saved_by, saved_at)
        values (${domain}, ${registeredOn ?? null}, ${registrar ?? null}, ${registrant ?? null}, ${source}, ${record},
                ${personId}, ${at})
        on conflict (domain) do update set registered_on = excluded.registered_on,
           registrar = excluded.registrar, registrant = excluded.registrant, source = excluded.source,
           record = excluded.record, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  )
}

const NamingRuleRow = z.object({
  namingRuleId: z.uuid(),
  title: z.string(),
  words: z.array(z.array(z.string())),
  ...Saved,
})

export function listNamingRuleRows(db: Db): Promise<z.infer<typeof NamingRuleRow>[]> {
  return findRows(
    db,
    NamingRuleRow,
    sql`select r.id as naming_rule_id, r.title, r.words, p.name as saved_by, r.saved_at
          from noroshi.naming_rule r join noroshi.person p on p.id = r.saved_by
         order by r.title, r.id limit ${NAMING_RULES_MAX}`,
  )
}

export async function saveNamingRuleRow(
  db: Db,
  { id, title, words }: { id: string; title: string; words: readonly (readonly string[])[] },
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.naming_rule (id, title, words, saved_by, saved_at)
        values (${id}, ${title}, ${json(words)}, ${personId}, ${at})`,
  )
}
