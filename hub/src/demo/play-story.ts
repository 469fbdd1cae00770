import { join } from 'node:path'
import type { ApprovalView, BulletinChanged, BulletinView } from 'contract/bulletin'
import type { CaseChanged } from 'contract/case'
import type { StructureView } from 'contract/community'
import type { SubmissionRow } from 'contract/analysis'
import { DEMO_GROUPS } from './community-facts.ts'
import { deliverMail, type Doors } from './deliver-mail.ts'
import { readStoryMail, type HubClient } from './hub-client.ts'
import {
  type Delivery,
  EARLIER_FIGURES,
  FIRST_WAVE,
  SECOND_WAVE,
  STORY_ENDS_AT,
} from './story-facts.ts'

/** Where the sign-in lures arrived: their readers are warned. */
const MAILBOX_GROUPS = ['gas', 'power', 'aviation', 'railway', 'credit']

export interface Cast extends Doors {
  readonly analyst: HubClient
  readonly lead: HubClient
  readonly admin: HubClient
  readonly storyFolder: string
  readonly now: Date
  /** Called after each step of the story with what happened. */
  tell(step: StoryStep): void
}

export interface StoryStep {
  readonly step: 'submitted' | 'analysed' | 'case' | 'approved' | 'released' | 'answered' | 'more'
  readonly count?: number
  readonly number?: string
  readonly organisations?: number
}

export interface StoryOutcome {
  readonly firstBulletin: string
  readonly firstBulletinAt: Date
  readonly submissions: number
  readonly mails: number
  readonly findings: number
  readonly cases: number
  readonly bulletinsReleased: number
}

/** Plays the whole story through the hub's own doors, as its people and machines would. */
export async function playStory(cast: Cast): Promise<StoryOutcome> {
  await deliverAll(cast, FIRST_WAVE)
  const first = await waitForAnalysis(cast, FIRST_WAVE.length)
  cast.tell({ step: 'analysed', count: first.reduce((sum, row) => sum + row.findingCount, 0) })

  const bulletin = await workInvoiceCase(cast, first)
  const firstBulletinAt = new Date()
  await answerFirstBulletin(cast)

  await deliverAll(cast, SECOND_WAVE)
  const all = await waitForAnalysis(cast, FIRST_WAVE.length + SECOND_WAVE.length)
  const released = 1 + (await workSecondWave(cast, all))
  await importEarlierFigures(cast)
  const rows = await listSubmissions(cast.analyst)
  const cases = await cast.analyst.get<{ rows: unknown[] }>('/api/cases')
  cast.tell({ step: 'more', count: rows.length })

  return {
    firstBulletin: bulletin.number,
    firstBulletinAt,
    submissions: rows.length,
    mails: rows.reduce((sum, row) => sum + row.mailCount, 0),
    findings: rows.reduce((sum, row) => sum + row.findingCount, 0),
    cases: cases.rows.length,
    bulletinsReleased: released,
  }
}

async function deliverAll(cast: Cast, wave: readonly Delivery[]): Promise<void> {
  const yesterdayEvening = Math.floor(cast.now.getTime() / 86_400_000) * 86_400_000 - 15 * 3_600_000
  const shiftMs = yesterdayEvening - STORY_ENDS_AT.getTime()
  for (const delivery of wave) {
    const mail = await readStoryMail(join(cast.storyFolder, `${delivery.mail}.eml`), shiftMs)
    await deliverMail(cast, delivery, mail)
  }
  cast.tell({ step: 'submitted', count: wave.length })
}

/** Waits until this many submissions have been analysed; analysis of each takes well under a second. */
async function waitForAnalysis(cast: Cast, count: number): Promise<readonly SubmissionRow[]> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const rows = await listSubmissions(cast.analyst)
    const ready = rows.filter((row) => row.state !== 'received' && row.analysis === 'done')
    if (ready.length >= count) return rows
    if (Date.now() > deadline)
      throw new Error(`Only ${ready.length} of ${count} submissions were analysed in time.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function listSubmissions(staff: HubClient): Promise<readonly SubmissionRow[]> {
  const rows: SubmissionRow[] = []
  let after = ''
  do {
    const page = await staff.get<{ rows: SubmissionRow[]; next?: string }>(
      `/api/submissions?limit=100${after}`,
    )
    rows.push(...page.rows)
    after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`
  } while (after !== '')
  return rows
}

