import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Settings } from '../../hub/src/config.ts'
import type { Untidy } from './list-files.ts'

const PAGE = 'docs/how-to/settings.md'

/** The manual's page of settings, written from the settings themselves. */
function renderSettingsPage(): string {
  const rows = Object.entries(Settings.shape).map(([name, schema]) => {
    const unset = schema.safeParse(undefined)
    const value = unset.success && unset.data !== undefined ? `\`${toText(unset.data)}\`` : '–'
    return `| \`${name}\` | ${value} | ${schema.description ?? ''} |`
  })
  return [
    '# Settings',
    '',
    'Settings come from the environment, or from the file `settings` in the data folder (lines of `NAME=value`, mode 0600).',
    'The environment has the last word; an empty value counts as not set.',
    '',
    'This page is written by `npm run tidy -- --write`.',
    '',
    '| Setting | Without it | Meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function toText(value: unknown): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}

export function checkSettingsPage({ write }: { write: boolean }): Untidy[] {
  const page = renderSettingsPage()
  if (write) writeFileSync(PAGE, page)
  const current = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
  return current === page ? [] : [{ place: PAGE, say: 'Is not current: npm run tidy -- --write' }]
}
