import { expect, test } from 'vitest'
import { ApiFailure, FAILURE_SAYS, toSayAndPlaces } from './api-failure.ts'

const SAY = { ja: '許可がありません。', en: 'Nobody has permitted it.' }
const refuse = (...values: readonly string[]) =>
  new ApiFailure('value-unpermitted', 409, SAY, {
    places: values.map((say) => ({ path: 'content', say })),
  })

test('a refusal names the values it is about, so that they can be looked for', () => {
  expect(toSayAndPlaces(refuse('a@pay-desk.test', 'pay-desk.test'))).toEqual({
    ja: '許可がありません。（a@pay-desk.test、pay-desk.test）',
    en: 'Nobody has permitted it. (a@pay-desk.test, pay-desk.test)',
  })
})

test('one that names none says what it says', () => {
  expect(toSayAndPlaces(refuse())).toEqual(SAY)
  expect(toSayAndPlaces(new TypeError('a fault of ours'))).toEqual(FAILURE_SAYS.failed)
})
