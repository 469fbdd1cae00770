import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { UnfitSettings } from './config.ts'

/** Reads the key that protects evidence at rest; refuses one that others could read too. */
export function loadMasterKey(path: string): Buffer {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) {
    throw new UnfitSettings(
      `There is no master key at ${path}. Restore it; without it no evidence can be read.`,
    )
  }
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
    throw new UnfitSettings(`Others can read the master key. Run: chmod 600 ${path}`)
  }
  const text = readFileSync(path, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new UnfitSettings(`The master key at ${path} is not 64 hexadecimal digits.`)
  }
  return Buffer.from(text, 'hex')
}

/** Makes a key when there is none yet. Only for a new hub: a new key for old evidence would hide its loss. */
export function createMasterKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  // `wx` fails when there is one, so an existing key is never overwritten.
  writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
}
