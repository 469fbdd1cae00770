import { createHash, randomUUID } from 'node:crypto'
import type { OrganisationId } from 'contract/common'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'

const TEXT = { kind: 'nda', version: '2026-1', ja: '秘密を守る。', en: 'Keep the secret.' }

async function agreementIdOf(hub: TestHub, organisationId: OrganisationId): Promise<string> {
  const { body } = await hub.as('admin').get(`/api/organisations/${organisationId}`)
  return body.agreements[0].agreementId
}

/** An organisation that signed in the product; the hub took it two days later. */
async function agree(hub: TestHub) {
  const groupId = await hub.seed.group()
  const organisationId = await hub.seed.organisation({ name: '葛城工機株式会社' })
  const joined = { organisationId, joinedOn: '2026-10-01' }
  await hub.as('admin').post(`/api/groups/${groupId}/memberships`, joined)
  const { textId, hash } = (await hub.as('admin').post('/api/agreement-texts', TEXT)).body
  const signedAt = hub.clock.now().toISOString()
  const order = { textId, textHash: hash, signer: '部長 鳴海' }
  await hub.as({ contactOf: organisationId }).post(`/api/my/agreements/${groupId}/sign`, order)
  hub.clock.set('2026-10-17T07:23:00Z')
  const { rows } = (await hub.as('admin').get('/api/agreements')).body
  const { signatureId } = rows[0].waiting
  const path = `/api/agreement-signatures/${signatureId}/accept`
  expect((await hub.as('admin').post(path, { endsOn: '2027-04-01' })).status).toBe(200)
  const agreementId = await agreementIdOf(hub, organisationId)
  return { organisationId, groupId, agreementId, signatureId, signedAt }
}

test('the copy holds parties, text, signature and days, and its hash can be counted from it', () =>
  withHub(async (hub) => {
    const { organisationId, agreementId, signatureId, signedAt } = await agree(hub)
    const { status, body } = await hub
      .as({ contactOf: organisationId })
      .get(`/api/agreements/${agreementId}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ organisation: '葛城工機株式会社', kind: 'nda', version: '2026-1', signer: '部長 鳴海' },
      ...{ signedOn: '2026-10-15', endsOn: '2027-04-01' },
      signed: {
        signatureId,
        signedAt,
        acceptedOn: '2026-10-17',
        text: { ja: TEXT.ja, en: TEXT.en },
      },
    })
    const { ja, en, hash } = body.signed.text
    const form = JSON.stringify([body.kind, body.version, ja, en])
    expect(hash).toBe(createHash('sha256').update(form, 'utf8').digest('hex'))
  }))

test('the copy says nothing of who accepted it, nor at what hour', () =>
  withHub(async (hub) => {
    const { organisationId, agreementId } = await agree(hub)
    const { body } = await hub
      .as({ contactOf: organisationId })
      .get(`/api/agreements/${agreementId}`)
    expect(Object.keys(body.signed).sort()).toEqual([
      'acceptedOn',
      'signatureId',
      'signedAt',
      'signedBy',
      'text',
    ])
    expect(JSON.stringify(body)).not.toContain('07:23')
  }))

test('a newer text leaves the copy of what was signed as it is', () =>
  withHub(async (hub) => {
    const { organisationId, agreementId } = await agree(hub)
    await hub
      .as('admin')
      .post('/api/agreement-texts', { ...TEXT, version: '2026-2', ja: '別の文。' })
    const { body } = await hub
      .as({ contactOf: organisationId })
      .get(`/api/agreements/${agreementId}`)
    expect(body.signed.text.ja).toBe(TEXT.ja)
  }))

test('the contact of another organisation finds what it finds under an id of nothing', () =>
  withHub(async (hub) => {
    const { organisationId, groupId, agreementId } = await agree(hub)
    // In the same group: what a fellow member signed is none of its business.
    const peer = hub.as({ contactOf: await hub.seed.organisation({ groupIds: [groupId] }) })
    const foreign = await peer.get(`/api/agreements/${agreementId}`)
    const absent = await peer.get(`/api/agreements/${randomUUID()}`)
    expect([foreign.status, foreign.body]).toEqual([404, absent.body])
    const reader = await hub.as({ readerOf: organisationId }).get(`/api/agreements/${agreementId}`)
    expect([reader.status, reader.body.code]).toEqual([403, 'role-required'])
    expect((await hub.as('analyst').get(`/api/agreements/${agreementId}`)).status).toBe(200)
  }))

test('of what was signed on paper there is no text, and it says so', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation({ groupIds: [await hub.seed.group()] })
    const agreementId = await agreementIdOf(hub, organisationId)
    const { body } = await hub
      .as({ contactOf: organisationId })
      .get(`/api/agreements/${agreementId}`)
    expect([body.signedOn, body.signed]).toEqual(['2020-04-01', undefined])
  }))
