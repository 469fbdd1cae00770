import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encryption with the hub's master key. Each purpose has its own key, so that one use cannot open another's. */
export interface Secrets {
  /** Encrypts a small secret, bound to the place it belongs to; it cannot be moved to another row. */
  seal(purpose: string, place: string, plain: Uint8Array): Buffer
  /** Reverses `seal`; throws when anything was changed. */
  open(purpose: string, place: string, sealed: Uint8Array): Buffer
  /** Keyed hash: the same value is recognised again, but nobody without the key can try values out. */
  fingerprint(purpose: string, value: string): string
  /** The hub's Ed25519 signature (RFC 8032). Say in the text what it is for: one key signs everything. */
  sign(text: string): Buffer
  /** Public half of the key that `sign` uses, PEM of SubjectPublicKeyInfo (RFC 8410). */
  readonly publicKey: string
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 §7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Builds the secrets from a master key of 32 bytes. */
export function openSecrets(masterKey: Uint8Array): Secrets {
  if (masterKey.byteLength !== KEY_BYTES) throw new Error('The master key must have 32 bytes.')
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `noroshi ${purpose}`, KEY_BYTES))
  const signingKey = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, keyFor('signatures')]),
    format: 'der',
    type: 'pkcs8',
  })

  return {
    seal(purpose, place, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(
        Buffer.from(place),
      )
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open(purpose, place, sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv(
        'aes-256-gcm',
        keyFor(purpose),
        bytes.subarray(0, NONCE_BYTES),
        { authTagLength: TAG_BYTES },
      )
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)),
        decipher.final(),
      ])
    },
    fingerprint: (purpose, value) =>
      createHmac('sha256', keyFor(`fingerprint ${purpose}`))
        .update(value)
        .digest('hex'),
    sign: (text) => sign(null, Buffer.from(text), signingKey),
    publicKey: createPublicKey(signingKey).export({ format: 'pem', type: 'spki' }).toString(),
  }
}
