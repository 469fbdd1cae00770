import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { HubContext } from './hub-env.ts'
import { renderWebPolicy } from './web-policy.ts'

interface WebFile {
  readonly type: string
  readonly bytes: Buffer
  readonly gzipped: Buffer | undefined
  readonly etag: string
  /** The bundler put a hash of the content into the name, so the content under it never changes. */
  readonly isHashed: boolean
}

/** The built web interface by address, read once: no request of anybody's ever becomes a file path. */
export type WebFiles = ReadonlyMap<string, WebFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/

/** Reads the built web interface; empty when it has not been built. */
export function loadWebFiles(folder: string): WebFiles {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((path) => [toAddress(folder, path), loadWebFile(path)]))
}

function toAddress(folder: string, path: string): string {
  return `/${relative(folder, path).split(sep).join('/')}`
}

function loadWebFile(path: string): WebFile {
  const bytes = readFileSync(path)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  return {
    type,
    bytes,
    gzipped: COMPRESSIBLE.test(type) ? gzipSync(bytes) : undefined,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isHashed: /-[\w-]{8}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`),
  }
}

/** The file at this address. An address of a page inside the interface gives the interface itself. */
export function findWebAnswer(c: HubContext, files: WebFiles): Response | undefined {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return undefined
  const { path } = c.req
  if (/^\/(api|taxii2)(\/|$)/.test(path)) return undefined
  const file = files.get(path) ?? (extname(path) === '' ? files.get('/index.html') : undefined)
  if (file === undefined) return undefined
  return file.type.startsWith('text/html') ? sendPage(c, file) : sendFile(c, file)
}

/** What the bundler writes wherever the nonce of an answer belongs (web/vite.config.ts). */
const NONCE_PLACE = 'NONCE-OF-THIS-ANSWER'

/** The interface itself, with a nonce nobody has seen before. Kept by no cache: it belongs to one policy. */
function sendPage(c: HubContext, { type, bytes }: WebFile): Response {
  const nonce = randomBytes(18).toString('base64')
  c.header('content-security-policy', renderWebPolicy(nonce))
  c.header('content-type', type)
  return c.body(bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce))
}

function sendFile(c: HubContext, { type, bytes, gzipped, etag, isHashed }: WebFile): Response {
  c.header('content-security-policy', renderWebPolicy())
  // Nothing in these files is anybody's, so they may be kept.
  c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('etag', etag)
  c.header('vary', 'accept-encoding')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('content-type', type)
  if (gzipped !== undefined && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
    c.header('content-encoding', 'gzip')
    return c.body(new Uint8Array(gzipped))
  }
  return c.body(new Uint8Array(bytes))
}
