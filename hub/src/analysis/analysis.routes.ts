import {
  ArtefactBytesQuery,
  ArtefactQuery,
  ByteRangeQuery,
  BytesView,
  DismissFindingRequest,
  MailView,
} from 'contract/analysis'
import { Done, FindingId, MailId, Sha256, SubmissionId } from 'contract/common'
import { AnalyseAgainRequest, RereadingList } from 'contract/knowledge'
import { STAFF_ROLES } from 'contract/people'
import { WebLogList } from 'contract/web-log'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { type HubRoute, defineRoute } from '../http/index.ts'
import { startJob } from '../jobs/index.ts'
import { actInStaff, done } from '../people/index.ts'
import { dismissFinding } from './dismiss-finding.ts'
import { listWebLogs } from './view/list-web-logs.ts'
import { listRereadings } from './list-rereadings.ts'
import { loadMailView } from './view/load-mail-view.ts'
import { retryAnalysis } from './retry-analysis.ts'
import { saveRereadingAsked } from './rereading.queries.ts'
import {
  serveBytes,
  serveFileBytes,
  serveFileHtml,
  serveInfectedZip,
  servePicture,
  serveSafeHtml,
} from './view/serve-evidence.ts'

const OfMail = z.object({ mailId: MailId })

const openMail = defineRoute(
  {
    method: 'get',
    path: '/api/mails/{mailId}',
    summary: 'One mail with its headers, parts, path, findings and indicators.',
    access: STAFF_ROLES,
    params: OfMail,
    answer: MailView,
  },
  (c, { params }) =>
    c.get('inStaff')(async (db) => {
      const view = await loadMailView(db, params.mailId)
      await recordAudit(db, {
        actor: c.get('actor'),
        action: 'mail-opened',
        subject: `submission:${view.submissionId}`,
        detail: { mailId: params.mailId },
      })
      return view
    }),
)

const openLogs = defineRoute(
  {
    method: 'get',
    path: '/api/submissions/{submissionId}/web-logs',
    summary: 'The access logs of a submission in figures.',
    access: STAFF_ROLES,
    params: z.object({ submissionId: SubmissionId }),
    answer: WebLogList,
  },
  (c, { params: { submissionId } }) =>
    c.get('inStaff')(async (db) => {
      const list = await listWebLogs(db, submissionId)
      if (list.logs.length > 0) {
        await recordAudit(db, {
          actor: c.get('actor'),
          action: 'web-logs-opened',
          subject: `submission:${submissionId}`,
        })
      }
      return list
    }),
)

const readBytes = defineRoute(
  {
    method: 'get',
    path: '/api/mails/{mailId}/bytes',
    summary: 'Bytes of a mail as they came, at most 1 MiB at a time.',
    access: STAFF_ROLES,
    params: OfMail,
    query: ByteRangeQuery,
    answer: BytesView,
  },
  (c, { params, query }) => serveBytes(c, params.mailId, query),
)

const drawHtml = defineRoute(
  {
    method: 'get',
    path: '/api/mails/{mailId}/safe-html',
    summary: "A mail's HTML redrawn without anything that acts or loads, for a sandboxed frame.",
    access: STAFF_ROLES,
    params: OfMail,
    answerType: 'text/html',
  },
  (c, { params }) => serveSafeHtml(c, params.mailId),
)

const readFileBytes = defineRoute(
  {
    method: 'get',
    path: '/api/mails/{mailId}/artefacts/bytes',
    summary: 'Own bytes of a file inside a mail, at most 1 MiB at a time.',
    access: STAFF_ROLES,
    params: OfMail,
    query: ArtefactBytesQuery,
    answer: BytesView,
  },
  (c, { params, query }) => serveFileBytes(c, params.mailId, query),
)

const drawPicture = defineRoute(
  {
    method: 'get',
    path: '/api/mails/{mailId}/artefacts/picture',
    summary: 'A PNG or JPEG inside a mail, to look at.',
    access: STAFF_ROLES,
    params: OfMail,
    query: ArtefactQuery,
    answerType: 'image/png',
  },
  (c, { params, query }) => servePicture(c, params.mailId, query.path),
)

const drawFileHtml = defineRoute(
  {
    method: 'get',
    path: '/api/mails/{mailId}/artefacts/safe-html',
    summary: 'HTML of a file inside a mail, redrawn without anything that acts or loads.',
    access: STAFF_ROLES,
    params: OfMail,
    query: ArtefactQuery,
    answerType: 'text/html',
  },
  (c, { params, query }) => serveFileHtml(c, params.mailId, query.path),
)

const download = defineRoute(
  {
    method: 'get',
    path: '/api/evidence/{sha256}/download',
    summary: 'A sample in a zip enciphered with AES-256 under the customary password.',
    access: STAFF_ROLES,
    stepUp: true,
    params: z.object({ sha256: Sha256 }),
    answerType: 'application/octet-stream',
  },
  (c, { params }) => serveInfectedZip(c, params.sha256),
)

const dismiss = defineRoute(
  {
    method: 'post',
    path: '/api/findings/{findingId}/dismiss',
    summary: 'Take a finding out as mistaken, or put it back.',
    access: ['hub-analyst', 'hub-lead'],
    params: z.object({ findingId: FindingId }),
    body: DismissFindingRequest,
    answer: Done,
  },
  (c, { params, body }) => {
    const at = c.get('now')
    return done(
      actInStaff(c, (db, actor) => dismissFinding(db, actor, params.findingId, { ...body, at })),
    )
  },
)

const readAgain = defineRoute(
  {
    method: 'post',
    path: '/api/knowledge/analyse-again',
    summary: 'Read the evidence of the last days again, with the names and rules in force now.',
    access: ['hub-analyst', 'hub-lead'],
    body: AnalyseAgainRequest,
    answer: Done,
  },
  (c, { body }) =>
    done(
      actInStaff(c, async (db, actor) => {
        const asked = { days: body.days, askedBy: actor.personId, at: c.get('now') }
        const rereadingId = await saveRereadingAsked(db, asked)
        await startJob(db, 'analyse-again', { ...body, rereadingId }, { key: 'analyse-again' })
        const detail = { days: body.days }
        await recordAudit(db, { actor, action: 'analysed-again', subject: 'hub:evidence', detail })
      }),
    ),
)

const retry = defineRoute(
  {
    method: 'post',
    path: '/api/submissions/{submissionId}/retry',
    summary: 'Try an analysis that failed once more.',
    access: ['hub-analyst', 'hub-lead'],
    params: z.object({ submissionId: SubmissionId }),
    answer: Done,
  },
  (c, { params }) =>
    done(actInStaff(c, (db, actor) => retryAnalysis(db, actor, params.submissionId))),
)

const seeReadAgain = defineRoute(
  {
    method: 'get',
    path: '/api/knowledge/rereadings',
    summary: 'How far the last readings of earlier evidence again are.',
    access: STAFF_ROLES,
    answer: RereadingList,
  },
  (c) => c.get('inStaff')(listRereadings),
)

export const analysisRoutes: readonly HubRoute[] = [
  openMail,
  openLogs,
  readBytes,
  drawHtml,
  readFileBytes,
  drawPicture,
  drawFileHtml,
  download,
  dismiss,
  readAgain,
  retry,
  seeReadAgain,
]
