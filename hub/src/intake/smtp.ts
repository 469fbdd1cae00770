import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Hub } from '../hub.ts'
import { toNetwork } from '../http/index.ts'
import { writeLog } from '../log.ts'
import { nameOf } from '../log-error.ts'
import { Refusal, type RefusalCode } from '../refusals.ts'
import { intakeLimits as limits } from './limits.ts'
import { takeForward } from './take-forward.ts'

export interface SmtpListener {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Listens for mail that members forward to `report@` the hub's domain. A message is acknowledged only when it is
 * as durable as an upload. It ends at CRLF . CRLF and nowhere else: a server that also stops at a lone line
 * feed lets one mail smuggle in a second one in somebody else's name (CVE-2023-51764).
 */
export async function startSmtp(
  hub: Hub,
  { address, port }: { readonly address: string; readonly port: number },
): Promise<SmtpListener> {
  const mailbox = `report@${hub.config.mailDomain}`.toLowerCase()
  const perAddress = new Map<string, number>()
  const server = new SMTPServer({
    name: hub.config.mailDomain,
    banner: 'Noroshi',
    // Without a certificate of its own the hub offers neither; a gateway before it speaks TLS to the world.
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: limits.fileBytesMax,
    maxClients: limits.smtpConnectionsMax,
    socketTimeout: limits.smtpSilenceMs,
    closeTimeout: 5_000,
    // A look-up per connection would leave the house and let a stranger's name server make us wait.
    disableReverseLookup: true,
    logger: false,
    onConnect: ({ remoteAddress }, done) => {
      const open = (perAddress.get(remoteAddress) ?? 0) + 1
      perAddress.set(remoteAddress, open)
      done(open > limits.smtpConnectionsPerAddressMax ? answer(421, 'Too many connections.') : null)
    },
    onClose: ({ remoteAddress }) => {
      const open = (perAddress.get(remoteAddress) ?? 1) - 1
      if (open > 0) perAddress.set(remoteAddress, open)
      else perAddress.delete(remoteAddress)
    },
    onMailFrom: ({ address: sender }, _session, done) => {
      done(sender === '' ? answer(550, 'Automatic messages are not taken in.') : null)
    },
    onRcptTo: ({ address: recipient }, { envelope }, done) => {
      if (envelope.rcptTo.length >= limits.smtpRecipientsMax) {
        done(answer(452, 'Too many recipients.'))
      } else if (recipient.toLowerCase() !== mailbox) {
        done(answer(550, 'No such mailbox here.'))
      } else done()
    },
    onData: (stream, session, done) => {
      void takeMessage(hub, stream, session).then((said) => done(null, said), done)
    },
  })
  // A broken connection is everyday life and concerns its own session only.
  server.on('error', (error: Error) => writeLog('info', 'smtp-connection', { error: error.name }))
  server.server.on('connection', endSlowConnection)
  await listen(server, address, port)
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A sender that keeps dripping bytes never falls silent; its connection has an end all the same. */
function endSlowConnection(socket: Socket): void {
  const timer = setTimeout(() => socket.destroy(), limits.smtpConnectionMs)
  socket.once('close', () => clearTimeout(timer))
}

function listen(server: SMTPServer, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, address, () => {
      server.server.off('error', reject)
      resolve()
    })
  })
}

/** What is said after the message, or an error with an SMTP code. */
async function takeMessage(
  hub: Hub,
  stream: SMTPServerDataStream,
  { envelope, remoteAddress }: SMTPServerSession,
): Promise<string> {
  // Without a listener a connection that breaks in the middle would end the process.
  stream.on('error', () => {})
  try {
    const receipt = await takeForward(
      hub,
      {
        sender: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
        recipients: envelope.rcptTo.map(({ address }) => address.toLowerCase()),
        network: toSenderNetwork(hub, remoteAddress),
      },
      stream,
    )
    return `OK: received as ${receipt.receipt}`
  } catch (error) {
    discardRest(stream)
    throw toAnswer(error)
  }
}

/** The network whose bound a message counts against; a gateway of the hub's own speaks for many. */
function toSenderNetwork({ config }: Hub, remoteAddress: string): string | undefined {
  const network = toNetwork(remoteAddress)
  return config.smtpGateways.map(toNetwork).includes(network) ? undefined : network
}

/**
 * The rest of a refused message is read and thrown away, so that the sender hears the answer. By hand: a stream
 * whose iterator was left half way does not flow by itself, and strangers with long messages would hold every place
 * until the silence is noticed.
 */
function discardRest(stream: SMTPServerDataStream): void {
  const discard = (): void => {
    while (stream.read() !== null);
  }
  stream.on('readable', discard)
  discard()
}

/** SMTP words for what the hub refuses. Everything else is ours to mend, and the sender tries again later. */
const ANSWERS: Partial<Record<RefusalCode, readonly [code: number, text: string]>> = {
  'sender-unknown': [
    550,
    'Only registered contacts may report by mail. Please send from your registered address.',
  ],
  // Shut out in the middle of the message; a stranger the next time, and answered like one.
  'sign-in-required': [451, 'Not stored because of a temporary problem. Please try again.'],
  'too-large': [552, 'The message is too large. Please upload it on the web.'],
  'file-empty': [554, 'The message is empty.'],
  // Nobody is left to hear this.
  'upload-cut-short': [451, 'The message broke off.'],
  // The same for contacts and strangers: it must not say who is one.
  'mail-full-today': [
    452,
    'No more mail can be taken in today. Please try again later, or upload on the web.',
  ],
  'storage-full': [452, 'No room left at the moment. Please try again later.'],
}

function toAnswer(error: unknown): Error {
  const known = error instanceof Refusal ? ANSWERS[error.code] : undefined
  if (known !== undefined) return answer(...known)
  writeLog('error', 'smtp-message-failed', { error: nameOf(error) })
  return answer(451, 'Not stored because of a temporary problem. Please try again.')
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}
