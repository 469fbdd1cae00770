import { Done } from 'contract/common'
import {
  DnsAnswersSaved,
  KnowledgeView,
  NamingRuleSaved,
  RegistrationSaved,
  SaveDnsAnswersRequest,
  SaveNamingRuleRequest,
  SaveRegistrationRequest,
  SaveYaraRuleRequest,
  YaraRuleSaved,
} from 'contract/knowledge'
import { STAFF_ROLES } from 'contract/people'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { type HubContext, type HubRoute, defineRoute } from '../http/index.ts'
import { newId } from '../ids.ts'
import { actInStaff, done, loadPersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { listDnsAnswerRows } from './dns-answers.queries.ts'
import { findRuleError } from './find-rule-error.ts'
import {
  type KnowledgeKind,
  listNamingRuleRows,
  listRegistrationRows,
  listRuleRows,
  removeRow,
  saveNamingRuleRow,
} from './knowledge.queries.ts'
import { saveDnsAnswers } from './save-dns-answers.ts'
import { saveRegistration } from './save-registration.ts'
import { saveRule } from './save-rule.ts'

const ANALYSTS = ['hub-analyst', 'hub-lead'] as const
/** JSON of a rule of 512 KiB, each character escaped. */
const RULE_BODY_BYTES_MAX = 2 * 1024 * 1024

const listAll = defineRoute(
  {
    method: 'get',
    path: '/api/knowledge',
    summary:
      'YARA rules, registrations of domains, DNS answers and naming rules that the hub has recorded.',
    access: STAFF_ROLES,
    answer: KnowledgeView,
  },
  (c) =>
    c.get('inStaff')(async (db) => ({
      rules: (await listRuleRows(db)).map(withMoment),
      registrations: (await listRegistrationRows(db)).map(withMoment),
      dnsAnswers: (await listDnsAnswerRows(db)).map(withMoment),
      namingRules: (await listNamingRuleRows(db)).map(withMoment),
    })),
)

function withMoment<Row extends { readonly savedAt: Date }>(row: Row) {
  return { ...row, savedAt: row.savedAt.toISOString() }
}

const addRule = defineRoute(
  {
    method: 'post',
    path: '/api/knowledge/rules',
    summary: 'Add YARA rules; they are asked of every mail read from now on.',
    access: ANALYSTS,
    body: SaveYaraRuleRequest,
    bodyBytesMax: RULE_BODY_BYTES_MAX,
    answer: YaraRuleSaved,
  },
  (c, { body }) => saveRuleFor(c, body),
)

const reviseRule = defineRoute(
  {
    method: 'put',
    path: '/api/knowledge/rules/{ruleId}',
    summary: 'Change YARA rules, or put them in or out of force.',
    access: ANALYSTS,
    params: z.object({ ruleId: z.uuid() }),
    body: SaveYaraRuleRequest,
    bodyBytesMax: RULE_BODY_BYTES_MAX,
    answer: YaraRuleSaved,
  },
  (c, { params, body }) => saveRuleFor(c, { ...body, ...params }),
)

/** Compiling may take seconds, so it is over before a transaction begins. */
async function saveRuleFor(
  c: HubContext,
  rule: Parameters<typeof saveRule>[2],
): Promise<YaraRuleSaved> {
  const actor = loadPersonActor(c.get('actor'))
  const error = await findRuleError(rule.text)
  if (error !== undefined) return { saved: false, error }
  const { ruleId } = await c.get('inStaff')((db) => saveRule(db, actor, rule, c.get('now')))
  return { saved: true, ruleId }
}

const addRegistration = defineRoute(
  {
    method: 'post',
    path: '/api/knowledge/registrations',
    summary: 'Record when and by whom a domain was registered, from a pasted WHOIS or RDAP record.',
    access: ANALYSTS,
    body: SaveRegistrationRequest,
    answer: RegistrationSaved,
  },
  async (c, { body }) => {
    const actor = loadPersonActor(c.get('actor'))
    const at = c.get('now')
    const registration = await c.get('inStaff')((db) =>
      saveRegistration(db, actor, body.record, at),
    )
    return {
      registration: { ...registration, savedBy: actor.name, savedAt: at.toISOString() },
    }
  },
)

const addDnsAnswers = defineRoute(
  {
    method: 'post',
    path: '/api/knowledge/dns-answers',
    summary:
      'Record DNS answers (keys, SPF, DMARC), from the pasted output of dig or lines of a zone.',
    access: ANALYSTS,
    body: SaveDnsAnswersRequest,
    answer: DnsAnswersSaved,
  },
  (c, { body }) => {
    const actor = loadPersonActor(c.get('actor'))
    return c.get('inStaff')((db) => saveDnsAnswers(db, actor, body, c.get('now')))
  },
)

const addNamingRule = defineRoute(
  {
    method: 'post',
    path: '/api/knowledge/naming-rules',
    summary: 'Record the rule by which a campaign builds its sender addresses.',
    access: ANALYSTS,
    body: SaveNamingRuleRequest,
    answer: NamingRuleSaved,
  },
  async (c, { body }) => {
    const actor = loadPersonActor(c.get('actor'))
    const id = newId()
    await c.get('inStaff')(async (db) => {
      const by = { personId: actor.personId, at: c.get('now') }
      await saveNamingRuleRow(db, { ...body, id }, by)
      const subject = `naming-rule:${id}`
      await recordAudit(db, { actor, action: 'naming-rule-saved', subject })
    })
    return { namingRuleId: id }
  },
)

function remover(kind: KnowledgeKind, path: `/${string}`, summary: string): HubRoute {
  return defineRoute(
    {
      method: 'delete',
      path: `${path}/{key}`,
      summary,
      access: ANALYSTS,
      params: z.object({ key: z.string().min(1).max(260) }),
      answer: Done,
    },
    (c, { params }) =>
      done(
        actInStaff(c, async (db, actor) => {
          if (!(await removeRow(db, kind, params.key))) throw new Refusal('not-found')
          const subject = `${kind}:${params.key}`
          await recordAudit(db, { actor, action: `${kind}-removed`, subject })
        }),
      ),
  )
}

export const knowledgeRoutes: readonly HubRoute[] = [
  listAll,
  addRule,
  reviseRule,
  addRegistration,
  addDnsAnswers,
  addNamingRule,
  remover('rule', '/api/knowledge/rules', 'Take YARA rules out.'),
  remover('registration', '/api/knowledge/registrations', 'Take the record of a domain out.'),
  remover('dns-answer', '/api/knowledge/dns-answers', 'Take a DNS answer out.'),
  remover('naming-rule', '/api/knowledge/naming-rules', 'Take a naming rule out.'),
]
