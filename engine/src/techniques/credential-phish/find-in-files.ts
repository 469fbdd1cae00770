import type { Artefact } from '../../evidence/artefact.ts'
import type { Message } from '../../evidence/message.ts'
import type { LureId } from '../../lures/lure.ts'
import { defang } from '../../refang.ts'
import { type DoubtfulTarget, readDoubtfulTarget } from '../reading/doubtful-target.ts'
import { type FileLure, readFileLures, showFileLures } from '../reading/file-lures.ts'
import { isListMail, isReply } from '../reading/mail-kind.ts'
import { readMailLures } from '../reading/mail-lures.ts'
import type { FindingDraft, TechniqueContext, Weight } from '../technique.ts'

/** What presses the reader to sign in; a document that speaks of parcels or renewals is everyday. */
const PRESSING: ReadonlySet<LureId> = new Set(['account-expiry', 'mailbox-quota'])
/** A mail with less text than this leaves its document to speak. */
const LITTLE_CHARS_MAX = 400
const DOCUMENTS_MAX = 5
const LINKS_MAX = 50

/**
 * "Your mailbox expires, sign in" where filters read it less: in a document, with a link beside it
 * that leads neither to the sender nor to a known service.
 */
export function findInFiles(message: Message, context: TechniqueContext): FindingDraft[] {
  const byDocument = Map.groupBy(
    readFileLures(context).filter(({ lure }) => PRESSING.has(lure.id)),
    ({ artefact }) => artefact,
  )
  if (byDocument.size === 0 || isListMail(message) || isReply(message)) return []
  return [...byDocument]
    .slice(0, DOCUMENTS_MAX)
    .flatMap(([artefact, lures]) => toFinding(message, artefact, lures, context) ?? [])
}

function toFinding(
  message: Message,
  artefact: Artefact,
  lures: readonly FileLure[],
  context: TechniqueContext,
): FindingDraft | undefined {
  const places = context.links
    .filter(({ path }) => path === artefact.path)
    .slice(0, LINKS_MAX)
    .flatMap((link) => readDoubtfulTarget(message, link, context) ?? [])
  const [worst] = places.toSorted((a, b) => b.doubts.length - a.doubts.length)
  if (worst === undefined) return undefined
  const name = defang((artefact.fileName ?? artefact.type).slice(0, 80))
  const host = defang(worst.host)
  const label = lures[0]?.lure.label ?? { ja: '', en: '' }
  return {
    ...showFileLures(message, artefact, lures),
    weight: weigh(message, worst),
    say: {
      ja: `添付「${name}」の文面が「${label.ja}」を口実に、差出人とは関係のない ${host} での入力へ誘っています。`,
      en: `The text inside the attachment “${name}” leads to ${host}, which has nothing to do with the sender, on the pretext of ${label.en}.`,
    },
  }
}

function weigh(message: Message, { doubts, tokens }: DoubtfulTarget): Weight {
  const isLittle = readMailLures(message).newCharCount <= LITTLE_CHARS_MAX
  if (tokens.length > 0 || (doubts.length > 0 && isLittle)) return 'strong'
  return isLittle || doubts.length > 0 ? 'medium' : 'weak'
}
