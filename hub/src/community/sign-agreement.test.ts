import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'

const TEXT = { kind: 'nda', version: '2026-1', ja: '秘密を守る。', en: 'Keep the secret.' }
const NOBODYS = '00000000-0000-4000-8000-000000000000'

/** An organisation that was taken into a group without anything signed on paper, and the text to sign. */
async function takeIn(hub: TestHub) {
  const admin = hub.as('admin')
  const groupId = await hub.seed.group()
  const organisationId = await hub.seed.organisation()
  const joined = { organisationId, joinedOn: '2026-10-01' }
  expect((await admin.post(`/api/groups/${groupId}/memberships`, joined)).status).toBe(200)
  const { textId, hash } = (await admin.post('/api/agreement-texts', TEXT)).body
  const contact = hub.as({ contactOf: organisationId })
  const sign = (over = {}) =>
    contact.post(`/api/my/agreements/${groupId}/sign`, {
      ...{ textId, textHash: hash, signer: '部長 鳴海' },
      ...over,
    })
  // In a new session each time: the last test lets a day pass.
  const groups = async () =>
    (await hub.as({ contactOf: organisationId }).get('/api/community/structure')).body.groups.length
  const standing = async () => (await contact.get('/api/my/agreements')).body.rows[0]
  return { admin, contact, groupId, organisationId, textId, hash, sign, groups, standing }
}

test('a signature opens the group once the hub has accepted it, and not before', () =>
  withHub(async (hub) => {
    const { admin, sign, groups, standing, organisationId } = await takeIn(hub)
    expect(await groups()).toBe(0)
    expect((await sign()).status).toBe(200)
    expect([await groups(), (await standing()).inForce]).toEqual([0, undefined])

    const { rows } = (await admin.get('/api/agreements')).body
    const path = `/api/agreement-signatures/${rows[0].waiting.signatureId}/accept`
    for (const endsOn of ['1999-01-01', '2026-10-14']) {
      expect((await admin.post(path, { endsOn })).body.places).toEqual([
        { path: 'endsOn', say: 'before-signature' },
      ])
    }
    expect((await admin.post(path, { endsOn: '2027-04-01' })).status).toBe(200)
    expect([await groups(), (await standing()).inForce]).toEqual([1, '2026-1'])
    expect((await standing()).endsOn).toBe('2027-04-01')
    expect((await admin.post(path, {})).status).toBe(404)
    const log = await hub.auditOf(`organisation:${organisationId}`)
    expect(log).toEqual(['membership-joined', 'agreement-signed', 'agreement-accepted'])
  }))

test('the hash is over kind, version and both languages', () =>
  withHub(async (hub) => {
    const { hash } = await takeIn(hub)
    const form = '["nda","2026-1","秘密を守る。","Keep the secret."]'
    expect(hash).toBe(createHash('sha256').update(form, 'utf8').digest('hex'))
  }))

test('what was read is what is signed: not another text, nor one that a newer has replaced', () =>
  withHub(async (hub) => {
    const { admin, sign } = await takeIn(hub)
    expect((await sign({ textHash: 'f'.repeat(64) })).body.code).toBe('already-changed')
    expect((await sign({ textId: NOBODYS })).body.code).toBe('already-changed')
    hub.clock.advance(1000)
    await admin.post('/api/agreement-texts', { ...TEXT, version: '2026-2', en: 'Keep both.' })
    expect((await sign()).body.code).toBe('already-changed')
  }))

test('a text is signed once, by a contact, for a group of the own organisation', () =>
  withHub(async (hub) => {
    const { sign, groupId, textId, hash, organisationId, admin } = await takeIn(hub)
    const order = { textId, textHash: hash, signer: 'X' }
    const stranger = hub.as({ contactOf: await hub.seed.organisation() })
    expect((await stranger.post(`/api/my/agreements/${groupId}/sign`, order)).status).toBe(404)
    const reader = hub.as({ readerOf: organisationId })
    expect((await reader.post(`/api/my/agreements/${groupId}/sign`, order)).status).toBe(403)
    expect((await sign()).status).toBe(200)
    expect((await sign()).body.code).toBe('conflict')
    const again = await admin.post('/api/agreement-texts', TEXT)
    expect(again.body.code).toBe('conflict')
  }))

test('an agreement that ends closes the group on its day', () =>
  withHub(async (hub) => {
    const { admin, sign, groups, groupId, organisationId } = await takeIn(hub)
    expect((await sign()).status).toBe(200)
    const { rows } = (await admin.get('/api/agreements')).body
    await admin.post(`/api/agreement-signatures/${rows[0].waiting.signatureId}/accept`, {})
    const end = (endsOn: string) =>
      hub
        .as('admin')
        .post(`/api/organisations/${organisationId}/end-agreement`, { groupId, endsOn })
    await end('2026-10-16')
    expect(await groups()).toBe(1)
    hub.clock.advance(24 * 3_600_000)
    expect(await groups()).toBe(0)
    expect((await end('2026-10-17')).status).toBe(404)
  }))
