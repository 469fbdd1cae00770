import { type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { DEFAULT_HEADERS, FIXED_HEADERS, transportHeaders } from './header-contract.ts'

/** Answers of Node's parser that are not "bad request" (node:http, Event 'clientError'). */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Some requests never reach the router: what is no HTTP, what names no host, what comes too slowly, what expects
 * something odd. Their answers keep the header contract too, and say no more than the status.
 */
export function answerBelowRouter(server: Server, baseUrl: string): void {
  const contract = Object.entries({
    ...FIXED_HEADERS,
    ...DEFAULT_HEADERS,
    ...transportHeaders(baseUrl),
  })
  // Before the router's own listener: what the router sets afterwards replaces these.
  server.prependListener('request', (_, response: ServerResponse) => {
    for (const [name, value] of contract) response.setHeader(name, value)
  })
  server.on('checkExpectation', (_, response: ServerResponse) => {
    for (const [name, value] of contract) response.setHeader(name, value)
    response.writeHead(417, { connection: 'close' }).end()
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
      socket.destroy(error)
      return
    }
    socket.end(renderHead(STATUS_OF[error.code ?? ''] ?? 400, contract))
  })
}

/** Whether an answer is on its way already: a second head in its middle would be read as part of it. */
function isAnswering(socket: Duplex): boolean {
  const { _httpMessage: answer } = socket as { _httpMessage?: { headersSent?: boolean } }
  return answer?.headersSent === true
}

function renderHead(status: number, contract: readonly (readonly [string, string])[]): string {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...contract.map(([name, value]) => `${name}: ${value}`),
    'content-length: 0',
    'connection: close',
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}
