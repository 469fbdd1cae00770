import type { ReadStream } from 'node:tty'

/** Single keys while the demonstration runs; nothing when the input is no keyboard. */
export function listenForKeys(
  input: ReadStream,
  actions: Readonly<Record<string, () => void>>,
): { readonly isListening: boolean; stop(): void } {
  if (input.isTTY !== true) return { isListening: false, stop() {} }
  const onKey = (bytes: Buffer) => {
    const key = bytes.toString()
    // In raw mode Ctrl-C arrives as a character and no longer as a signal.
    if (key === '\u0003') process.kill(process.pid, 'SIGINT')
    else actions[key]?.()
  }
  input.setRawMode(true)
  input.on('data', onKey)
  return {
    isListening: true,
    stop() {
      input.off('data', onKey)
      input.setRawMode(false)
      input.pause()
    },
  }
}
