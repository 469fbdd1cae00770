import type { FileToRead, ReadMailRow } from './reading.queries.ts'

/** What a submission is called: the first subject, else the name of the first file that has one. */
export function toTitle(
  mails: readonly Pick<ReadMailRow, 'subject'>[],
  files: readonly Pick<FileToRead, 'fileName'>[],
): string {
  const subject = mails.find((mail) => mail.subject !== '')?.subject
  return subject ?? files.find(({ fileName }) => fileName !== undefined)?.fileName ?? ''
}