async function workInvoiceCase(cast: Cast, rows: readonly SubmissionRow[]): Promise<BulletinView> {
  const submissionIds = rows.map((row) => row.submissionId)
  const title = '取引先を装い、振込先の変更を求めるメール'
  const opened = await cast.analyst.send<CaseChanged>('POST', '/api/cases', {
    submissionIds,
    title,
  })
  await classify(
    cast,
    opened.caseId,
    'bec-type-1',
    '取引先の担当者を装い、進行中の請求について口座変更を求めている。',
  )
  cast.tell({ step: 'case', number: opened.number })

  const draft = await draftAndCheck(cast, opened.caseId, ['machinery', 'chemicals'])
  const asked = await askApproval(cast, draft)
  for (const organisation of ['kitahama-seiki', 'shiramine-hi', 'aoba-kasei']) {
    await approve(cast.clientOf(organisation))
  }
  cast.tell({ step: 'approved', count: asked.approvals.length })

  const released = await release(cast, asked.bulletinId)
  cast.tell({
    step: 'released',
    number: released.number,
    organisations: released.audience.organisationCount,
  })
  return released
}

async function classify(
  cast: Cast,
  caseId: string,
  classification: string,
  reason: string,
): Promise<void> {
  await cast.analyst.send('POST', `/api/cases/${caseId}/classification`, { classification, reason })
}

/** Drafts a bulletin, takes every proposed decision and has the outgoing bytes checked. */
async function draftAndCheck(
  cast: Cast,
  caseId: string,
  groups: readonly string[] = [],
): Promise<BulletinView> {
  const { bulletinId } = await cast.analyst.send<BulletinChanged>('POST', '/api/bulletins', {
    caseId,
  })
  const path = `/api/bulletins/${bulletinId}`
  if (groups.length > 0) await chooseAudience(cast, path, groups)
  const draft = await cast.analyst.get<BulletinView>(path)
  for (const question of draft.questions) {
    const body = { questionId: question.questionId, choice: question.proposed }
    await cast.analyst.send('POST', `${path}/questions`, body)
  }
  await cast.analyst.send('POST', `${path}/check`, {})
  const checked = await cast.analyst.get<BulletinView>(path)
  if (checked.check?.clean !== true) {
    const why = JSON.stringify(checked.check?.leaks ?? checked.blockers).slice(0, 2000)
    throw new Error(`The leak check stopped ${checked.number}: ${why}`)
  }
  return checked
}

/** Widens the audience beyond what every provider wished; each of them is asked for it. */
async function chooseAudience(cast: Cast, path: string, groups: readonly string[]): Promise<void> {
  const { content, contentHash } = await cast.analyst.get<BulletinView>(path)
  const known = await cast.analyst.get<StructureView>('/api/community/structure')
  const names = DEMO_GROUPS.filter(({ key }) => groups.includes(key)).map(({ en }) => en)
  const groupIds = known.groups
    .filter(({ name }) => names.includes(name.en))
    .map(({ groupId }) => groupId)
  await cast.analyst.send('PUT', path, { content, groupIds, baseHash: contentHash })
}

async function askApproval(cast: Cast, { bulletinId }: BulletinView): Promise<BulletinView> {
  const path = `/api/bulletins/${bulletinId}`
  await cast.analyst.send('POST', `${path}/ask-approval`, {
    dueAt: tomorrow(cast),
    beyondWishes: true,
  })
  return cast.analyst.get<BulletinView>(path)
}

function tomorrow(cast: Cast): string {
  return new Date(cast.now.getTime() + 86_400_000).toISOString()
}

/** The provider reads what will go out and approves the text it read. */
async function approve(contact: HubClient): Promise<void> {
  const list = await contact.get<{ rows: { approvalId: string; state: string }[] }>(
    '/api/approvals',
  )
  for (const { approvalId } of list.rows.filter((row) => row.state === 'waiting')) {
    const view = await contact.get<ApprovalView>(`/api/approvals/${approvalId}`)
    const answer = { answer: 'approve', contentHash: view.contentHash }
    await contact.send('POST', `/api/approvals/${approvalId}/answer`, answer)
  }
}

async function release(cast: Cast, bulletinId: string): Promise<BulletinView> {
  const path = `/api/bulletins/${bulletinId}`
  const { contentHash, audience } = await cast.lead.get<BulletinView>(path)
  const body = { contentHash, organisationCount: audience.organisationCount }
  await cast.lead.send('POST', `${path}/release`, body)
  return cast.lead.get<BulletinView>(path)
}

/** Two members answer the first warning: one got it too, one looked and did not find it. */
async function answerFirstBulletin(cast: Cast): Promise<void> {
  const answers = [
    ['mikage-turbine', 'got-it', 2],
    ['sekiya-pump', 'not-found', undefined],
  ] as const
  for (const [organisation, answer, count] of answers) {
    const member = cast.clientOf(organisation)
    const inbox = await member.get<{ rows: { releaseId: string }[] }>('/api/inbox')
    const releaseId = inbox.rows[0]?.releaseId
    if (releaseId === undefined) throw new Error(`${organisation} did not get the first warning.`)
    await member.get(`/api/inbox/${releaseId}`)
    await member.send('PUT', `/api/inbox/${releaseId}/feedback`, {
      answer,
      ...(count === undefined ? {} : { count }),
    })
  }
  cast.tell({ step: 'answered', count: answers.length })
}

