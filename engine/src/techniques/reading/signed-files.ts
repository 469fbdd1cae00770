import type { Artefact } from '../../evidence/artefact.ts'
import type { FileSign, SignKind } from '../../files/file-reading.ts'
import type { Detail } from '../technique.ts'

/** A file in which something was seen, with what was seen there. */
export interface SignedFile {
  readonly file: Artefact
  readonly signs: readonly [FileSign, ...FileSign[]]
}

/** Files that show any of these signs, in the order of the mail. */
export function findSignedFiles(
  artefacts: readonly Artefact[],
  kinds: readonly SignKind[],
): readonly SignedFile[] {
  return artefacts.flatMap((file) => {
    const [first, ...more] = file.reading?.signs.filter(({ kind }) => kinds.includes(kind)) ?? []
    return first === undefined ? [] : [{ file, signs: [first, ...more] as const }]
  })
}

const FACTS_SHOWN = 12

/** The picture of a finding inside a file. */
export function toFileDetail({ file, signs }: SignedFile): Extract<Detail, { kind: 'file' }> {
  return {
    kind: 'file',
    fileName: file.fileName ?? file.type,
    signs: signs.map(({ kind, excerpt }) => ({ kind, excerpt })),
    facts: (file.reading?.facts ?? []).slice(0, FACTS_SHOWN),
  }
}
