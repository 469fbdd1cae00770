import { execFile, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The command is run as people run it: a process of its own, its output and its exit code.

const command = fileURLToPath(new URL('../bin/noroshi.js', import.meta.url))
const samples = fileURLToPath(new URL('../../engine/src/techniques/', import.meta.url))
const benign = fileURLToPath(new URL('../../corpus/benign/', import.meta.url))
const hostile = join(samples, 'lookalike/samples/hit-thread-quoted-partner.eml')
const harmless = join(benign, 'newsletter-en.eml')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'noroshi-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

function run(...words: string[]): Promise<Ran> {
  return runIn(undefined, ...words)
}

function runIn(cwd: string | undefined, ...words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...words],
      { encoding: 'utf8', maxBuffer: 64 << 20, cwd },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      },
    )
  })
}

test.each([
  [['analyse', harmless], 0],
  [['analyse', hostile], 0],
  [['analyse', '--exit-code', hostile], 1],
  [['analyse', '--exit-code', harmless], 0],
  [['analyse'], 2],
  [['analyse', '--wrong', hostile], 2],
  [['analyse', hostile, '--register', 'missing.json'], 2],
  [['fly'], 2],
  [['analyse', 'missing.eml', hostile], 3],
  [['--help'], 0],
])('%j answers %i', async (words, code) => {
  expect((await run(...words)).code).toBe(code)
})

test('of a problem in many places the page says it once, with how many and the first of them', async () => {
  const file = join(folder, 'damaged.eml')
  const part = 'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!QUJD\r\n'
  const parts = Array.from({ length: 8 }, () => `--edge\r\n${part}`).join('')
  writeFileSync(
    file,
    `From: a@attacker.example\r\nContent-Type: multipart/mixed; boundary=edge\r\n\r\n${parts}--edge--\r\n`,
  )
  const { out } = await run('analyse', '--all', file)
  expect(out.match(/Base64 が途中で/g)).toHaveLength(1)
  expect(out.replace(/\s/g, '')).toContain('（8か所：12345ほか3か所）')
  const { problems } = JSON.parse((await run('analyse', '--json', file)).out)
  expect(problems).toMatchObject([
    { code: 'damaged-base64', path: '1', count: 8, places: ['1', '2', '3', '4', '5'] },
  ])
})

test('the page says whether a mail looks targeted or scattered, and why', async () => {
  expect((await run('analyse', hostile)).out).toMatch(
    /標的型・ばらまき型の別：標的型とみられる\n {2}- .*やり取り/,
  )
  const scattered = fileURLToPath(new URL('../../corpus/story/parcel-kodama.eml', import.meta.url))
  expect((await run('analyse', '--en', scattered)).out).toMatch(/Targeted or mass-mailed: \w/)
})

test('the page names the techniques in Japanese, and in English on request', async () => {
  expect((await run('analyse', hostile)).out).toMatch(
    /似せたドメイン[\s\S]*本物[\s\S]*偽物[\s\S]*次に：/,
  )
  expect((await run('analyse', '--en', hostile)).out).toMatch(
    /Look-alike domain[\s\S]*genuine[\s\S]*false[\s\S]*Next:/,
  )
})

test('one line of JSON a mail, with these fields and no others', async () => {
  const { out } = await run('analyse', '--json', hostile)
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
  expect(lines.map((line) => Object.keys(line))).toEqual([
    [
      'file',
      'sha256',
      'classification',
      'proposal',
      'findings',
      'artefacts',
      'indicators',
      'problems',
    ],
  ])
  expect(lines[0]).toMatchObject({
    file: hostile,
    classification: 'unclear',
    proposal: { reach: 'targeted' },
    findings: expect.arrayContaining([
      expect.objectContaining({
        technique: 'lookalike',
        weight: 'strong',
        where: expect.objectContaining({ header: 'From' }),
        attack: ['T1583.001', 'T1656'],
      }),
    ]),
  })
})

