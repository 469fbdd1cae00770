import type { TraceSighting } from 'engine'
import type { FindingView, MailView } from 'contract/analysis'

type ArtefactView = MailView['artefacts'][number]
type IndicatorView = MailView['indicators'][number]

/** What the viewer shows of one mail beside findings and lists; kept as JSON in `mail.view`. */
export type MailPicture = Pick<
  MailView,
  'headers' | 'parts' | 'received' | 'authentication' | 'roles'
>

/** A finding as the engine made it, ready for a row. */
export interface FindingRecord {
  readonly technique: string
  readonly weight: FindingView['weight']
  readonly where: FindingView['where']
  readonly alsoWhere: FindingView['alsoWhere']
  readonly say: FindingView['say']
  readonly detail?: FindingView['detail']
}

/** A file inside a mail, ready for a row. Whether its bytes are kept is known by their hash. */
export interface ArtefactRecord extends Omit<ArtefactView, 'isKept' | 'isDrawn'> {
  /** Its HTML as `renderSafeHtml` drew it. */
  readonly safeHtml?: string
}

export interface KeptFile {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Everything the hub keeps of one analysed mail, as plain values that cross from the parsing thread. */
export interface MailRecord {
  readonly sha256: string
  readonly sizeBytes: number
  /** Of a bare file, its name. */
  readonly subject: string
  /** No mail, but a file with one made around it. */
  readonly isFile: boolean
  readonly fromAddress: string
  readonly sentAt?: Date
  readonly arrivedAt?: Date
  readonly operationKey?: string
  readonly proposal: MailView['proposal']
  readonly problems: MailView['problems']
  readonly picture: MailPicture
  /** The mail's HTML as `renderSafeHtml` drew it. */
  readonly safeHtml?: string
  readonly findings: readonly FindingRecord[]
  readonly artefacts: readonly ArtefactRecord[]
  /** Bytes of files inside the mail, each once, as far as the limits let them be kept. */
  readonly files: readonly KeptFile[]
  readonly indicators: readonly IndicatorView[]
  /** What it tells of the organisation that received it. */
  readonly sightings: readonly TraceSighting[]
}
