import { createHash, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  STORY_TRACES,
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
    // What a reader takes away has the hash that the certificate names.
    const peer = hub.as({ contactOf: story.peer })
    const [{ releaseId }] = expectOk(await peer.get('/api/inbox')).rows
    const { bytes } = await peer.get(`/api/inbox/${releaseId}/stix`)
    expect(said.forms).toContainEqual({
      format: 'stix',
      sizeBytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })

    // The provider is handed the same; nobody else is, not even its neighbour.
    const [{ approvalId }] = expectOk(await story.contact.get('/api/approvals')).rows
    const own = await story.contact.get(`/api/approvals/${approvalId}/certificate`)
    expect(expectOk(own)).toEqual({ certificate })
    expect((await peer.get(`/api/approvals/${approvalId}/certificate`)).status).toBe(404)
    expect((await peer.get(path)).status).toBe(403)
    for (const trace of STORY_TRACES) expect(certificate.statement).not.toContain(trace)
  }))
