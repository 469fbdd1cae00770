import type { Bilingual } from 'contract/common'
import { REFUSALS } from '../refusals.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { TLP_RULES } from './tlp-rules.ts'
import { findUnconfirmed } from './weak-traces.ts'

export interface BlockerFacts {
  readonly bulletin: BulletinRecord
  readonly organisationCount: number
  /** What the text asks beyond the wishes of the providers. */
  readonly excess: readonly Bilingual[]
  /** Providers whose approval of this very text is outstanding, by name. */
  readonly waitingFor: readonly string[]
  /** Names of groups that got the corrected version and would not get this one. */
  readonly leftOut: readonly Bilingual[]
}

/** One sentence for each reason why the next step is not possible yet. */
export function findBlockers(facts: BlockerFacts): Bilingual[] {
  switch (facts.bulletin.state) {
    case 'draft':
      return [
        ...questionBlockers(facts),
        ...leakBlockers(facts),
        ...audienceBlockers(facts),
        ...labelBlockers(facts),
      ]
    case 'checked':
      return [
        ...weakBlockers(facts),
        ...audienceBlockers(facts),
        ...labelBlockers(facts),
        ...facts.excess.map(sayExcess),
      ]
    case 'waiting':
      return [...weakBlockers(facts), ...facts.waitingFor.map(sayWaiting)]
    case 'approved':
      return weakBlockers(facts)
    default:
      return []
  }
}

function questionBlockers({ bulletin }: BlockerFacts): Bilingual[] {
  const open = bulletin.questions.filter(({ decided }) => decided === undefined).length
  if (open === 0) return []
  return [
    {
      ja: `未回答の質問が${open}件あります。`,
      en: open === 1 ? 'One question is still open.' : `${open} questions are still open.`,
    },
  ]
}

function leakBlockers({ bulletin: { leakCheck } }: BlockerFacts): Bilingual[] {
  if (leakCheck === undefined || leakCheck.clean) return []
  const count = leakCheck.leaks.length
  return [
    {
      ja: `提供元の名残が${count}か所に残っています。`,
      en: `A trace of a provider remains in ${count} ${count === 1 ? 'place' : 'places'}.`,
    },
  ]
}

/** Words that somebody has to look at before the text goes on. */
function weakBlockers({ bulletin: { leakCheck } }: BlockerFacts): Bilingual[] {
  const count = leakCheck === undefined ? 0 : findUnconfirmed(leakCheck).length
  if (count === 0) return []
  return [
    {
      ja: `ふつうの言葉でもある提供元の呼び名が${count}語、文面にあります。ひとつずつ確かめてください。`,
      en:
        count === 1
          ? 'One ordinary word in the text is also a name of a provider. Please confirm that it names nobody.'
          : `${count} ordinary words in the text are also names of a provider. Please confirm each.`,
    },
  ]
}

function audienceBlockers({ organisationCount, leftOut }: BlockerFacts): Bilingual[] {
  return [
    ...(organisationCount === 0
      ? [{ ja: '共有先がありません。', en: 'There is nobody to share with.' }]
      : []),
    ...leftOut.map((group) => ({
      ja: `「${group.ja}」には前の版が届いているため、訂正の共有先から外せません。`,
      en: `${group.en} got the earlier version, so the correction must reach it too.`,
    })),
  ]
}

const labelBlockers = ({ bulletin: { content } }: BlockerFacts): Bilingual[] =>
  TLP_RULES[content.tlp].mayReachGroups ? [] : [REFUSALS['red-not-shared'].say]

const sayExcess = (excess: Bilingual): Bilingual => ({
  ja: `希望を超えています：${excess.ja}`,
  en: `Beyond the wishes: ${excess.en}`,
})

const sayWaiting = (organisation: string): Bilingual => ({
  ja: `${organisation}の返事を待っています。`,
  en: `Waiting for the answer of ${organisation}.`,
})
