import type { HubApp } from '../http/build-app.ts'

export interface HubAnswer {
  readonly status: number
  /** Parsed JSON, or the text of anything else; absent when there is none. */
  readonly body: ReturnType<typeof JSON.parse>
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** Calls the real handler without a port, as a browser of the same origin or as a machine would. */
export interface HubClient {
  head(path: string, headers?: Record<string, string>): Promise<HubAnswer>
  get(path: string, headers?: Record<string, string>): Promise<HubAnswer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<HubAnswer>
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<HubAnswer>
  delete(path: string, headers?: Record<string, string>): Promise<HubAnswer>
}

/** A client that sends these headers, worked out once before its first request. */
export function openHubClient(
  app: HubApp,
  baseUrl: string,
  identify: () => Promise<Record<string, string>>,
): HubClient {
  let identity: Promise<Record<string, string>> | undefined
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HubAnswer> => {
    identity ??= identify()
    const isBytes = body instanceof Uint8Array || body instanceof ReadableStream
    const request = new Request(new URL(path, baseUrl), {
      method,
      headers: {
        ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
        ...(await identity),
        ...headers,
      },
      ...(body === undefined ? {} : { body: toBody(body), duplex: 'half' }),
    })
    return toAnswer(await app.fetch(request, {}))
  }
  return {
    head: (path, headers) => call('HEAD', path, undefined, headers),
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body, headers) => call('PUT', path, body, headers),
    delete: (path, headers) => call('DELETE', path, undefined, headers),
  }
}

/** Bytes as they are, a stream as it comes, anything else as JSON. */
function toBody(body: unknown): ReadableStream | Buffer<ArrayBuffer> | string {
  if (body instanceof ReadableStream) return body
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body)
}

async function toAnswer(response: Response): Promise<HubAnswer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const type = response.headers.get('content-type') ?? ''
  // Lines of JSON (x-ndjson) are a text of many documents.
  const isJson = type.includes('json') && !type.includes('ndjson') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    body: isJson ? JSON.parse(text) : text === '' ? undefined : text,
  }
}
