import type { Language } from '../words.ts'

/** Shows how far a long run is, on one line that is rewritten; silent when nobody watches. */
export interface Progress {
  step(mails: number): void
  end(): void
}

/** Files from which on a line is worth its noise, and how often it is rewritten. */
const FILES_MIN = 20
const INTERVAL_MS = 200

export function startProgress(total: number, language: Language): Progress {
  const isShown = process.stderr.isTTY === true && total >= FILES_MIN
  const startedAt = performance.now()
  let files = 0
  let mails = 0
  let shownAt = 0
  const clear = () => process.stderr.write('\r\u001b[K')
  return {
    step(count) {
      files++
      mails += count
      const now = performance.now()
      if (!isShown || now - shownAt < INTERVAL_MS) return
      shownAt = now
      const seconds = Math.max(0.001, (now - startedAt) / 1000)
      const left = Math.ceil(((total - files) * seconds) / files)
      const rate = Math.round(mails / seconds)
      clear()
      process.stderr.write(
        language === 'ja'
          ? `${files} / ${total} 件  毎秒 ${rate}通  残り約${left}秒`
          : `${files} / ${total} files  ${rate} mails/s  about ${left} s left`,
      )
    },
    end() {
      if (isShown) clear()
    },
  }
}
