import { currentAttackId, logTechniques, techniqueById, techniques } from 'engine'
import { EXIT } from '../exit-codes.ts'
import { mayColour, buildStyle } from '../terminal/style.ts'
import { usage } from '../usage.ts'
import { type Language, WEIGHT_WORDS } from '../words.ts'
import { padColumns } from '../terminal/width.ts'

type Described = (typeof logTechniques)[number]

const ALL: readonly Described[] = [...techniques, ...logTechniques]

/**
 * `noroshi techniques [ID]`: the list, or what is known of one. An ATT&CK id finds the techniques
 * that carry it, and one that MITRE has retired finds those of its successor.
 */
export function runTechniques(words: readonly string[]): number {
  const language: Language = words.includes('--en') ? 'en' : 'ja'
  const [id, ...rest] = words.filter((word) => word !== '--en')
  if (rest.length > 0 || id?.startsWith('-')) {
    process.stderr.write(usage)
    return EXIT.usage
  }
  if (id === undefined) {
    process.stdout.write(ALL.map((one) => renderLine(one, language)).join(''))
    return EXIT.nothing
  }
  const found = findTechniques(id)
  if (found.length === 0) {
    const say = language === 'ja' ? 'その手口はありません。' : 'There is no such technique.'
    process.stderr.write(`${say}\n`)
    return EXIT.usage
  }
  process.stdout.write(found.map((one) => renderWhole(one, language)).join('\n'))
  return EXIT.nothing
}

function findTechniques(id: string): readonly Described[] {
  const own = techniqueById(id.toLowerCase().replace(/^t-/, ''))
  if (own !== undefined) return [own]
  const attack = currentAttackId(id)
  return ALL.filter((one) => one.attack.includes(attack))
}

const ID_COLUMNS = 22

function renderLine({ id, title, weight, attack }: Described, language: Language): string {
  const words = `${padColumns(id, ID_COLUMNS)}${WEIGHT_WORDS[weight][language]}  ${title[language]}`
  return `${words}${attack.length > 0 ? `  (${attack.join(', ')})` : ''}\n`
}

const HEADS = {
  innocent: { ja: 'よくある無害な理由', en: 'Innocent explanations' },
  blindSpots: { ja: '見つけられないもの', en: 'Blind spots' },
  advice: { ja: 'どうするか', en: 'What to do' },
} as const

function renderWhole(technique: Described, language: Language): string {
  const style = buildStyle(mayColour(process.stdout))
  const { id, title, about, advice, innocent, blindSpots, attack, weight, source } = technique
  const list = (head: string, said: readonly { ja: string; en: string }[]) =>
    said.length === 0 ? [] : [`  ${head}`, ...said.map((one) => `    - ${one[language]}`)]
  return `${[
    `${style.strong(title[language])}  ${id}`,
    `  ${WEIGHT_WORDS[weight][language]}  ${[...attack, source].join('  ')}`,
    `  ${about[language]}`,
    ...list(HEADS.innocent[language], innocent),
    ...list(HEADS.blindSpots[language], blindSpots),
    ...list(HEADS.advice[language], [advice]),
  ].join('\n')}\n`
}