test('a folder is walked, many files in threads, and reported in order', async () => {
  const { out } = await run('analyse', '--json', benign)
  const files = out
    .trimEnd()
    .split('\n')
    .map((line): string => JSON.parse(line).file)
  expect(files.length).toBeGreaterThanOrEqual(15)
  expect(files).toEqual([...files].sort())
})

test('a mail on standard input is read', () => {
  const { stdout, status } = spawnSync(process.execPath, [command, 'analyse', '-', '--json'], {
    input: 'From: a@b.example\r\nSubject: hello\r\n\r\nhello\r\n',
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ file: '-' })
})

test('a register file gives the names to compare with', async () => {
  const file = join(folder, 'register.json')
  writeFileSync(
    file,
    JSON.stringify({ organisations: [{ name: 'Harbour', domains: ['harbour-metals.test'] }] }),
  )
  const mail = join(folder, 'mail.eml')
  writeFileSync(mail, 'From: Harbour <a@harbour-rnetals.test>\r\nSubject: hi\r\n\r\nhi\r\n')
  expect((await run('analyse', '--exit-code', mail)).code).toBe(0)
  expect((await run('analyse', '--exit-code', mail, '--register', file)).code).toBe(1)
})

test('a subject cannot paint on the terminal', async () => {
  const mail = join(folder, 'paint.eml')
  writeFileSync(
    mail,
    'From: a@b.example\r\nSubject: x\u001b[2J\u001b]0;owned\u0007\u202ey\r\n\r\nhi\r\n',
  )
  for (const words of [
    ['analyse', mail],
    ['analyse', '--json', mail],
  ])
    expect((await run(...words)).out).not.toMatch(/[\u001b\u0007\u202e]/)
})

test('SARIF is one document for the run: a result for each finding, a rule for each technique', async () => {
  const { out } = await run('analyse', '--sarif', hostile, harmless)
  const document = JSON.parse(out)
  // SARIF 2.1.0 (OASIS): version §3.13.2, results §3.27, regions in bytes §3.30.
  expect(document.version).toBe('2.1.0')
  const [{ results, tool }] = document.runs
  const rules = tool.driver.rules.map((one: { id: string }) => one.id)
  expect(results.length).toBeGreaterThan(0)
  const bytes = readFileSync(hostile)
  for (const { ruleId, level, locations } of results) {
    expect(rules).toContain(ruleId)
    expect(['error', 'warning', 'note']).toContain(level)
    const { byteOffset, byteLength } = locations[0].physicalLocation.region
    expect(byteOffset + byteLength).toBeLessThanOrEqual(bytes.length)
  }
})

/** RFC 3986 §3: what a reader of SARIF makes of a reference, beside the folder it stands in. */
const toPath = (uri: string) => decodeURIComponent(new URL(uri, 'file:///mails/').pathname)

test('SARIF names a file whatever it is called, and points into no mail that lies inside another file', async () => {
  const mail = readFileSync(hostile)
  const names = ['Re: order?.eml', 'a#b.eml', '注文.eml', 'box.mbox']
  for (const name of names) writeFileSync(join(folder, name), mail)
  const line = 'From a@b.example Mon Jan  1 00:00:00 2024\n'
  writeFileSync(join(folder, 'box.mbox'), `${line}${mail}\n${line}${mail}`)
  const { out } = await runIn(folder, 'analyse', '--sarif', ...names)
  const [{ results, tool }] = JSON.parse(out).runs
  const places = results.map(
    (one: { locations: [{ physicalLocation: object }] }) => one.locations[0].physicalLocation,
  )
  const uris: string[] = places.map(
    (one: { artifactLocation: { uri: string } }) => one.artifactLocation.uri,
  )
  expect([...new Set(uris.map(toPath))]).toEqual(names.map((name) => `/mails/${name}`))
  for (const { artifactLocation, region } of places)
    expect(region === undefined).toBe(artifactLocation.uri.startsWith('box.mbox#'))
  // §3.49.12: an absolute URI or none.
  expect(tool.driver.rules.filter((one: object) => 'helpUri' in one)).toEqual([])
})

