import type { BulletinContent } from 'contract/bulletin'

/**
 * Kinds of attack whose name says what was sent or tried, and nothing of what became of a victim. An intrusion, a
 * ransomware attack, a copy of a member's web site or a fraud from a taken-over mailbox (BEC type 3) is somebody's
 * damage, which is not technical information.
 */
const KINDS_OF_ATTACK: ReadonlySet<string> = new Set([
  'targeted',
  'mass-mailed',
  'bec-type-1',
  'bec-type-2',
  'bec-type-4',
  'bec-type-5',
  'credential-phishing',
  'malware-mail',
  'malicious-traffic',
  'harmless',
  'unclear',
  'other',
])

/** Techniques whose sentence tells that somebody's mailbox was read or used, or whose web site was copied. */
const TELLS_OF_DAMAGE: ReadonlySet<string> = new Set([
  'taken-account',
  'thread-hijack',
  'fake-site',
])

/** Words of the attacker, who writes to his victim. */
const FREE_TEXT: ReadonlySet<string> = new Set(['subject', 'file-name'])

/**
 * Whether a text holds indicators, techniques and advice alone (攻撃技術情報), each exactly as the hub itself writes it.
 * A summary tells of a victim, an example of a look-alike is made from the victim's name, and a subject or the name of
 * a file is what the attacker wrote to it: none of them may be in it, nor a technique that was done to a victim. Less than the draft holds is always possible.
 */
export function isTechnicalOnly(
  content: BulletinContent,
  drafted: BulletinContent | undefined,
): boolean {
  return (
    drafted !== undefined &&
    KINDS_OF_ATTACK.has(content.classification) &&
    content.summary.ja.length + content.summary.en.length + content.lookalikes.length === 0 &&
    !content.techniques.some(({ id }) => TELLS_OF_DAMAGE.has(id)) &&
    !content.indicators.some(tellsOfVictim) &&
    isSame(content.title, drafted.title) &&
    isSame(content.classification, drafted.classification) &&
    isSame(content.arrivedPeriod, drafted.arrivedPeriod) &&
    isPart(content.techniques, drafted.techniques) &&
    isPart(content.indicators, drafted.indicators) &&
    isPart(content.advice, drafted.advice) &&
    isPart(content.omitted, drafted.omitted)
  )
}

const tellsOfVictim = ({ type, technique = '' }: BulletinContent['indicators'][number]): boolean =>
  FREE_TEXT.has(type) || TELLS_OF_DAMAGE.has(technique)

const isPart = (some: readonly unknown[], all: readonly unknown[]): boolean => {
  const known = new Set(all.map(toText))
  return some.every((one) => known.has(toText(one)))
}
const isSame = (one: unknown, other: unknown): boolean => toText(one) === toText(other)

/** Keys in one order: what comes out of the database has another than what the draft wrote. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
