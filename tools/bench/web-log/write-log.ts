import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Lines joined before they are written. */
const BATCH_LINES = 20_000

/**
 * Writes a log in the combined form, the same one on every run: visitors with usual agents from 200,000 addresses,
 * one line in fifty from forty sources that probe. Reserved addresses only (RFC 5737, RFC 2544, RFC 3849).
 */
export async function writeLog(file: string, lines: number): Promise<void> {
  const out = createWriteStream(file)
  const random = startRandom(11)
  for (let at = 0; at < lines; at += BATCH_LINES) {
    const batch: string[] = []
    for (let line = at; line < Math.min(lines, at + BATCH_LINES); line++)
      batch.push(toLine(line, random))
    if (!out.write(`${batch.join('\n')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

type Random = (below: number) => number

/** Numerical Recipes' linear congruential generator: the bench must not change between runs. */
function startRandom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const PAGES = [
  '/',
  '/products/steel-plates.html',
  '/news/2024/annual-report.html',
  '/assets/app.3f9c1b7e.js',
  '/assets/style.css',
  '/images/logo.png',
  '/search?q=heat+exchanger&page=2',
  '/contact/',
  '/api/v1/items?category=valves&sort=price',
  '/%E8%A3%BD%E5%93%81/index.html',
]
const PROBES = [
  '/.env',
  '/wp-login.php',
  '/cgi-bin/.%2e/.%2e/.%2e/.%2e/etc/passwd',
  '/.git/config',
  '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
  '/index.php?id=1%20UNION%20SELECT%201,2,3--',
  '/shell.php?cmd=id',
  '/wp-content/plugins/contact-form/readme.txt',
]
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
]

function toLine(line: number, random: Random): string {
  const isProbe = random(50) === 0
  const address = isProbe ? `203.0.113.${random(40)}` : visitor(random(200_000))
  const path = (isProbe ? PROBES : PAGES)[random(isProbe ? PROBES.length : PAGES.length)] ?? '/'
  const agent = AGENTS[random(AGENTS.length)] ?? '-'
  const status = isProbe ? 404 : 200
  return `${address} - - [${toTime(line)}] "GET ${path} HTTP/1.1" ${status} ${200 + random(40_000)} "https://www.example/" "${agent}"`
}

/** One address in twenty is IPv6. */
function visitor(number: number): string {
  if (number % 20 === 0)
    return `2001:db8:${(number >> 8).toString(16)}::${(number & 255).toString(16)}`
  return `198.18.${(number >> 8) & 255}.${number & 255}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A hundred requests a second from the first of April on. */
function toTime(line: number): string {
  const at = new Date(Date.UTC(2024, 3, 1) + Math.floor(line / 100) * 1000)
  const day = String(at.getUTCDate()).padStart(2, '0')
  return `${day}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`
}
