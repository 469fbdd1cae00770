import { readFileSync } from 'node:fs'

/** A package with the version that is installed, as a table should name it. */
export function packageName(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return `${name} ${version}`
}
