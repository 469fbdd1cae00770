import type { FileReader } from '../file-reading.ts'
import { hasTransportHeader, rebuildMail } from '../mapi/rebuild-mail.ts'
import { listMsgFacts } from './list-facts.ts'
import { parseMsg } from './parse-msg.ts'

/** Messages saved by Outlook; each is read as the mail it was. */
export const msg: FileReader = {
  format: 'msg',
  reads: (type) => type === 'application/vnd.ms-outlook',
  read({ bytes, budget }) {
    const message = parseMsg(bytes, budget)
    if (message === undefined) return { problems: ['file-damaged'] }
    return {
      mail: rebuildMail(message),
      facts: listMsgFacts(message),
      ...(hasTransportHeader(message) ? {} : { problems: ['rebuilt-from-properties'] }),
    }
  },
}
