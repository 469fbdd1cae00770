import { expect, test } from 'vitest'
import { InvitePersonRequest } from './people.ts'
import { visibleLine } from './visible-line.ts'

test.each([
  ['a line feed', 'Rin\nAdmin'],
  ['a carriage return', 'Rin\r\nBcc: x@sender.example'],
  ['a mark from right to left', 'Rin \u202enimdA'],
  ['an isolate', '\u2067Rin\u2069'],
  ['a space without width', 'Ri\u200bn'],
  ['a Hangul filler', '\u3164'],
  ['a line separator', 'Rin\u2028Admin'],
  ['a tag', 'Rin\u{e0041}'],
  ['NUL', 'Rin\0'],
  ['nothing', ' '],
])('a name with %s is no name', (_what, name) => {
  expect(visibleLine(100).safeParse(name).success).toBe(false)
})

test('a variant of an ideograph is written as its plain form, and other names stay', () => {
  expect(visibleLine(100).parse('葛\u{e0100}城　凛')).toBe('葛城　凛')
  expect(visibleLine(100).parse(' Zoë O’Neill-芹沢 ')).toBe('Zoë O’Neill-芹沢')
})

const isInvited = (email: string) =>
  InvitePersonRequest.safeParse({ name: 'Rin', email, roles: ['hub-analyst'] }).success

test.each([
  'a,b@own.example',
  '<x>@own.example',
  'x@own.example>',
  '"x"@own.example',
  'x@own..example',
  'x@own.example\u202e',
  'x;y@own.example',
  'x@own example',
])('%s is no address anybody is invited at', (email) => expect(isInvited(email)).toBe(false))

test.each([
  'x@own.example',
  'First.Last+hub@mail.own.example',
  "o'neill@own.example",
  'x@xn--r8jz45g.example',
])('%s is one', (email) => expect(isInvited(email)).toBe(true))
