import type { Bilingual } from '../../../bilingual.ts'
import { ANONYMISE_LIMITS } from '../../limits.ts'
import type { Traces } from '../../traces.ts'
import { type CheckOptions, checkTraces, type Leak } from '../find-traces.ts'
import type { DocumentFormat } from './document-format.ts'
import { type DocumentPlace, isInside, renderPlace } from './document-place.ts'
import { DocumentReading, type SearchableLayer } from './document-reading.ts'
import { DOCUMENT_LIMITS } from './limits.ts'
import { readDocument } from './read-document.ts'
import { UNSEARCHED_REASONS, type Unsearched, type UnsearchedReason } from './unsearched.ts'

/** A file that is about to leave. */
export interface OutgoingDocument {
  readonly name: string
  readonly bytes: Uint8Array
  /** As declared to whoever receives it; found out from the bytes and the name when absent. */
  readonly format?: DocumentFormat
}

/** A place in a document that names somebody. */
export interface DocumentTrace extends Omit<Leak, 'format' | 'offset'> {
  /** `PDF page 2`, `word/document.xml, paragraph 4`. Names in it are hostile text. */
  readonly place: Bilingual
}

export interface UnsearchedPlace {
  readonly place: Bilingual
  readonly reason: UnsearchedReason
  readonly say: Bilingual
}

export interface CheckedDocument {
  readonly name: string
  /** As it was read; undefined when no reader knows it. */
  readonly format: DocumentFormat | undefined
  readonly sizeBytes: number
  /** Nothing was found and nothing stayed closed. */
  readonly isClean: boolean
  readonly layerCount: number
  readonly traces: readonly DocumentTrace[]
  /** Ordinary words that are also part of a name: a person looks at each. */
  readonly weakTraces: readonly DocumentTrace[]
  /** What could not be searched, which is never clean. */
  readonly unsearched: readonly UnsearchedPlace[]
  /** Pictures, of which only metadata and QR codes were read: a person looks at them. */
  readonly pictureCount: number
}

/** Searches files of any format, and everything in them, for what is known of the providers. */
export async function checkDocuments(
  documents: readonly OutgoingDocument[],
  traces: Traces,
  options: CheckOptions = {},
): Promise<readonly CheckedDocument[]> {
  const checked: CheckedDocument[] = []
  for (const document of documents) checked.push(await checkDocument(document, traces, options))
  return checked
}

async function checkDocument(
  { name, bytes, format: declared }: OutgoingDocument,
  traces: Traces,
  options: CheckOptions,
): Promise<CheckedDocument> {
  const reading = new DocumentReading(bytes.length)
  reading.addText([{ kind: 'file-name' }], name)
  const isTooLarge = bytes.length > DOCUMENT_LIMITS.fileBytesMax
  if (isTooLarge) reading.refuse(WHOLE, 'too-large')
  const format = isTooLarge
    ? declared
    : await readDocument({ bytes, name, format: declared, place: [] }, reading)
  const { layers, unsearched } = reading.finish()
  const found = search(layers, traces, options)
  const closed = [...unsearched, ...found.unsearched]
  return {
    ...{ name, format, sizeBytes: bytes.length, layerCount: layers.length },
    isClean: found.traces.length === 0 && closed.length === 0,
    traces: found.traces,
    weakTraces: found.weakTraces,
    unsearched: closed.map(toUnsearchedPlace),
    pictureCount: reading.pictureCount,
  }
}

const WHOLE: DocumentPlace = [{ kind: 'bytes' }]

interface Found {
  readonly leak: Leak
  readonly place: DocumentPlace
  readonly isWhole: boolean
}

function search(layers: readonly SearchableLayer[], traces: Traces, options: CheckOptions) {
  const formats = layers.map(({ bytes }, at) => ({ format: String(at), bytes }))
  const sizeBytes = layers.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const lettersMax =
    ANONYMISE_LIMITS.readLettersMax + sizeBytes * DOCUMENT_LIMITS.readLettersPerByteMax
  const { leaks, weakTraces } = checkTraces(formats, traces, { ...options, lettersMax })
  const locate = (leak: Leak): Found => {
    const layer = layers[Number(leak.format)]
    return { leak, place: layer?.placeAt(leak.offset) ?? [], isWhole: layer?.isWhole === true }
  }
  // The check below answers with a leak of nothing when it could not read a layer to its end.
  const [read, unread] = [leaks.filter(isNamed), leaks.filter((leak) => !isNamed(leak))]
  const unsearched = unread
    .map(locate)
    .map(({ place }): Unsearched => ({ place, reason: 'too-large' }))
  const found = read.map(locate)
  return { traces: toTraces(found), weakTraces: toTraces(weakTraces.map(locate)), unsearched }
}

const isNamed = ({ trace, organisationId }: Leak): boolean => trace !== '' || organisationId !== ''

/** Each trace once for each place; what the whole of a part shows is told only when no finer place does. */
function toTraces(found: readonly Found[]): readonly DocumentTrace[] {
  const fine = found.filter(({ isWhole }) => !isWhole)
  const kept = found.filter(
    ({ leak, place, isWhole }) =>
      !isWhole ||
      !fine.some(
        (one) =>
          one.leak.trace === leak.trace &&
          one.leak.organisationId === leak.organisationId &&
          isInside(one.place, place.slice(0, -1)),
      ),
  )
  const traces = kept.map(({ leak, place }): DocumentTrace => {
    const { excerpt, trace, organisationId, how } = leak
    return { excerpt, trace, organisationId, how, place: renderPlace(place) }
  })
  const keyOf = (one: DocumentTrace) =>
    JSON.stringify([one.place.en, one.organisationId, one.trace])
  return [...new Map(traces.toReversed().map((one) => [keyOf(one), one])).values()].reverse()
}

function toUnsearchedPlace({ place, reason }: Unsearched): UnsearchedPlace {
  const shown = renderPlace(place.length === 0 ? WHOLE : place)
  return { place: shown, reason, say: UNSEARCHED_REASONS[reason] }
}
