import { type Artefact, parsePictureHeader, renderSafeHtml } from 'engine'
import type { MailView } from 'contract/analysis'
import { analysisLimits as limits } from '../limits.ts'
import { drawReading, type ReadingBudget } from './draw-reading.ts'
import type { ArtefactRecord, KeptFile } from './mail-record.ts'

/** Files a double click opens in a browser. */
const HTML_NAME = /\.(?:s?html?|xht(?:ml)?)$/i

/** Never a drawing that can act (SVG), and nothing whose readers in browsers are young. */
const DRAWN_TYPES = new Set(['image/png', 'image/jpeg'])

type Parts = MailView['parts']

/** Rows of everything inside a mail, with what may be drawn of each. Runs in the parsing thread. */
export function drawFiles(artefacts: readonly Artefact[], parts: Parts): ArtefactRecord[] {
  const textAt = new Map(
    parts.flatMap(({ path, text, isHtml, isShown }) =>
      isHtml && isShown !== true && text !== undefined ? [[path, text] as const] : [],
    ),
  )
  let charsLeft: number = limits.safeHtmlCharsMax
  const readings: ReadingBudget = { charsLeft: limits.readingsCharsMax }
  return artefacts.map((artefact) => {
    const html = findHtml(artefact, textAt)
    const safeHtml =
      html === undefined || html.length > charsLeft ? undefined : renderSafeHtml(html).html
    charsLeft -= Math.max(html?.length ?? 0, safeHtml?.length ?? 0)
    return { ...toRecord(artefact, readings), ...(safeHtml === undefined ? {} : { safeHtml }) }
  })
}

/**
 * HTML of a part as it was decoded; of a file in an archive as UTF-8, which nearly all of them are. The one a mail
 * program would show is drawn with the mail.
 */
function findHtml(
  { path, kind, type, fileName = '', content }: Artefact,
  textAt: ReadonlyMap<string, string>,
): string | undefined {
  const text = textAt.get(path)
  if (text !== undefined || kind === 'text') return text
  if (type !== 'text/html' && !HTML_NAME.test(fileName)) return undefined
  if (content === undefined || content.length > limits.keptFileBytesMax) return undefined
  return new TextDecoder().decode(content)
}

function toRecord(artefact: Artefact, readings: ReadingBudget): ArtefactRecord {
  const { content: _content, password: _password, reading, sha256, sha1, md5, ...kept } = artefact
  const picture = findPicture(artefact)
  return {
    ...kept,
    ...(sha256 === '' ? {} : { sha256, sha1, md5 }),
    ...(picture === undefined ? {} : { picture }),
    ...(reading === undefined ? {} : { reading: drawReading(reading, readings) }),
  }
}

/**
 * Size of a PNG or JPEG that may be drawn. A picture of a few kilobytes may unfold to gigabytes in whoever draws it,
 * so its header is asked before anybody does; a frame of an animation or a scan of a JPEG takes twenty bytes.
 */
function findPicture({ content, type }: Artefact): ArtefactRecord['picture'] {
  if (content === undefined || !DRAWN_TYPES.has(type)) return undefined
  const { width = 0, height = 0, passes = 1 } = parsePictureHeader(content, type) ?? {}
  const pixels = width * height
  const isBearable = pixels <= limits.drawnPixelsMax && pixels * passes <= limits.drawnPassPixelsMax
  return pixels > 0 && isBearable ? { width, height } : undefined
}

/** Copies of the bytes that are kept beside the mail, each once, within the limits. Text stands in the mail itself. */
export function takeFiles(artefacts: readonly Artefact[]): KeptFile[] {
  const taken = new Map<string, Uint8Array>()
  let bytesLeft: number = limits.keptFilesBytesMax
  for (const { kind, path, sha256, content } of artefacts) {
    if (content === undefined || kind === 'text' || path === '0' || taken.has(sha256)) continue
    if (content.length > Math.min(limits.keptFileBytesMax, bytesLeft)) continue
    if (taken.size >= limits.keptFilesMax) break
    taken.set(sha256, new Uint8Array(content))
    bytesLeft -= content.length
  }
  return Array.from(taken, ([sha256, bytes]) => ({ sha256, bytes }))
}
