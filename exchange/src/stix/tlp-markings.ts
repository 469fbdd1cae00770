import type { Tlp } from 'engine'

/** OASIS' own object for the TLP 2.0 extension; emitted as published, never as a version of ours. */
export const TLP_EXTENSION = {
  id: 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d',
  type: 'extension-definition',
  spec_version: '2.1',
  name: 'TLP 2.0',
  description: 'This defines TLP 2.0 as a STIX extension',
  created: '2022-10-01T00:00:00.000Z',
  modified: '2022-10-01T00:00:00.000Z',
  created_by_ref: 'identity--b3bca3c2-1f3d-4b54-b44f-dac42c3a8f01',
  schema:
    'https://github.com/oasis-open/cti-stix-common-objects/tree/master/extension-definition-specifications/tlp-2.0',
  version: '1.0.0',
  extension_types: ['property-extension'],
} as const

const marking = (uuid: string, label: Tlp) => ({
  type: 'marking-definition' as const,
  spec_version: '2.1' as const,
  id: `marking-definition--${uuid}`,
  created: '2022-10-01T00:00:00.000Z',
  name: `TLP:${label}`,
  extensions: {
    [TLP_EXTENSION.id]: { extension_type: 'property-extension', tlp_2_0: label.toLowerCase() },
  },
})

/** The five marking definitions; id and version are the same everywhere. */
export const TLP_MARKINGS = {
  RED: marking('e828b379-4e03-4974-9ac4-e53a884c97c1', 'RED'),
  'AMBER+STRICT': marking('939a9414-2ddd-4d32-a0cd-375ea402b003', 'AMBER+STRICT'),
  AMBER: marking('55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'AMBER'),
  GREEN: marking('bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'GREEN'),
  CLEAR: marking('94868c89-83c2-464b-929b-a1a8aa3c8487', 'CLEAR'),
} as const satisfies Record<Tlp, unknown>
