import { writeFileSync } from 'node:fs'
import { judgeRegex } from './regexes/judge-regex.ts'
import { CHECKED_FILE, hashOf, readAccepted, readChecked } from './regexes/known-regexes.ts'
import { listBuiltRegexes } from './regexes/list-built-regexes.ts'
import { listRegexes } from './regexes/list-regexes.ts'

/**
 * `node tools/check-regexes.ts [--all]`: asks of every regular expression that is new (or of all)
 * whether a text makes it slow, and writes down those that none does.
 */
const known = process.argv.includes('--all') ? new Set<string>() : readChecked()
const accepted = readAccepted()
const linear: string[] = []
for (const regex of [...listRegexes(), ...(await listBuiltRegexes()).regexes]) {
  const hash = hashOf(regex)
  if (accepted.has(`/${regex.source}/${regex.flags}`)) continue
  const fault = known.has(hash) ? undefined : await judgeRegex(regex)
  if (fault === undefined) linear.push(hash)
  else process.stdout.write(`${regex.place} /${regex.source}/${regex.flags}\n  ${fault}\n`)
}
writeFileSync(CHECKED_FILE, `${linear.toSorted().join('\n')}\n`)
