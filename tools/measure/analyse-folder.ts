import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, buildRegister, type Finding, type ProposedClassification } from 'engine'

/** What the measurement needs of one mail. */
export interface MeasuredMail {
  readonly name: string
  readonly sha256: string
  readonly subject: string
  readonly findings: readonly Finding[]
  readonly classification: ProposedClassification
}

/** No names but well-known services: what the engine says without a community's register. */
const register = buildRegister({ organisations: [] })

/** Analyses every mail below a folder; with `wanted`, only the mails of these SHA-256. */
export async function analyseFolder(
  folder: string,
  wanted?: ReadonlySet<string>,
): Promise<readonly MeasuredMail[]> {
  const mails: MeasuredMail[] = []
  for (const name of listMailFiles(folder)) {
    const bytes = readFileSync(join(folder, name))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (wanted?.has(sha256) === false) continue
    const { message, findings, classification } = await analyse(bytes, { register })
    mails.push({ name, sha256, subject: message.subject, findings, classification })
  }
  return mails
}

function listMailFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.eml'))
    .toSorted()
}

/** Techniques found with a weight that counts as an alarm. */
export function listAlarms({ findings }: MeasuredMail): string[] {
  const alarms = findings.filter(({ weight }) => weight !== 'weak')
  return [...new Set(alarms.map(({ technique }) => technique))].toSorted()
}
