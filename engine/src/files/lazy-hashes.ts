import { hash } from 'node:crypto'
import { computeTlsh } from './tlsh/compute-tlsh.ts'

/** The names under which a file is known elsewhere, in hexadecimal; each is made when first read. */
export class LazyHashes {
  readonly #bytes: Uint8Array
  #sha256: string | undefined
  #sha1: string | undefined
  #md5: string | undefined
  #tlsh: { readonly value: string | undefined } | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get sha256(): string {
    this.#sha256 ??= hash('sha256', this.#bytes)
    return this.#sha256
  }

  /** SHA-1 and MD5 only to find what others have published; identity here is SHA-256. */
  get sha1(): string {
    this.#sha1 ??= hash('sha1', this.#bytes)
    return this.#sha1
  }

  get md5(): string {
    this.#md5 ??= hash('md5', this.#bytes)
    return this.#md5
  }

  get tlsh(): string | undefined {
    this.#tlsh ??= { value: computeTlsh(this.#bytes) }
    return this.#tlsh.value
  }
}
