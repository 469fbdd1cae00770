import type { Artefact } from '../../evidence/artefact.ts'
import { limits } from '../../limits.ts'
import { findLures } from '../../lures/find-lures.ts'
import type { Lure, LureId } from '../../lures/lure.ts'
import type { Message } from '../../evidence/message.ts'
import type { Place, TechniqueContext } from '../technique.ts'
import { memoise } from './memoise.ts'
import { placeOfArtefact } from './places.ts'

/** A lure that is heard inside an attached document. */
export interface FileLure {
  readonly artefact: Artefact
  readonly lure: Lure
  /** The words as they stand, hostile text. */
  readonly quote: string
}

/**
 * What the documents of a mail speak of, each lure at its first place in each document: an empty mail
 * whose PDF says "your mailbox expires" says it all the same. First pages only, bounded in sum.
 */
export function readFileLures({ artefacts }: TechniqueContext): readonly FileLure[] {
  return luresOf(artefacts)
}

const luresOf = memoise((artefacts: readonly Artefact[]): readonly FileLure[] => {
  let left: number = limits.fileLureCharsMax
  return artefacts.flatMap((artefact) => {
    const text = isDocument(artefact) ? (artefact.reading?.text ?? '') : ''
    const read = text.slice(0, Math.min(left, limits.fileLurePerFileCharsMax))
    left -= read.length
    return read === '' ? [] : findIn(artefact, read)
  })
})

/** Documents that people read; the texts of scripts and programs are no lures. */
function isDocument({ type, kind }: Artefact): boolean {
  if (kind === 'mail' || kind === 'text') return false
  return (
    type === 'application/pdf' ||
    type === 'text/html' ||
    type === 'application/rtf' ||
    type === 'text/rtf' ||
    /^application\/(?:msword|vnd\.(?:ms-|openxmlformats|oasis))/.test(type)
  )
}

function findIn(artefact: Artefact, text: string): FileLure[] {
  const seen = new Set<LureId>()
  return findLures(text).flatMap(({ lure, start, end }) => {
    if (seen.has(lure.id)) return []
    seen.add(lure.id)
    return [{ artefact, lure, quote: text.slice(start, end) }]
  })
}

const QUOTE_CHARS_MAX = 200

/** Place and words of lures in one document, as techniques about words show them. */
export function showFileLures(
  message: Message,
  artefact: Artefact,
  lures: readonly FileLure[],
): { readonly where: Place; readonly detail: WordsDetail } {
  const toQuote = (quote: string) => quote.replace(/\s+/g, ' ').slice(0, QUOTE_CHARS_MAX)
  const excerpt = toQuote(lures[0]?.quote ?? '')
  return {
    where: { ...placeOfArtefact(message, artefact), ...(excerpt === '' ? {} : { excerpt }) },
    detail: {
      kind: 'words',
      rules: lures.map(({ lure, quote }) => ({
        rule: lure.id,
        label: lure.label,
        quotes: [toQuote(quote)],
      })),
    },
  }
}

interface WordsDetail {
  readonly kind: 'words'
  readonly rules: readonly {
    readonly rule: string
    readonly label: Lure['label']
    readonly quotes: readonly string[]
  }[]
}