/** Leaves the hub in the middle of a working day: something is released, something waits for everyone. */
async function workSecondWave(cast: Cast, all: readonly SubmissionRow[]): Promise<number> {
  const rows = await listSubmissions(cast.analyst)
  const of = (title: RegExp) => rows.filter((row) => title.test(row.title))

  // The identical sign-in lures have folded into one case by themselves; all providers agree, it goes out.
  const mailboxCase = await openCase(cast, of(/メールボックス容量/))
  await classify(cast, mailboxCase, 'credential-phishing', '添付のHTMLがパスワードを外部に送る。')
  const mailboxDraft = await askApproval(
    cast,
    await draftAndCheck(cast, mailboxCase, MAILBOX_GROUPS),
  )
  for (const organisation of [
    'bokuto-gas',
    'ibuki-gas',
    'tokiwa-grid',
    'hane-airways',
    'ryoun-rail',
    'sakura-card',
  ]) {
    await approve(cast.clientOf(organisation))
  }
  await release(cast, mailboxDraft.bulletinId)

  // The quotation requests wait for their providers.
  const quotationCase = await openCase(cast, of(/RFQ 2026-118/))
  await classify(
    cast,
    quotationCase,
    'targeted',
    'プラントの資機材を扱う組織に、期間を置いて文面を変えながら届いている。',
  )
  await askApproval(
    cast,
    await draftAndCheck(cast, quotationCase, ['machinery', 'construction', 'oil', 'chemicals']),
  )

  // The leave applications are drafted; somebody has yet to decide.
  await cast.analyst.send('POST', '/api/bulletins', {
    caseId: await openCase(cast, of(/休暇申請/)),
  })

  const newsletter = of(/技術レビュー/)[0]
  if (newsletter !== undefined) {
    const reason = '購読者に届く定期の案内で、送信元の認証も一致する。無害。'
    await cast.analyst.send('POST', `/api/submissions/${newsletter.submissionId}/set-aside`, {
      reason,
    })
  }

  // What the hub found by itself needs nobody's approval but the lead's.
  const hubCase = await openCase(cast, of(/certificate expires/))
  const hubDraft = await draftAndCheck(cast, hubCase)
  await cast.lead.send('POST', `/api/bulletins/${hubDraft.bulletinId}/ask-approval`, {
    dueAt: tomorrow(cast),
  })
  await release(cast, hubDraft.bulletinId)
  return all.length > 0 ? 2 : 0
}

/** Folding may be at work beside the analyst, who then looks again. */
const OPEN_TRIES = 5

/** One case for these: the one that some of them folded into by themselves, or a new one. */
async function openCase(cast: Cast, rows: readonly SubmissionRow[]): Promise<string> {
  let now = rows
  for (let tries = 1; ; tries++) {
    const folded = now.find(({ caseId }) => caseId !== undefined)?.caseId
    const loose = now.filter(({ caseId }) => caseId === undefined)
    const submissionIds = loose.map(({ submissionId }) => submissionId)
    if (folded !== undefined && loose.length === 0) return folded
    const path = folded === undefined ? '/api/cases' : `/api/cases/${folded}/submissions`
    try {
      return (await cast.analyst.send<CaseChanged>('POST', path, { submissionIds })).caseId
    } catch (error) {
      if (tries === OPEN_TRIES || !String(error).includes('submission-in-other-case')) throw error
    }
    const ids = new Set(rows.map(({ submissionId }) => submissionId))
    now = (await listSubmissions(cast.analyst)).filter(({ submissionId }) => ids.has(submissionId))
  }
}

/** Figures of the quarters before the software was in use. */
async function importEarlierFigures(cast: Cast): Promise<void> {
  const japan = new Date(cast.now.getTime() + 9 * 3_600_000)
  const quarterNow = japan.getUTCFullYear() * 4 + Math.floor(japan.getUTCMonth() / 3)
  const rows = EARLIER_FIGURES.map(([quartersAgo, submissions, bulletins, hubSourced]) => {
    const at = quarterNow - quartersAgo
    const quarter = `${Math.floor(at / 4)}Q${(at % 4) + 1}`
    return { quarter, submissions, bulletins, hubSourced, source: '旧システムの集計' }
  })
  await cast.admin.send('POST', '/api/statistics/import', { rows })
}
