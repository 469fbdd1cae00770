import { createHash, verify } from 'node:crypto'
import { LEAK_CHECK_VERSION } from 'engine'
import { expect, test } from 'vitest'
import {
  approveAll,
  approvedBulletin,
  expectOk,
  handIn,
  openStoryCase,
  releaseAs,
  STORY_TRACES,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

test('a release is certified: what left, to the byte, and what it was searched for', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const bulletinId = await approvedBulletin(story, await openStoryCase(story))
    const path = `/api/bulletins/${bulletinId}/certificate`
    expect(expectOk(await story.analyst.get(path))).toEqual({})
    const before = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    expectOk(await releaseAs(story.lead, bulletinId))

    const { certificate } = expectOk(await story.analyst.get(path))
    const { key } = expectOk(await story.analyst.get('/api/signing-key'))
    const signature = Buffer.from(certificate.signature, 'base64')
    expect(certificate.key).toBe(key)
    expect(verify(null, Buffer.from(certificate.statement), key, signature)).toBe(true)
    const forged = certificate.statement.replace(/"traceCount":\d+/, '"traceCount":9999')
    expect(verify(null, Buffer.from(forged), key, signature)).toBe(false)

    const said = JSON.parse(certificate.statement)
    expect(said).toMatchObject({ bulletin: before.number, contentHash: before.contentHash })
    expect(said.traceCount).toBeGreaterThan(0)
    expect(said.spellingCount).toBeGreaterThan(said.traceCount)
    expect(said).toMatchObject({ version: 2, checker: LEAK_CHECK_VERSION })
    expect([said.weakConfirmedCount, said.skippedCount]).toEqual([0, 0])
    // What a reader takes away has the hash that the certificate names.
    const peer = hub.as({ contactOf: story.peer })
    const [{ releaseId }] = expectOk(await peer.get('/api/inbox')).rows
    const { bytes } = await peer.get(`/api/inbox/${releaseId}/stix`)
    expect(said.forms).toContainEqual({
      format: 'stix',
      sizeBytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })

    // The provider is handed the same with its own traces counted; nobody else is, not even its neighbour.
    const [{ approvalId }] = expectOk(await story.contact.get('/api/approvals')).rows
    const own = await story.contact.get(`/api/approvals/${approvalId}/certificate`)
    const copy = expectOk(own).certificate
    const { encodedForms: _e, spellingCount: _s, weakConfirmedCount: _w, ...rest } = said
    const { skippedCount: _k, ...same } = rest
    expect(JSON.parse(copy.statement)).toEqual(same)
    const copySignature = Buffer.from(copy.signature, 'base64')
    expect(verify(null, Buffer.from(copy.statement), key, copySignature)).toBe(true)
    expect((await peer.get(`/api/approvals/${approvalId}/certificate`)).status).toBe(404)
    expect((await peer.get(path)).status).toBe(403)
    for (const trace of STORY_TRACES) expect(certificate.statement).not.toContain(trace)
  }))

/** What the story's provider is told of a release, alone in it or with a neighbour that sent the same mail. */
const toldCounts = (isAlone: boolean) =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    await hub.seed.organisation({ groupIds: [story.sig] })
    const caseId = await openStoryCase(story)
    const peer = hub.as({ contactOf: story.peer })
    if (!isAlone) await handIn(story, peer, storyMail())
    const bulletinId = await approvedBulletin(story, caseId)
    if (!isAlone) await approveAll({ ...story, contact: peer })
    expectOk(await releaseAs(story.lead, bulletinId))
    const [{ approvalId }] = expectOk(await story.contact.get('/api/approvals')).rows
    const path = `/api/approvals/${approvalId}`
    const { traceCount } = expectOk(await story.contact.get(path))
    const { certificate } = expectOk(await story.contact.get(`${path}/certificate`))
    const said = JSON.parse(certificate.statement)
    return { traceCount, certified: said.traceCount, counts: Object.keys(said) }
  })

test('no number tells a provider whether there is another, or how much is known of it', async () => {
  const alone = await toldCounts(true)
  expect(alone.certified).toBe(alone.traceCount)
  expect(alone.counts).not.toContain('encodedForms')
  expect(await toldCounts(false)).toEqual(alone)
})
