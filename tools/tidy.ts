import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { findCycles } from './tidy/cycles.ts'
import { checkImports } from './tidy/import-rules.ts'
import { listImports } from './tidy/imports.ts'
import { checkLayout } from './tidy/layout.ts'
import { listFiles, listSources, type Untidy } from './tidy/list-files.ts'
import { checkSettingsPage } from './tidy/settings-page.ts'
import { checkNames, checkTexts } from './tidy/text-rules.ts'

/*
 * Checks what the compiler cannot: the arrows between parts, cycles, names, dead files, pages that are written
 * from code. `--write` writes those pages again.
 */

const DeadFiles = z.object({
  issues: z.array(z.object({ file: z.string(), files: z.array(z.unknown()).default([]) })),
})

process.chdir(join(import.meta.dirname, '..'))
const files = listFiles()
const sources = listSources(files)
const imports = listImports(sources)

const untidy: Untidy[] = [
  ...checkImports(imports),
  ...findCycles(imports),
  ...checkNames(sources),
  ...checkTexts(files),
  ...checkLayout(files),
  ...checkSettingsPage({ write: process.argv.includes('--write') }),
  ...findDeadFiles(),
]
for (const { place, say } of untidy) process.stdout.write(`${place}\n    ${say}\n`)
process.stdout.write(
  `tidy: ${sources.length} sources, ${imports.length} imports, ${untidy.length} to put right\n`,
)
process.exitCode = untidy.length === 0 ? 0 : 1

/** Files nothing leads to. */
function findDeadFiles(): Untidy[] {
  const { stdout } = spawnSync(
    join('node_modules', '.bin', 'knip'),
    ['--include', 'files', '--reporter', 'json', '--no-config-hints'],
    { encoding: 'utf8' },
  )
  const { issues } = DeadFiles.parse(JSON.parse(stdout))
  return issues
    .filter(({ files }) => files.length > 0)
    .map(({ file }) => ({ place: file, say: 'Nothing leads here.' }))
}
