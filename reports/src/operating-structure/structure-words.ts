import type { Bilingual, Language } from '../bilingual.ts'
import type { StructureFigure } from './structure-figure.ts'

type Group = StructureFigure['groups'][number]

const number = (value: number) => value.toLocaleString('en-US')
const organisations = (value: number) => (value === 1 ? 'organisation' : 'organisations')

/** Words of the drawing. */
export const WORDS = {
  title: (asOf: string): Bilingual => ({
    ja: `体制図（${asOf}時点）`,
    en: `Operating structure as of ${asOf}`,
  }),

  /** Count of one group, with those behind its associations. */
  members({ organisationCount, constituentCount }: Group): Bilingual {
    const behind = constituentCount > 0
    return {
      ja: `${number(organisationCount)}${behind ? '団体' : '組織'}${behind ? `・会員 約${number(constituentCount)}` : ''}`,
      en: `${number(organisationCount)} ${behind ? (organisationCount === 1 ? 'body' : 'bodies') : organisations(organisationCount)}${behind ? `, about ${number(constituentCount)} behind` : ''}`,
    }
  },

  /** Totals on the hub's box: memberships of SIGs are each counted (延べ数). */
  totals(groups: readonly Group[]): Bilingual {
    const sigs = groups.filter(({ kind }) => kind === 'sig')
    const memberships = sigs.reduce((sum, group) => sum + group.organisationCount, 0)
    const frameworks = groups.length - sigs.length
    return {
      ja: `${sigs.length} SIG・延べ${number(memberships)}組織＋${frameworks}情報連携体制`,
      en: [
        `${count(sigs.length, 'SIG')}, ${count(memberships, 'membership')}`,
        count(frameworks, 'coordination framework'),
      ].join(' + '),
    }
  },
}

/** The whole drawing as text, for those who cannot see it. */
export function describeStructure(figure: StructureFigure, language: Language): string {
  const groups = figure.groups.map(
    (group) => `${group.name[language]} ${WORDS.members(group)[language]}`,
  )
  const all = [WORDS.totals(figure.groups)[language], ...groups]
  return language === 'ja' ? `${all.join('、')}。` : `${all.join('; ')}.`
}

/** `1 SIG`, `2 SIGs`. */
function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`
}
