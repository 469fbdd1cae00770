import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
/** Where the packed browser is laid out once; not the shared temporary folder, where others could put theirs first. */
const UNPACKED = join(import.meta.dirname, '..', '.cache', 'browser')

/** Flags that keep the browser from calling home, and names other than our own from being looked up. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * Starts Chromium: the system's where there is one, otherwise the one that came with the packages, with its own
 * libraries. `WALK_BROWSER=packed` chooses the second one on any machine.
 */
export async function launchBrowser(): Promise<Browser> {
  const isPacked = process.env['WALK_BROWSER'] === 'packed' || !existsSync(SYSTEM_CHROMIUM)
  if (!isPacked) return launch({ executablePath: SYSTEM_CHROMIUM })
  return launch(await unpackBrowser(), PACKED_FLAGS)
}

/** The packed build has neither the helper process others are forked from nor a graphics library. */
const PACKED_FLAGS = ['--no-zygote', '--disable-gpu']

const launch = (chosen: LaunchOptions, flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ ...chosen, args: [...QUIET, ...sandboxFlags(), ...flags] })

/** Chromium's sandbox refuses to start as root. Everything it is shown here is our own. */
function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The packed browser, with libraries for machines that have none installed. */
async function unpackBrowser(): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> {
  if (!existsSync(UNPACKED)) await layOut()
  return {
    executablePath: join(UNPACKED, 'chromium'),
    env: {
      ...environment(),
      FONTCONFIG_FILE: join(UNPACKED, 'fonts.conf'),
      LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib'),
    },
  }
}

/** Whole or not at all: another walk may begin meanwhile, and this one may be broken off. */
async function layOut(): Promise<void> {
  const own = `${UNPACKED}-${process.pid}`
  mkdirSync(own, { recursive: true })
  const { inflate } = await import('@sparticuz/chromium')
  const packed = join(import.meta.dirname, '..', 'node_modules', '@sparticuz', 'chromium', 'bin')
  const before = process.env['TMPDIR']
  // The package unpacks into whatever the temporary folder is.
  process.env['TMPDIR'] = own
  try {
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packed, name))),
    )
    writeFontList(own)
    renameSync(own, UNPACKED)
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    // Another walk was faster.
    if (!existsSync(UNPACKED)) throw error
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The packed list of font folders names a place that is not ours, and without any font the browser ends. */
function writeFontList(folder: string): void {
  const folders = [join(UNPACKED, 'fonts'), '/usr/share/fonts']
    .map((each) => `<dir>${each}</dir>`)
    .join('')
  const cache = `<cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>`
  writeFileSync(join(folder, 'fonts.conf'), `<fontconfig>${folders}${cache}</fontconfig>\n`)
}

function environment(): Record<string, string> {
  const given = Object.entries(process.env).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string>
}
