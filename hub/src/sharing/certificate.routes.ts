import { z } from 'zod'
import { ApprovalId, BulletinId } from 'contract/common'
import { CertificateAnswer } from 'contract/release-certificate'
import { loadOwnApproval } from '../approval/index.ts'
import { defineRoute } from '../http/index.ts'
import { certifyForProvider } from './certify-release.ts'
import { findCertificate, findCertificateOfRequest } from './certificate.queries.ts'

const summary = 'What was checked before this text left, signed; empty while it has not left.'

export const certificateRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/bulletins/{bulletinId}/certificate',
      summary,
      access: ['hub-analyst', 'hub-lead', 'hub-admin'],
      params: z.object({ bulletinId: BulletinId }),
      answer: CertificateAnswer,
    },
    (c, { params: { bulletinId } }) =>
      c.get('inTransaction')(async (db) => toAnswer(await findCertificate(db, bulletinId))),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/approvals/{approvalId}/certificate',
      summary,
      access: ['member-contact'],
      params: z.object({ approvalId: ApprovalId }),
      answer: CertificateAnswer,
    },
    async (c, { params: { approvalId } }) => {
      // As the member first: another organisation's request is not found.
      await c.get('inTransaction')((db) => loadOwnApproval(db, approvalId))
      const found = await c.get('inStaff')((db) => findCertificateOfRequest(db, approvalId))
      if (found?.certificate === undefined) return {}
      const { certificate, ...own } = found
      return toAnswer(certifyForProvider(c.get('hub').secrets, certificate, own))
    },
  ),
]

const toAnswer = (certificate: z.infer<typeof CertificateAnswer>['certificate']) =>
  certificate === undefined ? {} : { certificate }
