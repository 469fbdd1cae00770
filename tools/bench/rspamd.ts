import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readCpuSeconds } from './child-cpu.ts'

/** Compiling its expressions takes rspamd half a minute on a slow machine. */
const START_TRIES = 120
const ADDRESS = '127.0.0.1:11433'

/** CPU seconds a mail that rspamd takes for all its symbols, with its own rules and without network. */
export async function measureRspamdSeconds(
  folder: string,
  files: readonly string[],
): Promise<number> {
  const daemon = start(folder)
  try {
    await waitUntilReady(files[0] ?? '')
    const scanner = findScanner(daemon.pid ?? 0)
    scan(files)
    const before = readCpuSeconds(scanner)
    scan(files)
    return (readCpuSeconds(scanner) - before) / files.length
  } finally {
    daemon.kill()
  }
}

/** One scanner, no controller, no proxy; names are asked of a port where nobody answers. */
function start(folder: string): ChildProcess {
  for (const name of ['db', 'run', 'log', 'local']) mkdirSync(join(folder, name))
  const config = join(folder, 'rspamd.conf')
  writeFileSync(
    config,
    `.include "$CONFDIR/common.conf"
options {
  pidfile = "${folder}/run/rspamd.pid";
  .include "$CONFDIR/options.inc"
  control_socket = "${folder}/run/control.sock";
  dns { nameserver = ["127.0.0.1:9"]; timeout = 0.01s; retransmits = 1; sockets = 1; }
}
logging { type = "file"; filename = "${folder}/log/rspamd.log"; level = "error"; }
worker "normal" { bind_socket = "${ADDRESS}"; count = 1; mime = true; }
`,
  )
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim()
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
  const places = [
    `DBDIR=${folder}/db`,
    `RUNDIR=${folder}/run`,
    `LOGDIR=${folder}/log`,
    `LOCAL_CONFDIR=${folder}/local`,
  ]
  return spawn(
    'rspamd',
    ['-f', '-i', '-u', user, '-g', group, '-c', config, ...places.map((one) => `--var=${one}`)],
    { stdio: 'ignore' },
  )
}

async function waitUntilReady(file: string): Promise<void> {
  for (let tries = 0; tries < START_TRIES; tries++) {
    await sleep(1_000)
    if (answers(file)) return
  }
  throw new Error('rspamd does not answer')
}

function answers(file: string): boolean {
  try {
    return scan([file]).includes('[Metric:')
  } catch {
    return false
  }
}

function scan(files: readonly string[]): string {
  return execFileSync('rspamc', ['-h', ADDRESS, '-n', '1', ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  })
}

/** The child that scans; the helper that compiles expressions is not counted. */
function findScanner(parent: number): number {
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const status = readFileSync(`/proc/${name}/status`, 'utf8')
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
    if (status.includes(`PPid:\t${parent}\n`) && command.includes('normal')) return Number(name)
  }
  throw new Error('rspamd has no scanner')
}
