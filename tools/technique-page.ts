import type { Bilingual, TechniqueDescription } from 'engine'
import { readSamples } from 'engine/testing'

const WEIGHTS = {
  strong: { ja: '強', en: 'strong' },
  medium: { ja: '中', en: 'medium' },
  weak: { ja: '弱', en: 'weak' },
} as const

/** The manual's page on one technique, made from the detector, so that the two cannot disagree. */
export function renderTechniquePage(technique: TechniqueDescription): string {
  const { id, title, about, attack, weight, innocent, blindSpots, advice, source } = technique
  const samples = readSamples(id).map(({ name, outcome }) => `| \`${name}\` | ${outcome} |`)
  return `${[
    `# ${title.ja} / ${title.en}`,
    '<!-- Generated from the detector by tools/write-technique-pages.ts. Do not edit. -->',
    [
      '| | |',
      '|---|---|',
      `| id | \`${id}\` |`,
      `| 確からしさ / weight | ${WEIGHTS[weight].ja} / ${WEIGHTS[weight].en} |`,
      `| MITRE ATT&CK | ${attack.join(', ')} |`,
      `| 出典 / source | ${source} |`,
    ].join('\n'),
    ...renderBoth('手口 / The trick', [about]),
    ...renderBoth('よくある無害な理由 / Innocent explanations', innocent),
    ...renderBoth('見つけられないもの / Blind spots', blindSpots),
    ...renderBoth('どうするか / What to do', [advice]),
    '## 見本 / Samples',
    ['| mail | |', '|---|---|', ...samples].join('\n'),
  ].join('\n\n')}\n`
}

function renderBoth(title: string, said: readonly Bilingual[]): string[] {
  if (said.length === 0) return []
  return [`## ${title}`, said.map((one) => `- ${one.ja}\n- ${one.en}`).join('\n')]
}
