#!/usr/bin/env node
// Plain JavaScript that any Node since 18 can read: finds a Node that runs TypeScript as it is
// (24 or later) and hands over to it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAJOR_MIN = 24
const here = dirname(fileURLToPath(import.meta.url))
const main = join(here, '..', 'src', 'main.ts')

if (Number(process.versions.node.split('.')[0]) >= MAJOR_MIN) {
  const { run } = await import(main)
  process.exitCode = await run(process.argv.slice(2))
} else {
  const node = findBundledNode(here)
  if (node === undefined) {
    console.error(`noroshi: Node.js ${MAJOR_MIN} 以降が必要です。 / Node.js ${MAJOR_MIN} or later is needed.`)
    process.exit(2)
  }
  const child = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A child ended by a signal has no exit status; 130 is what a shell reports for Ctrl+C.
  process.exit(child.status ?? 130)
}

/** The Node that npm installed beside us, in this folder's or a parent's node_modules/.bin. */
function findBundledNode(folder) {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node'
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const node = join(at, 'node_modules', '.bin', name)
    if (existsSync(node) && node !== process.execPath) return node
  }
  return undefined
}
