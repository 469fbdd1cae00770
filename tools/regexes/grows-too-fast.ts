/** Lengths before the measured ones: what explodes shows itself while it still ends. */
const WARM_LENGTHS = [12, 24, 250, 1_000]
const [SHORT, LONG] = [8_000, 16_000]
/** Below this much time the clock says nothing. */
const CPU_MS_MIN = 12
/** A linear expression takes under a millisecond for 16,000 characters; no ratio is needed for this. */
const CPU_MS_ALARM = 80

/**
 * The text, repeated, on which twice the length takes more than 2.6 times the time; undefined when
 * there is none among the pieces of the expression itself. It finds less than `recheck` does, and
 * serves where that gives up.
 */
export function growsTooFast(source: string, flags: string): string | undefined {
  const regex = new RegExp(source, flags.replace('y', ''))
  return listPumps(source).find((pump) => {
    if (WARM_LENGTHS.some((length) => cpuMs(regex, pump, length) > CPU_MS_MIN)) return true
    const long = cpuMs(regex, pump, LONG)
    if (long > CPU_MS_ALARM) return true
    return long > CPU_MS_MIN && long > cpuMs(regex, pump, SHORT) * 2.6
  })
}

function cpuMs(regex: RegExp, pump: string, length: number): number {
  // The end fits nothing, so that every way through the text is tried.
  const text = `${pump.repeat(Math.ceil(length / pump.length))}\u0000`
  const rounds = [1, 2, 3].map(() => {
    regex.lastIndex = 0
    const before = process.cpuUsage()
    regex.test(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...rounds)
}

const COMMON = [' ', '\n', '\t', 'a', '0', '-', '.', '@', '_', 'あ', 'ア', '漢', 'a ', 'a.', '0,']

function listPumps(source: string): readonly string[] {
  const literals = [...source.matchAll(/[^\\[\](){}|*+?^$.]{1,12}/g)].map(([text]) => text)
  return [...new Set([...COMMON, ...literals.flatMap((text) => [text, `${text} `])])]
}
