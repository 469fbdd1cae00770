import { createTransport } from 'nodemailer'
import type { HubClient, StoryMail } from './hub-client.ts'
import type { Delivery } from './story-facts.ts'

/** The doors of the hub as the story's members know them. */
export interface Doors {
  readonly smtp: { readonly host: string; readonly port: number }
  /** Where members forward mail to. */
  readonly reportAddress: string
  /** The organisation's contact, signed in. */
  clientOf(organisation: string): HubClient
  /** The organisation's machine with its token. */
  machineOf(organisation: string): HubClient
  contactAddressOf(organisation: string): string
}

/** Sends one mail of the story to the hub by the door the story names. */
export async function deliverMail(
  doors: Doors,
  delivery: Delivery,
  mail: StoryMail,
): Promise<void> {
  if (delivery.through === 'smtp-attached') return forward(doors, delivery, attached(mail))
  if (delivery.through === 'smtp-inline') return forward(doors, delivery, inline(mail))

  const query = new URLSearchParams({
    kind: delivery.kind ?? 'suspicious-mail',
    fileName: mail.fileName,
  })
  if (delivery.note !== undefined) query.set('note', delivery.note)
  if (delivery.by === 'hub') query.set('providerKind', 'hub')
  const path = `/api/submissions?${query}`
  const sender =
    delivery.through === 'api' ? doors.machineOf(delivery.by) : doors.clientOf(delivery.by)
  await sender.upload(path, mail.bytes, `story-${delivery.mail}-0001`)
}

interface Forward {
  readonly text: string
  readonly attachments?: readonly { filename: string; content: Buffer; contentType: string }[]
}

function attached(mail: StoryMail): Forward {
  const content = Buffer.from(mail.bytes)
  return {
    text: '不審なメールが届いたため、原本を添付して送ります。',
    attachments: [{ filename: mail.fileName, content, contentType: 'message/rfc822' }],
  }
}

/** Forwards as text below a separator, as people do who do not know better. */
function inline(mail: StoryMail): Forward {
  const source = Buffer.from(mail.bytes).toString('latin1')
  const end = source.indexOf('\r\n\r\n')
  const body = Buffer.from(source.slice(end + 4), 'base64').toString('utf8')
  const field = (name: string) =>
    new RegExp(`^${name}: ([^\r]*(?:\r\n[ \t][^\r]*)*)`, 'm')
      .exec(source)?.[1]
      ?.replace(/\r\n[ \t]/g, ' ') ?? ''
  const head = ['From', 'Date', 'To', 'Subject'].map(
    (name) => `${name}: ${decodeWords(field(name))}`,
  )
  const separator = '---------- Forwarded message ---------'
  return { text: ['経営者を名乗るメールです。', '', separator, ...head, '', body].join('\r\n') }
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, word: string) =>
      Buffer.from(word, 'base64').toString('utf8'),
    )
}

async function forward(doors: Doors, delivery: Delivery, mail: Forward): Promise<void> {
  const transport = createTransport({ ...doors.smtp, secure: false, ignoreTLS: true })
  const from = doors.contactAddressOf(delivery.by)
  const subject = 'FW: 不審なメールです'
  try {
    await transport.sendMail({
      from,
      to: doors.reportAddress,
      subject,
      text: mail.text,
      attachments: [...(mail.attachments ?? [])],
    })
  } finally {
    transport.close()
  }
}
