import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/** A person or machine at the hub's front door: plain HTTP with a cookie or a token, nothing else. */
export interface HubClient {
  get<T>(path: string): Promise<T>
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T>
  upload<T>(path: string, bytes: Uint8Array, idempotencyKey: string): Promise<T>
}

/** Signs in by a one-time link and keeps the session cookie. */
export async function signInByLink(baseUrl: string, token: string): Promise<HubClient> {
  const answer = await fetch(`${baseUrl}/api/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) throw await toError(answer)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await answer.arrayBuffer()
  return openClient(baseUrl, { cookie })
}

/** Acts with an API token, as a member's machine does. */
export function useToken(baseUrl: string, token: string): HubClient {
  return openClient(baseUrl, { authorization: `Bearer ${token}` })
}

function openClient(baseUrl: string, credential: Record<string, string>): HubClient {
  const call = async <T>(path: string, init: RequestInit): Promise<T> => {
    const headers = { ...credential, origin: baseUrl, ...(init.headers as Record<string, string>) }
    const answer = await fetch(`${baseUrl}${path}`, { ...init, headers })
    if (!answer.ok) throw await toError(answer)
    return (await answer.json()) as T
  }
  return {
    get: (path) => call(path, { headers: {} }),
    send: (method, path, body) =>
      call(path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload: (path, bytes, idempotencyKey) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', 'idempotency-key': idempotencyKey },
        body: bytes as Uint8Array<ArrayBuffer>,
      }),
  }
}

async function toError(answer: Response): Promise<Error> {
  const text = await answer.text()
  return new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 500)}`)
}

/** One mail of the story with its dates moved so that the story ends yesterday. */
export async function readStoryMail(path: string, shiftMs: number): Promise<StoryMail> {
  const bytes = await readFile(path)
  return { fileName: basename(path), bytes: shiftDates(bytes, shiftMs) }
}

export interface StoryMail {
  readonly fileName: string
  readonly bytes: Uint8Array
}

const RFC_5322_DATE =
  /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}/g

/** Moves every RFC 5322 date in the bytes by this many milliseconds, keeping each one's time zone. */
export function shiftDates(bytes: Uint8Array, shiftMs: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const shifted = text.replace(RFC_5322_DATE, (date) => {
    const zone = date.slice(-5)
    const zoneMs =
      (zone.startsWith('-') ? -1 : 1) *
      (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) *
      60_000
    const local = new Date(Date.parse(date) + shiftMs + zoneMs).toUTCString()
    return local.replace('GMT', zone)
  })
  return Buffer.from(shifted, 'latin1')
}
