import type { CaseText } from 'engine'
import type { CaseMail } from './case-material.queries.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'

/** Headers a person needs to see beside the shared text; everything else of a header stays in the evidence viewer. */
const SHOWN_HEADERS = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Subject']

/** A mail as text for the workbench: the headers that matter, then what a reader of the mail sees. */
export function toCaseText(mail: CaseMail): CaseText {
  const headers = mail.view.headers ?? []
  const lines = SHOWN_HEADERS.flatMap((name) =>
    headers
      .filter((header) => header.name.toLowerCase() === name.toLowerCase())
      .map(({ value }) => `${name}: ${value}`),
  )
  const body = mail.view.parts?.find(({ text, isHtml }) => text !== undefined && !isHtml)
  const text = [...lines, '', body?.text ?? ''].join('\n')
  return {
    label: `${mail.receipt} ${mail.subject}`.slice(0, 200),
    text: text.slice(0, ANONYMISATION_LIMITS.originalCharsMax),
  }
}

/** The first value of a header, empty when the mail has none. */
export function findHeader({ view }: CaseMail, name: string): string {
  const header = view.headers?.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return header?.value.slice(0, 1000) ?? ''
}
