import { strToU8, zipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import { buildRegister } from './register/build-register.ts'
import { parseRegistration } from './registrations/parse-registration.ts'
import { renderSafeHtml } from './safe-html/render-safe-html.ts'
import { WebLogReader } from './web-log/web-log-reader.ts'

// Names that are members of every object: as keys of a record they change it, all others, or read a
// function where a text is meant (CVE-2026-19481 was a part header `__proto__`).

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
const before = Object.getOwnPropertyNames(Object.prototype).toSorted()
const register = buildRegister({ organisations: [] })

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before)
  expect(Object.keys({})).toEqual([])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

function mailNamed(name: string): Buffer {
  const zip = zipSync(Object.fromEntries([[`./${name}`, strToU8('polluted')]]))
  return Buffer.from(
    `${name}: polluted\r\nFrom: ${name}@${name} <a@partner.example>\r\nSubject: x\r\n` +
      `Content-Type: multipart/mixed; ${name}=polluted; ${name}*0*=utf-8''polluted; boundary=b\r\n\r\n` +
      `--b\r\nContent-Type: text/html; charset=${name}\r\n\r\n` +
      `<${name} ${name}="polluted" style="${name}:1"><a ${name}=x href="http://${name}.example/?${name}=1">x</a>\r\n` +
      `--b\r\nContent-Type: ${name}/${name}\r\nContent-Transfer-Encoding: ${name}\r\n` +
      `Content-Disposition: attachment; filename=${name}\r\n\r\npolluted\r\n` +
      `--b\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${Buffer.from(zip).toString('base64')}\r\n--b--\r\n`,
  )
}

describe.each(NAMES)('%s', (name) => {
  test('is a name like others in headers, parameters, files and members of archives', async () => {
    const { message, artefacts } = await analyse(mailNamed(name), { register })

    expect(message.header(name).map(({ value }) => value)).toEqual(['polluted'])
    expect(artefacts.map(({ fileName }) => fileName)).toContain(name)
    expect(artefacts.find(({ path }) => path.endsWith('/1'))?.fileName).toBe(`./${name}`)
    expect(message.links.map(({ url }) => url)).toContain(`http://${name}.example/?${name}=1`)
  })

  test('is a name like others in a registration', () => {
    const json = `{"ldhName":"a.example","${name}":{"polluted":true},"events":[{"${name}":{"polluted":1},"eventAction":"registration","eventDate":"2026-01-01"}]}`
    expect(JSON.stringify(parseRegistration(json))).toContain('2026-01-01')
  })

  test('is a name like others in a log of JSON lines', () => {
    const reader = new WebLogReader({ now: new Date('2026-05-01T00:00:00Z') })
    const line = {
      remote_addr: '192.0.2.1',
      request: `GET /${name}?${name}=1 HTTP/1.1`,
      status: 200,
      time_iso8601: '2026-04-01T00:00:00Z',
    }
    const text = JSON.stringify(line).replace('{', `{"${name}":{"polluted":true},`)
    reader.write(Buffer.from(`${text}\n`.repeat(3)))
    expect(reader.end().lines).toMatchObject({ read: 3, requests: 3 })
  })

  test('is a name like others among the elements taken out of a page', () => {
    const { removed } = renderSafeHtml(`<${name} ${name}=polluted>x</${name}><script>y</script>`)
    expect(removed['script']).toBe(1)
  })
})
