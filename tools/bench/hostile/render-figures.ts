import type { ShapeFigures } from './measure-shape.ts'

/** A table, slowest first. */
export function renderFigures(figures: readonly ShapeFigures[]): string {
  const rows = figures
    .toSorted((one, other) => other.cpuSeconds - one.cpuSeconds)
    .map(({ name, sizeBytes, cpuSeconds, peakMb, mailCount, problems }) =>
      [
        cpuSeconds.toFixed(2).padStart(7),
        (peakMb?.toFixed(0) ?? '–').padStart(7),
        (sizeBytes / 1e6).toFixed(2).padStart(6),
        String(mailCount).padStart(5),
        name.padEnd(60),
        problems.join(' '),
      ].join('  '),
    )
  const head = `  CPU s  peak MB     MB  mails  ${'shape'.padEnd(60)}  problems named`
  return [head, ...rows].join('\n')
}