test('a Maildir is read, and what cannot be opened in a folder is told', async () => {
  const mails = join(folder, 'maildir', 'cur')
  mkdirSync(mails, { recursive: true })
  const name = join(mails, '1700000000.M1P2.mailhost.example:2,S')
  writeFileSync(name, readFileSync(hostile))
  const { out } = await run('analyse', '--json', join(folder, 'maildir'))
  expect(JSON.parse(out).file).toBe(name)
  symlinkSync('circle', join(folder, 'circle'))
  const ran = await run('analyse', '--exit-code', join(folder, 'circle'), hostile)
  expect([ran.code, ran.err]).toEqual([3, expect.stringMatching(/circle: .*ELOOP/)])
})

test('a reader of complaints that goes away is no finding', async () => {
  const words = ['analyse', 'gone-1.eml', 'gone-2.eml', harmless]
  const child = spawn(process.execPath, [command, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.destroy()
  expect(await new Promise((resolve) => child.on('exit', resolve))).not.toBe(1)
})

test('rules and a register that Windows saved with a byte order mark are read', async () => {
  const [rules, register] = [join(folder, 'mark.yar'), join(folder, 'mark.json')]
  writeFileSync(rules, '\ufeffrule Any { condition: true }')
  writeFileSync(register, '\ufeff{ "organisations": [] }')
  const ran = await run('analyse', '--json', '--rules', rules, '--register', register, harmless)
  expect([ran.code, ran.err]).toEqual([0, ''])
})

test('SARIF of nothing is still a document', async () => {
  const { out } = await run('analyse', '--sarif', harmless)
  expect(JSON.parse(out).runs[0].results).toEqual([])
})

test('recorded DNS answers tell what a sender’s signature is worth, and a line that cannot be read ends the run', async () => {
  const mail = join(folder, 'unproven.eml')
  const lines = [
    'Return-Path: <a@sender.example>',
    'Received: from x.test (x.test [192.0.2.66]) by mx.member.example; Thu, 1 Oct 2026 09:00:00 +0900',
    'From: a@sender.example',
    'Subject: Files',
    '',
    'Please see the files.',
  ]
  writeFileSync(mail, lines.join('\r\n'))
  const answers = join(folder, 'answers.txt')
  writeFileSync(
    answers,
    'sender.example. TXT "v=spf1 -all"\n_dmarc.sender.example. TXT "v=DMARC1; p=reject"\n',
  )
  expect((await run('analyse', '--exit-code', mail)).code).toBe(0)
  const checked = await run('analyse', '--exit-code', '--dns', answers, '--en', mail)
  expect(checked.code).toBe(1)
  expect(checked.out).toContain('By the DNS answers recorded here')
  writeFileSync(answers, '"v=spf1 -all"\n')
  const refused = await run('analyse', '--dns', answers, '--en', mail)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('answers.txt:1: a value without a name')
})

test('rules of one’s own are asked too, and a rule with an error ends the run before it begins', async () => {
  const rules = join(folder, 'own.yar')
  writeFileSync(rules, 'rule Thread { strings: $a = "northbriidge" condition: $a }')
  const { out } = await run('analyse', '--json', '--rules', rules, hostile)
  const { findings } = JSON.parse(out)
  expect(findings.map((one: { technique: string }) => one.technique)).toContain('hub-rule')
  writeFileSync(rules, 'rule Thread {')
  const refused = await run('analyse', '--en', '--rules', rules, hostile)
  expect([refused.code, refused.out]).toEqual([2, ''])
  expect(refused.err).toMatch(/syntax error/)
})

test.each([
  [['techniques'], 0, /lookalike[\s\S]*msbuild/],
  [['techniques', 'T-lookalike', '--en'], 0, /Look-alike domain[\s\S]*Blind spots/],
  // As the report of 2020 cites it.
  [['techniques', 'T1038'], 0, /dll-hijack/],
  [['techniques', 'fly'], 2, /^$/],
])('%j answers %i', async (words, code, shown) => {
  const ran = await run(...words)
  expect(ran.code).toBe(code)
  expect(ran.out).toMatch(shown)
})
