import { certificateRoutes } from './certificate.routes.ts'
import { fileRoutes } from './files.routes.ts'
import { inboxRoutes } from './inbox.routes.ts'
import { sharingRoutes as releaseRoutes } from './sharing.routes.ts'
import { taxiiRoutes } from './taxii/taxii.routes.ts'
import { withdrawalRoutes } from './withdrawal-request.routes.ts'

export { carryOutReleaseJob } from './carry-out-release.job.ts'
export { sendNotice, sendNotices } from './send-notices.job.ts'

export const sharingRoutes = [
  ...releaseRoutes,
  ...withdrawalRoutes,
  ...certificateRoutes,
  ...inboxRoutes,
  ...fileRoutes,
  ...taxiiRoutes,
]
