import type { BulletinContent } from 'contract/bulletin'
import type { Language } from 'contract/common'
import type { MouseEvent } from 'react'
import { bulletinViewWords } from '../words/bulletin-view.ts'
import { useWords } from '../words/use-words.ts'

const PARTS = ['lookalikes', 'indicators', 'techniques', 'advice'] as const
export type BulletinPart = (typeof PARTS)[number]

/** About two screens at 1280 × 800: below that everything is a glance away. */
const LONG_TEXT_CHARACTERS = 1_200
const LONG_LIST_ROWS = 20

/** Does this text need a table of contents? */
export function isLong(content: BulletinContent, language: Language): boolean {
  const { summary, indicators, techniques, lookalikes } = content
  const rows = indicators.length + techniques.length * 2 + lookalikes.length * 4
  return summary[language].join('').length > LONG_TEXT_CHARACTERS || rows > LONG_LIST_ROWS
}

/** The parts that are there, each one click away. */
export function BulletinContents({ content }: { content: BulletinContent }) {
  const t = useWords(bulletinViewWords)
  const parts = PARTS.filter((part) => content[part].length > 0)
  return (
    <nav className="bulletin-contents" aria-label={t('contents')}>
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          className="link-button"
          onClick={(event) => showPart(event, part)}
        >
          {t(part)}
        </button>
      ))}
    </nav>
  )
}

function showPart({ currentTarget }: MouseEvent<HTMLElement>, part: BulletinPart): void {
  const bulletin = currentTarget.closest('.bulletin')
  bulletin?.querySelector(`[data-bulletin-part="${part}"]`)?.scrollIntoView()
}
