import type { BulletinContent, Tlp } from 'engine'
import { describe, expect, test } from 'vitest'
import { toObservableId } from './observable-id.ts'
import type { StixObject } from './stix-object.ts'
import { toStixBundle, type StixRelease } from './to-stix-bundle.ts'
import { CONTENT, toReleasable } from '../testing/bulletin.ts'

const uuidAt = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function releaseOf(more: Partial<StixRelease> = {}): StixRelease {
  let count = 100
  return {
    bulletinId: uuidAt(1),
    version: 1,
    firstPublishedOn: '2026-10-15',
    publishedOn: '2026-10-15',
    hub: { id: uuidAt(2), name: 'サイバー情報共有ハブ', createdOn: '2026-04-01' },
    ids: {},
    newId: () => uuidAt(count++),
    ...more,
  }
}

const bulletin = toReleasable(CONTENT)
const { bundle, ids } = toStixBundle(bulletin, releaseOf())
const ofType = (objects: readonly StixObject[], type: string) =>
  objects.filter((object) => object.type === type)

/** Required properties by type (STIX 2.1: §4.7, §4.10, §4.16, §5.1, §6, §7.1, §7.2.1, §7.3) beside the common ones. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ['created', 'modified', 'name'],
  report: ['created', 'modified', 'name', 'published', 'object_refs'],
  indicator: ['created', 'modified', 'pattern', 'pattern_type', 'valid_from'],
  relationship: ['created', 'modified', 'relationship_type', 'source_ref', 'target_ref'],
  'language-content': ['created', 'modified', 'object_ref', 'contents'],
  'marking-definition': ['created', 'extensions'],
  'extension-definition': [
    'created',
    'modified',
    'created_by_ref',
    'name',
    'schema',
    'version',
    'extension_types',
  ],
  'email-addr': ['value'],
  'domain-name': ['value'],
  url: ['value'],
  'ipv4-addr': ['value'],
  'ipv6-addr': ['value'],
  file: ['hashes'],
}

const COMMON = [
  'type',
  'spec_version',
  'id',
  'created_by_ref',
  'created',
  'modified',
  'revoked',
  'object_marking_refs',
]
/** Everything that may go out, by type (T36). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  identity: ['name', 'identity_class'],
  report: [
    'lang',
    'name',
    'description',
    'report_types',
    'published',
    'object_refs',
    'external_references',
  ],
  indicator: [
    'name',
    'description',
    'indicator_types',
    'pattern',
    'pattern_type',
    'pattern_version',
    'valid_from',
    'external_references',
  ],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
  'language-content': ['object_ref', 'object_modified', 'contents'],
  'marking-definition': ['name', 'extensions'],
  'extension-definition': ['name', 'description', 'schema', 'version', 'extension_types'],
  'email-addr': ['value'],
  'domain-name': ['value'],
  url: ['value'],
  'ipv4-addr': ['value'],
  'ipv6-addr': ['value'],
  file: ['hashes'],
}

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u
const ID =
  /^[a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u
const OBSERVABLES = new Set(['email-addr', 'domain-name', 'url', 'ipv4-addr', 'ipv6-addr', 'file'])

describe('every object keeps the rules of STIX 2.1', () => {
  test.each(bundle.objects.map((object) => [object.id, object] as const))('%s', (_id, object) => {
    expect(object['spec_version']).toBe('2.1')
    for (const name of REQUIRED[object.type] ?? ['unknown type'])
      expect(object).toHaveProperty([name])
    for (const name of ['created', 'modified', 'published', 'valid_from', 'object_modified']) {
      if (name in object) expect(object[name]).toMatch(TIMESTAMP)
    }
    expect(object.id.startsWith(`${object.type}--`)).toBe(true)
    // §2.9: observables have deterministic ids, everything else random ones (T39).
    expect(ID.exec(object.id)?.[1]).toBe(OBSERVABLES.has(object.type) ? '5' : '4')
    const allowed = [...COMMON, ...(ALLOWED[object.type] ?? [])]
    expect(Object.keys(object).filter((name) => !allowed.includes(name))).toEqual([])
  })

  test('every reference leads to an object of the bundle', () => {
    const known = new Set(bundle.objects.map(({ id }) => id))
    const refs = bundle.objects
      .filter(({ type }) => type !== 'extension-definition')
      .flatMap((object) =>
        Object.entries(object)
          .filter(([name]) => /_refs?$/u.test(name))
          .flatMap(([, value]) => (Array.isArray(value) ? value : [value]) as string[]),
      )
    expect(refs.filter((ref) => !known.has(ref))).toEqual([])
    expect(new Set(bundle.objects.map(({ id }) => id)).size).toBe(bundle.objects.length)
  })

  test('T13 T41: no moment is finer than a day', () => {
    const moments = JSON.stringify(bundle).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu) ?? []
    expect([...new Set(moments)].every((moment) => moment.endsWith('T00:00:00.000Z'))).toBe(true)
  })

  test('T38: the hub creates everything', () => {
    const creators = bundle.objects.flatMap((object) => object['created_by_ref'] ?? [])
    expect(new Set(creators)).toEqual(
      new Set([`identity--${uuidAt(2)}`, 'identity--b3bca3c2-1f3d-4b54-b44f-dac42c3a8f01']),
    )
  })
})

describe('TLP 2.0 markings are the published objects', () => {
  test.each([
    ['CLEAR', 'clear', '94868c89-83c2-464b-929b-a1a8aa3c8487'],
    ['GREEN', 'green', 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
    ['AMBER', 'amber', '55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    ['AMBER+STRICT', 'amber+strict', '939a9414-2ddd-4d32-a0cd-375ea402b003'],
    ['RED', 'red', 'e828b379-4e03-4974-9ac4-e53a884c97c1'],
  ] as const)('TLP:%s', (tlp: Tlp, value, uuid) => {
    const { objects } = toStixBundle(toReleasable({ ...CONTENT, tlp }), releaseOf()).bundle
    expect(ofType(objects, 'marking-definition')).toEqual([
      {
        type: 'marking-definition',
        spec_version: '2.1',
        id: `marking-definition--${uuid}`,
        created: '2022-10-01T00:00:00.000Z',
        name: `TLP:${tlp}`,
        extensions: {
          'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': {
            extension_type: 'property-extension',
            tlp_2_0: value,
          },
        },
      },
    ])
  })
})

// Values computed by OASIS' own Python library.
test.each([
  ['email-addr', 'a@b.example', '20f95e88-019c-5ac7-a027-aba10fdcb3ca'],
  ['url', 'http://a.example/x', '39a948d4-0b09-5f49-8b2a-392d7c17e294'],
])('the id of %s %s is the one everybody computes', (type, value, uuid) => {
  expect(toObservableId(type, { value })).toBe(`${type}--${uuid}`)
})

test('a pattern escapes what the attacker wrote', () => {
  const patterns = ofType(bundle.objects, 'indicator').map((object) => object['pattern'])
  expect(patterns).toEqual([
    "[domain-name:value = 'relay-drop.test']",
    "[email-addr:value MATCHES '^.+@mailbox\\\\-desk\\\\.test$']",
    "[ipv4-addr:value = '192.0.2.44']",
    "[ipv6-addr:value = '2001:db8::44']",
    `[file:hashes.'SHA-256' = '${'ab'.repeat(32)}']`,
    "[email-message:subject = 'It\\'s \\\\ urgent']",
    "[url:value MATCHES '^https:\\\\/\\\\/pay\\\\-desk\\\\.test\\\\/inv\\\\?e=.+$']",
    "[url:value = 'https://pay-desk.test/a?b=\\'c']",
    "[ipv4-addr:value = '198.51.100.77']",
  ])
})

test('a correction keeps the ids and counts on; a withdrawal revokes', () => {
  const second = toStixBundle(bulletin, releaseOf({ ids, version: 2, isWithdrawn: true }))
  const idsOf = (objects: readonly StixObject[]) => objects.map(({ id }) => id)
  expect(idsOf(second.bundle.objects)).toEqual(idsOf(bundle.objects))
  expect(second.bundle.id).not.toBe(bundle.id)
  for (const type of ['report', 'indicator', 'relationship', 'language-content']) {
    const before = ofType(bundle.objects, type)
    for (const [index, object] of ofType(second.bundle.objects, type).entries()) {
      expect(object['revoked']).toBe(true)
      expect(String(object['modified']) > String(before[index]?.['modified'])).toBe(true)
      expect(object['created']).toBe(before[index]?.['created'])
    }
  }
})

test('T40: two releases share no id but those of the hub, the marking and the values', () => {
  let count = 500
  const other = toStixBundle(
    bulletin,
    releaseOf({ bulletinId: uuidAt(9), newId: () => uuidAt(count++) }),
  )
  const common = new Set(bundle.objects.map(({ id }) => id))
  const shared = other.bundle.objects.filter(({ id }) => common.has(id)).map(({ type }) => type)
  expect(new Set(shared)).toEqual(
    new Set(
      ['identity', 'extension-definition', 'marking-definition', ...OBSERVABLES].filter(
        (type) => type !== 'email-addr',
      ),
    ),
  )
})

test('techniques are named as references to ATT&CK', () => {
  expect(ofType(bundle.objects, 'report')[0]?.['external_references']).toEqual([
    {
      source_name: 'mitre-attack',
      url: 'https://attack.mitre.org/techniques/T1566/002/',
      external_id: 'T1566.002',
    },
    {
      source_name: 'mitre-attack',
      url: 'https://attack.mitre.org/techniques/T1583/001/',
      external_id: 'T1583.001',
    },
    {
      source_name: 'mitre-attack',
      url: 'https://attack.mitre.org/techniques/T1595/002/',
      external_id: 'T1595.002',
    },
  ])
})

test('the source of an access log says from which day it holds and by which technique', () => {
  const [source] = ofType(bundle.objects, 'indicator').filter(
    ({ name }) => name === '198.51.100.77',
  )
  expect(source).toMatchObject({
    description: 'web-log, 2026-10-01/2026-10-10',
    valid_from: '2026-10-01T00:00:00.000Z',
    external_references: [{ external_id: 'T1595.002' }],
  })
})

test('a bulletin without indicators is still a report', () => {
  const bare = toStixBundle(
    toReleasable({ ...CONTENT, indicators: [], techniques: [] }),
    releaseOf(),
  )
  expect(ofType(bare.bundle.objects, 'report')[0]?.['object_refs']).toEqual([
    `identity--${uuidAt(2)}`,
  ])
})

test('unknown properties of the content do not come along', () => {
  const content = { ...CONTENT, x_case: 'C-2026-0147', created_by: 'kitahama' } as BulletinContent
  const text = JSON.stringify(toStixBundle(toReleasable(content), releaseOf()).bundle)
  expect(text).not.toContain('C-2026-0147')
  expect(text).not.toContain('kitahama')
})

test('the bundle as a whole', async () => {
  await expect(`${JSON.stringify(bundle, undefined, 2)}\n`).toMatchFileSnapshot(
    'golden/bulletin.stix.txt',
  )
})
