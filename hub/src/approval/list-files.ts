import type { CaseRecord } from 'engine'
import type { ApprovalView } from 'contract/bulletin'
import { APPROVAL_LIMITS } from './limits.ts'

type Files = NonNullable<ApprovalView['sent'][number]['files']>

/** Files of a mail that have a name, by their hash: nobody knows by forty digits which file he is asked about. */
export function listFiles({ indicators }: Pick<CaseRecord['mails'][number], 'indicators'>): Files {
  const names = new Map(
    indicators.flatMap(({ type, path, value }) => (type === 'file-name' ? [[path, value]] : [])),
  )
  const files = indicators.flatMap(({ type, path, value }) => {
    const fileName = type === 'sha256' ? names.get(path) : undefined
    return fileName === undefined ? [] : [{ fileName, sha256: value }]
  })
  return files.slice(0, APPROVAL_LIMITS.filesShownMax)
}
