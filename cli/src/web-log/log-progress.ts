import type { Language } from '../words.ts'

/** Shows on one line, which is rewritten, how far a long log is read; silent when nobody watches. */
export interface LogProgress {
  step(bytes: number, lines: number): void
  end(): void
}

const INTERVAL_MS = 200
/** A log that is read sooner needs no line. */
const SILENT_MS = 500
const BAR_COLUMNS = 24

export function startLogProgress(
  sizeBytes: number | undefined,
  language: Language,
  stream: NodeJS.WriteStream = process.stderr,
): LogProgress {
  const startedAt = performance.now()
  let doneBytes = 0
  let shownAt = startedAt + SILENT_MS - INTERVAL_MS
  let hasShown = false
  return {
    step(bytes, lines) {
      doneBytes += bytes
      const now = performance.now()
      if (stream.isTTY !== true || now - shownAt < INTERVAL_MS) return
      shownAt = now
      hasShown = true
      const seconds = Math.max(0.001, (now - startedAt) / 1000)
      const share = sizeBytes === undefined ? undefined : Math.min(1, doneBytes / sizeBytes)
      stream.write(`\r\u001b[K${renderProgress({ lines, seconds, share }, language)}`)
    },
    end() {
      if (hasShown) stream.write('\r\u001b[K')
    },
  }
}

/** How far, how fast, and how long still. */
export function renderProgress(
  {
    lines,
    seconds,
    share,
  }: { readonly lines: number; readonly seconds: number; readonly share: number | undefined },
  language: Language,
): string {
  const count = lines.toLocaleString('en')
  const rate = Math.round(lines / seconds).toLocaleString('en')
  const read =
    language === 'ja' ? `${count} 行  毎秒 ${rate} 行` : `${count} lines  ${rate} lines/s`
  if (share === undefined || share === 0) return read
  const left = Math.ceil((seconds / share) * (1 - share))
  const full = Math.round(share * BAR_COLUMNS)
  const bar = `[${'#'.repeat(full)}${'.'.repeat(BAR_COLUMNS - full)}]`
  const percent = `${Math.floor(share * 100)}%`
  return language === 'ja'
    ? `${bar} ${percent}  ${read}  残り約 ${left} 秒`
    : `${bar} ${percent}  ${read}  about ${left} s left`
}
