import type { Language } from '../bilingual.ts'
import { type CardBox, layOutStructure } from './lay-out-structure.ts'
import { drawText, escapeXml } from './svg-text.ts'
import type { StructureFigure } from './structure-figure.ts'
import { WORDS, describeStructure } from './structure-words.ts'

/** Ink and paper alone: kinds of group are told apart by their edge, so that a grey print loses nothing. */
const STYLE = [
  'text{font-family:"Noto Sans JP","Hiragino Sans","Yu Gothic UI",Inter,sans-serif;fill:#1b1e20}',
  '.edge{fill:#fff;stroke:#1b1e20;stroke-width:1.5}',
  '.framework{stroke-dasharray:5 3}',
  '.hub{fill:#1b1e20}',
  '.on-hub{fill:#fff}',
  '.wire{stroke:#1b1e20;stroke-width:1;fill:none}',
].join('')

/**
 * Draws the operating structure as SVG: the hub in the middle, SIGs above it, coordination
 * frameworks below. Colourless, without scripts or outside fonts; the description carries the same facts.
 */
export function renderStructure(figure: StructureFigure, language: Language): string {
  const layout = layOutStructure(figure.groups)
  const { width, height, hub } = layout
  const title = WORDS.title(figure.asOf)[language]
  const body = [
    ...layout.wires.map(({ x, fromY, toY }) => `<path class="wire" d="M${x} ${fromY}V${toY}"/>`),
    `<rect class="hub" x="${hub.x}" y="${hub.y}" width="${hub.width}" height="${hub.height}" rx="7"/>`,
    drawText(hub, [figure.hubName[language], WORDS.totals(figure.groups)[language]], 'on-hub'),
    ...layout.cards.map((card) => drawCard(card, language)),
  ]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ` +
    `lang="${language}" aria-labelledby="structure-title structure-desc">` +
    `<title id="structure-title">${escapeXml(title)}</title>` +
    `<desc id="structure-desc">${escapeXml(describeStructure(figure, language))}</desc>` +
    `<style>${STYLE}</style>${body.join('')}</svg>`
  )
}

function drawCard({ box, group }: CardBox, language: Language): string {
  const edge = group.kind === 'framework' ? 'edge framework' : 'edge'
  const lines = [group.name[language], WORDS.members(group)[language]]
  return (
    `<g><rect class="${edge}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="5"/>` +
    `${drawText(box, lines, '')}</g>`
  )
}
