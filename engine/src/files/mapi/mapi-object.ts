import type { MapiProperties } from './mapi-properties.ts'

/** A message of Outlook or Exchange, however it is stored. */
export interface MapiObject {
  readonly properties: MapiProperties
  readonly recipients: readonly MapiProperties[]
  readonly attachments: readonly MapiAttachment[]
  /** Places of named properties, by their number (MS-OXPROPS "Property long ID"). */
  readonly named: ReadonlyMap<number, number>
}

export interface MapiAttachment {
  readonly properties: MapiProperties
  /** The file; undefined when it is a message, or could not be kept. */
  readonly content?: Uint8Array
  readonly message?: MapiObject
}

/** Upper halves of property tags (MS-OXPROPS). */
export const MAPI = {
  messageClass: 0x001a,
  subject: 0x0037,
  submittedAt: 0x0039,
  subjectPrefix: 0x003d,
  representingName: 0x0042,
  replyNames: 0x0050,
  representingAddress: 0x0065,
  transportHeaders: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveredAt: 0x0e06,
  normalizedSubject: 0x0e1d,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  address: 0x3003,
  attachData: 0x3701,
  attachShortName: 0x3704,
  attachMethod: 0x3705,
  attachLongName: 0x3707,
  attachType: 0x370e,
  contentId: 0x3712,
  smtpAddress: 0x39fe,
  senderSmtp: 0x5d01,
  representingSmtp: 0x5d02,
} as const
