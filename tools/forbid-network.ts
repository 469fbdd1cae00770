import dns from 'node:dns'
import net from 'node:net'

// Run before every test file: a test that reaches beyond this machine fails on the spot,
// instead of passing here and failing where there is no network. Files that share a process share what stands guard.

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

function assertLoopback(host: string): void {
  if (!LOOPBACK.test(host))
    throw new Error(`A test tried to reach ${host}. Tests run without a network.`)
}

const GUARDED = Symbol.for('noroshi.network-forbidden')
const connect = net.Socket.prototype.connect

function guarded(this: net.Socket, ...given: unknown[]): net.Socket {
  // Node's own callers pass one normalised array; others a path, a port and host, or an options object.
  const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given
  if (typeof first === 'number') assertLoopback(typeof second === 'string' ? second : 'localhost')
  if (typeof first === 'object' && first !== null && !('path' in first && first.path)) {
    assertLoopback('host' in first && typeof first.host === 'string' ? first.host : 'localhost')
  }
  return Reflect.apply(connect, this, given) as net.Socket
}

if (!(GUARDED in connect)) {
  const guard = Object.assign(guarded, { [GUARDED]: true })
  net.Socket.prototype.connect = guard as typeof connect
}

for (const name of ['resolve', 'resolve4', 'resolve6', 'resolveTxt', 'resolveMx'] as const) {
  const refuse = (host: string) => assertLoopback(host)
  Object.assign(dns, { [name]: refuse })
  Object.assign(dns.promises, { [name]: async (host: string) => refuse(host) })
}
