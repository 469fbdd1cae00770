import { archivedExe } from './archived-exe/detector.ts'
import { auth } from './auth/detector.ts'
import { beacon } from './beacon/detector.ts'
import { browserNotify } from './browser-notify/detector.ts'
import { ccAltered } from './cc-altered/detector.ts'
import { credentialPhish } from './credential-phish/detector.ts'
import { dllHijack } from './dll-hijack/detector.ts'
import { embeddedPayload } from './embedded-payload/detector.ts'
import { executive } from './executive/detector.ts'
import { fakeSite } from './fake-site/detector.ts'
import { freemail } from './freemail/detector.ts'
import { freshDomain } from './fresh-domain/detector.ts'
import { fromDisplay } from './from-display/detector.ts'
import { genuineHost } from './genuine-host/detector.ts'
import { htmlAttachment } from './html-attachment/detector.ts'
import { hubRule } from './hub-rule/detector.ts'
import { iconLink } from './icon-link/detector.ts'
import { linkMismatch } from './link-mismatch/detector.ts'
import { lookalike } from './lookalike/detector.ts'
import { macro } from './macro/detector.ts'
import { mojibake } from './mojibake/detector.ts'
import { msbuild } from './msbuild/detector.ts'
import { namingRule } from './naming-rule/detector.ts'
import { officeExploit } from './office-exploit/detector.ts'
import { paymentChange } from './payment-change/detector.ts'
import { pdfLink } from './pdf-link/detector.ts'
import { pretext } from './pretext/detector.ts'
import { publicProfile } from './public-profile/detector.ts'
import { qrLink } from './qr-link/detector.ts'
import { receipts } from './receipts/detector.ts'
import { recipientInSender } from './recipient-in-sender/detector.ts'
import { recipientInUrl } from './recipient-in-url/detector.ts'
import { remoteLogo } from './remote-logo/detector.ts'
import { replyTo } from './reply-to/detector.ts'
import { returnPath } from './return-path/detector.ts'
import { shareLink } from './share-link/detector.ts'
import { takenAccount } from './taken-account/detector.ts'
import { task } from './task/detector.ts'
import { threadHijack } from './thread-hijack/detector.ts'
import { tor2web } from './tor2web/detector.ts'
import { urlWrapped } from './url-wrapped/detector.ts'
import type { Technique, TechniqueDescription } from './technique.ts'
import { webProbe } from './web-probe/description.ts'

/** Every technique, sorted by id; one line each. */
export const techniques: readonly Technique[] = [
  archivedExe,
  auth,
  beacon,
  browserNotify,
  ccAltered,
  credentialPhish,
  dllHijack,
  embeddedPayload,
  executive,
  fakeSite,
  freemail,
  freshDomain,
  fromDisplay,
  genuineHost,
  htmlAttachment,
  hubRule,
  iconLink,
  linkMismatch,
  lookalike,
  macro,
  mojibake,
  msbuild,
  namingRule,
  officeExploit,
  paymentChange,
  pdfLink,
  pretext,
  publicProfile,
  qrLink,
  receipts,
  recipientInSender,
  recipientInUrl,
  remoteLogo,
  replyTo,
  returnPath,
  shareLink,
  takenAccount,
  task,
  threadHijack,
  tor2web,
  urlWrapped,
]

/** Techniques that are seen in access logs; `web-log` counts them. */
export const logTechniques: readonly TechniqueDescription[] = [webProbe]

const BY_ID = new Map<string, TechniqueDescription>(
  [...techniques, ...logTechniques].map((technique) => [technique.id, technique]),
)

/** The technique with this id; undefined when there is none. */
export function techniqueById(id: string): TechniqueDescription | undefined {
  return BY_ID.get(id)
}
