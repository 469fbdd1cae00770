import type { FileFact, FileReader, FileReading, FileToRead } from '../file-reading.ts'
import { toFileLinks } from '../find-urls.ts'
import { parseLnk, type Shortcut } from './parse-lnk.ts'

const LNK_TYPE = 'application/x-ms-shortcut'
/** More than padding: what a script would cut out of its own shortcut. */
const APPENDED_BYTES_MIN = 64

/** Windows shortcuts (.lnk): a double click starts what they name, under any picture they like. */
export const shortcuts: FileReader = {
  format: 'shortcuts',
  reads: (type) => type === LNK_TYPE,
  read(file) {
    const shortcut = parseLnk(file.bytes)
    return shortcut === undefined ? { problems: ['file-damaged'] } : toReading(shortcut, file)
  },
}

function toReading(shortcut: Shortcut, { bytes }: FileToRead): FileReading {
  const command = `${shortcut.target} ${shortcut.arguments}`.trim()
  const appended = bytes.subarray(shortcut.appendedAt)
  return {
    signs: [{ kind: 'shortcut-command', excerpt: squeeze(command) }],
    facts: listFacts(shortcut, appended.length),
    links: [
      ...toFileLinks(command),
      // The picture is fetched as soon as the folder is shown.
      ...(/^(?:https?:|\\\\)/i.test(shortcut.icon)
        ? [{ url: shortcut.icon, kind: 'resource' as const }]
        : []),
    ],
    membersAre: 'embedded',
    members:
      appended.length < APPENDED_BYTES_MIN
        ? []
        : [{ name: 'appended', sizeBytes: appended.length, content: appended }],
  }
}

/** Hundreds of spaces push the command out of the properties window; one shows it. */
function squeeze(command: string): string {
  return command.replace(/\s{2,}/g, ' ')
}

function listFacts(shortcut: Shortcut, appendedBytes: number): FileFact[] {
  const facts: readonly (readonly [string, string])[] = [
    ['target', shortcut.target],
    ['arguments', squeeze(shortcut.arguments)],
    ['padding', /\s{20,}/.test(shortcut.arguments) ? String(shortcut.arguments.length) : ''],
    ['working-directory', shortcut.workingDirectory],
    ['icon', shortcut.icon],
    ['description', shortcut.description],
    ['network-share', shortcut.networkShare],
    ['show-window', shortcut.showCommand === 7 ? 'minimised' : ''],
    ['made-on-machine', shortcut.machine],
    ['hardware-address', shortcut.hardwareAddress],
    ['target-created', shortcut.createdAt?.toISOString() ?? ''],
    ['target-modified', shortcut.modifiedAt?.toISOString() ?? ''],
    ['appended-bytes', appendedBytes > 0 ? String(appendedBytes) : ''],
  ]
  return facts.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
}
