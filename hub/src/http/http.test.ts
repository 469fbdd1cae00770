import { expect, test } from 'vitest'
import { withHub } from '../testing/with-hub.ts'

test('an address that does not exist is refused as problem+json', () =>
  withHub(async (hub) => {
    const answer = await hub.as('analyst').get('/api/nothing')
    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ code: 'not-found' })
  }))
