import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A notice as the relay took it. */
export interface SentNotice {
  /** From the Message-ID: the same in every copy of one notice. */
  readonly id: string
  readonly to: string
  /** Headers and text as they went over the wire, for searching. */
  readonly source: string
}

/** Every notice a relay's folder holds, in the order of arrival; copies stand for themselves. */
export async function listNotices(folder: string): Promise<readonly SentNotice[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const source = await readFile(join(folder, name), 'utf8')
      return { id: findHeader(source, 'Message-ID'), to: findHeader(source, 'To'), source }
    }),
  )
}

function findHeader(source: string, name: string): string {
  const value = new RegExp(`^${name}:[ \t]*(.*)$`, 'im').exec(source)?.[1] ?? ''
  return value.trim().replace(/^<|>$/g, '')
}
