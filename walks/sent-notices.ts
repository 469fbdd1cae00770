import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A notice as the relay took it. */
export interface SentNotice {
  /** From the Message-ID: the same in every copy of one notice. */
  readonly id: string
  readonly to: string
  /** Subject and text as their reader sees them, for searching. */
  readonly words: string
}

/** Every notice a relay's folder holds, in the order of arrival; copies stand for themselves. */
export async function listNotices(folder: string): Promise<readonly SentNotice[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(names.map(async (name) => toNotice(await readFile(join(folder, name)))))
}

async function toNotice(bytes: Uint8Array): Promise<SentNotice> {
  const mail = await PostalMime.parse(bytes)
  return {
    id: (mail.messageId ?? '').replace(/^<|>$/g, ''),
    to: (mail.to ?? []).map(({ address }) => address).join(),
    words: `${mail.subject ?? ''}\n${mail.text ?? ''}`,
  }
}
