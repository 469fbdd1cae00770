import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseConfig } from './config.ts'
import { createMasterKey, loadMasterKey } from './master-key.ts'
import { readSettings } from './read-settings.ts'

test.each([
  ['a public address without https', { NOROSHI_ADDRESS: '0.0.0.0' }, /without encryption/],
  ['a public http address', { NOROSHI_BASE_URL: 'http://hub.example' }, /in the clear/],
  [
    'a demonstration on a public address',
    { NOROSHI_ADDRESS: '0.0.0.0', NOROSHI_BASE_URL: 'https://hub.example', NOROSHI_DEMO: '1' },
    /demonstration/,
  ],
  [
    'a shared database without a key',
    { NOROSHI_DATABASE_URL: 'postgresql://db.example/n' },
    /openssl rand/,
  ],
  [
    'an OpenID provider without encryption',
    {
      NOROSHI_OIDC_ISSUER: 'http://login.example',
      NOROSHI_OIDC_CLIENT_ID: 'hub',
      NOROSHI_OIDC_CLIENT_SECRET_FILE: 'secret',
    },
    /https address/,
  ],
  [
    'half an OpenID provider',
    { NOROSHI_OIDC_ISSUER: 'https://login.example' },
    /NOROSHI_OIDC_CLIENT_ID/,
  ],
  ['a port that is none', { NOROSHI_PORT: '70000' }, /NOROSHI_PORT/],
  [
    'a relay that is no mail server',
    { NOROSHI_MAIL_RELAY_URL: 'https://relay.example' },
    /MAIL_RELAY/,
  ],
])('%s is refused with a sentence that says what to do', (_, settings, message) => {
  expect(() => parseConfig(settings)).toThrow(message)
})

test('without any setting the hub is one’s own and on this machine only', () => {
  expect(parseConfig({})).toMatchObject({
    address: '127.0.0.1',
    baseUrl: 'http://localhost:8080',
    databaseUrl: undefined,
    demo: false,
    smtp: undefined,
  })
})

test('an empty setting is no setting', () => {
  expect(parseConfig({ NOROSHI_PORT: '', NOROSHI_DATABASE_URL: '' }).port).toBe(8080)
})

test('settings come from the file, and the environment has the last word', () => {
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-settings-'))
  const path = join(folder, 'settings')
  writeFileSync(path, '# a comment\nNOROSHI_PORT=9000\nNOROSHI_WORKERS=3\n', { mode: 0o600 })
  const settings = readSettings({ NOROSHI_DATA: folder, NOROSHI_PORT: '9100' })
  expect([settings.NOROSHI_PORT, settings.NOROSHI_WORKERS]).toEqual(['9100', '3'])
  rmSync(path)
  writeFileSync(path, '', { mode: 0o644 })
  expect(() => readSettings({ NOROSHI_DATA: folder })).toThrow(/chmod 600/)
  rmSync(folder, { recursive: true })
})

test('a key others can read, a broken one and a missing one are refused; none is overwritten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'noroshi-key-'))
  const path = join(folder, 'master.key')
  expect(() => loadMasterKey(path)).toThrow(/no master key/)
  createMasterKey(path)
  expect(loadMasterKey(path)).toHaveLength(32)
  expect(() => createMasterKey(path)).toThrow()
  for (const [text, mode, message] of [
    ['a'.repeat(64), 0o644, /chmod 600/],
    ['short', 0o600, /64 hexadecimal/],
  ] as const) {
    rmSync(path)
    writeFileSync(path, text, { mode })
    expect(() => loadMasterKey(path)).toThrow(message)
  }
  rmSync(folder, { recursive: true })
})
