import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server of this machine that nobody may ever ask anything: whatever page reaches it has loaded remotely. */
export interface CanaryServer {
  readonly address: string
  /** Paths that were asked for. */
  hits(): readonly string[]
  stop(): Promise<void>
}

export async function startCanaryServer(): Promise<CanaryServer> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
  })
  // A connection opened ahead of a request counts as well.
  server.on('connection', (socket) => hits.push(`connection from ${socket.remotePort}`))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
