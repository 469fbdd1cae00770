import { once } from 'node:events'
import { connect } from 'node:net'

/** Writes bytes to a port as they are and resolves with everything that came back before the other side hung up. */
export async function sendRaw(port: number, bytes: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(bytes)
  const giveUp = setTimeout(() => socket.destroy(), 3000)
  if (!socket.closed) await once(socket, 'close')
  clearTimeout(giveUp)
  return answer
}
