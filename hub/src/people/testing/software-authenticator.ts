import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A passkey device in software, written from WebAuthn Level 3 §6.1 and RFC 9053 so that it shares no code with the hub. */
export interface SoftwareAuthenticator {
  readonly credentialId: string
  register(challenge: string, overrides?: AnswerOverrides): Record<string, unknown> & { id: string }
  answer(challenge: string, overrides?: AnswerOverrides): Record<string, unknown> & { id: string }
}

export interface AnswerOverrides {
  readonly origin?: string
  readonly rpId?: string
  readonly userVerified?: boolean
  readonly counter?: number
  /** Answered within a frame of another site. */
  readonly crossOrigin?: boolean
}

const ORIGIN = 'http://localhost:8080'
const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED = 0x40

export function createSoftwareAuthenticator(): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const credentialId = id.toString('base64url')
  let counter = 0

  const clientData = (
    type: string,
    challenge: string,
    { origin = ORIGIN, crossOrigin = false }: AnswerOverrides,
  ) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }))
  const authenticatorData = (
    { rpId = 'localhost', userVerified = true, ...given }: AnswerOverrides,
    attested: Buffer = Buffer.alloc(0),
  ) => {
    counter = given.counter ?? counter + 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags =
      USER_PRESENT | (userVerified ? USER_VERIFIED : 0) | (attested.length > 0 ? ATTESTED : 0)
    const hash = createHash('sha256').update(rpId).digest()
    return Buffer.concat([hash, Buffer.from([flags]), count, attested])
  }
  const toCredential = (response: Record<string, string | string[]>) => ({
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    credentialId,
    register(challenge, overrides = {}) {
      const coseKey = encodeCoseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'))
      const length = Buffer.from([0, id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey])
      const authData = authenticatorData(overrides, attested)
      return toCredential({
        clientDataJSON: clientData('webauthn.create', challenge, overrides).toString('base64url'),
        attestationObject: encodeAttestation(authData).toString('base64url'),
        transports: ['internal'],
      })
    },
    answer(challenge, overrides = {}) {
      const data = clientData('webauthn.get', challenge, overrides)
      const authData = authenticatorData(overrides)
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()])
      return toCredential({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      })
    },
  }
}

/** EC2 key on P-256 for ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR (RFC 9053 §7.1). */
function encodeCoseKey(x: Buffer, y: Buffer): Buffer {
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32])
  return Buffer.concat([head, x, Buffer.from([0x22, 0x58, 32]), y])
}

/** {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR. */
function encodeAttestation(authData: Buffer): Buffer {
  const text = (value: string) =>
    Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
  const head = [
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
  ]
  return Buffer.concat([...head, text('authData'), Buffer.from([0x58, authData.length]), authData])
}
