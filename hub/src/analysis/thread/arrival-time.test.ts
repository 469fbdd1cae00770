import { expect, test } from 'vitest'
import { arrivalTime } from './arrival-time.ts'

const SUBMITTED = new Date('2026-10-15T01:00:00Z')
const TRUE_DAY = new Date('2026-10-14T05:00:00Z')
const far = new Date('9999-12-31T00:00:00Z')
const early = new Date('0099-01-01T00:00:00Z')

// biome-ignore format: a table is read by its columns.
test.each([
  ['of its own server',                   TRUE_DAY,  far,       TRUE_DAY],
  ['of its sender when the server lies',  far,       TRUE_DAY,  TRUE_DAY],
  ['nobody knows when both lie ahead',    far,       far,       undefined],
  ['nobody knows when both lie far back', early,     early,     undefined],
  ['nobody knows without any',            undefined, undefined, undefined],
])('a mail counts as arrived at the time %s', (_, received, sentAt, expected) => {
  const message = {
    received: received === undefined ? [] : [{ at: received }],
    ...(sentAt === undefined ? {} : { sentAt }),
  } as unknown as Parameters<typeof arrivalTime>[0]
  expect(arrivalTime(message, SUBMITTED)).toEqual(expected)
})
