import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { answerBelowRouter } from './answer-below-router.ts'
import type { HubApp } from './build-app.ts'
import {
  CONNECTIONS_MAX,
  HEADER_BYTES_MAX,
  HEADERS_TIMEOUT_MS,
  REQUEST_TIMEOUT_MS,
} from './limits.ts'

export interface Listening {
  readonly port: number
  /** Takes no new requests, lets running ones end. */
  stop(): Promise<void>
}

/** Opens the port. Fails when it cannot be had. */
export async function listen(
  app: HubApp,
  { address, port, baseUrl }: { address: string; port: number; baseUrl: string },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
      // A request without one is refused further on, with all our headers.
      requireHostHeader: false,
    },
  }) as Server
  answerBelowRouter(server, baseUrl)
  server.maxConnections = CONNECTIONS_MAX
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
