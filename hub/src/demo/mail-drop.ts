import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

/** The demonstration's mail relay: takes the hub's notices on loopback and keeps each as a file. */
export interface MailDrop {
  readonly url: string
  readonly folder: string
  count(): number
  stop(): Promise<void>
}

const NOTICE_BYTES_MAX = 1_000_000

export async function startMailDrop(folder: string): Promise<MailDrop> {
  mkdirSync(folder, { recursive: true })
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: NOTICE_BYTES_MAX,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        count += 1
        const name = `${String(count).padStart(4, '0')}.eml`
        writeFileSync(join(folder, name), Buffer.concat(chunks))
        done()
      })
    },
  })
  server.on('error', () => {})
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    count: () => count,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
