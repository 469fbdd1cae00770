import { startBudget } from '../../files/archives/archive-member.ts'
import { hasTransportHeader, rebuildMail } from '../../files/mapi/rebuild-mail.ts'
import { parseMsg } from '../../files/msg/parse-msg.ts'
import { detectType } from '../../files/types/detect-type.ts'

export interface OpenedMsg {
  readonly bytes: Uint8Array
  /** Its header was made from the properties, for it was never sent or lost it. */
  readonly isRebuilt: boolean
}

const OLE_START = 0xd0

/** The mail in a file saved by Outlook; undefined when the bytes are none. */
export function openMsg(bytes: Uint8Array, fileName = ''): OpenedMsg | undefined {
  if (bytes[0] !== OLE_START) return undefined
  if (detectType(bytes, fileName) !== 'application/vnd.ms-outlook') return undefined
  try {
    const message = parseMsg(bytes, startBudget(bytes.length))
    return message && { bytes: rebuildMail(message), isRebuilt: !hasTransportHeader(message) }
  } catch {
    return undefined
  }
}
