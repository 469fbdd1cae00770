import { SMTPServer } from 'smtp-server'

/** A relay that keeps what it is given, and refuses the first mails when asked to. */
export async function withRelay(
  refuse: number,
  work: (url: string, mails: string[]) => Promise<void>,
): Promise<void> {
  const mails: string[] = []
  let left = refuse
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (left-- > 0) return done(Object.assign(new Error('later'), { responseCode: 451 }))
        mails.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  try {
    await work(`smtp://127.0.0.1:${port}`, mails)
  } finally {
    await new Promise<void>((resolve) => server.close(resolve))
  }
}
