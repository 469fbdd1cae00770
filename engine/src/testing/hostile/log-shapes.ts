import { fillWith, type HostileShape } from './hostile-shape.ts'

const log = (name: string, line: (index: number) => string): HostileShape => ({
  name: `a log of ${name}`,
  make: (size) => Buffer.from(fillWith(line, size)),
})

const line = (n: number, request: string, agent = 'x') =>
  `192.0.2.${n % 250} - - [01/Oct/2026:10:00:0${n % 10} +0900] "${request}" 200 5 "-" "${agent}"\n`

/** Access logs, whose lines are the words of whoever asked. */
export const LOG_SHAPES: readonly HostileShape[] = [
  log('probes', (n) => line(n, `GET /wp-login.php?id=${n}' OR 1=1-- HTTP/1.1`, 'sqlmap/1.0')),
  log('encoded probes', (n) => line(n, `GET /${'%25%32%65'.repeat(60)}${n} HTTP/1.1`)),
  log(
    'many sources',
    (n) =>
      `2001:db8::${(n % 65_536).toString(16)}:${Math.floor(n / 65_536)} - - [01/Oct/2026:10:00:00 +0900] "POST /f HTTP/1.1" 200 5\n`,
  ),
  log('quotes', (n) => line(n, `GET /${'\\"'.repeat(300)} HTTP/1.1`)),
  log(
    'many times',
    (n) =>
      `192.0.2.1 - - [01/Oct/${1_970 + (n % 500)}:${n % 24}:00:00 +0900] "GET / HTTP/1.1" 200 5\n`,
  ),
  log('long lines', (n) => line(n, `GET /${'a/../'.repeat(10_000)} HTTP/1.1`)),
  log('directives', (n) => `#Fields: ${'date time c-ip '.repeat(60)}${n}\n`),
  log(
    'JSON',
    (n) =>
      `{"time":"2026-10-01T10:00:00Z","remote_addr":"192.0.2.1","request":"GET /${n} HTTP/1.1","status":200,"x":${'['.repeat(400)}}\n`,
  ),
]
