import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useAddress } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { FilterDay } from '../../parts/FilterDay.tsx'
import { useDates } from '../../words/dates.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { todayInJapan } from '../../words/today.ts'
import { useWords } from '../../words/use-words.ts'
import { listQuarters, quarterPlus } from './quarters.ts'

/** Which quarter the table ends with, and the day whose knowledge it shows. */
export function QuarterChoice({
  last,
  chosen,
  isHub,
  asOf,
}: {
  last: string
  chosen: string
  isHub: boolean
  /** The cut-off in use, once it is known. */
  asOf: string
}) {
  const t = useWords(statisticsWords)
  const dates = useDates()
  const id = useId()
  const [address, setAddress] = useAddress()
  const go = (quarter: string) =>
    setAddress({
      quarter: quarter === last ? undefined : quarter,
      // Another quarter has another cut-off, and other items.
      ...{ asOf: undefined, of: undefined, figure: undefined },
    })
  return (
    <div className="row-wrap statistics-choice">
      <span className="filter">
        <label htmlFor={id}>{t('quarter')}</label>
        <Step words={t('before')} onGo={() => go(quarterPlus(chosen, -1))} Icon={IconChevronLeft} />
        <select
          id={id}
          className="filter-select"
          value={chosen}
          onChange={(event) => go(event.target.value)}
        >
          {listQuarters(last, chosen).map((quarter) => (
            <option key={quarter} value={quarter}>
              {dates.quarter(quarter)}
            </option>
          ))}
        </select>
        <Step
          words={t('after')}
          isOff={chosen >= last}
          onGo={() => go(quarterPlus(chosen, 1))}
          Icon={IconChevronRight}
        />
      </span>
      {isHub && <FilterDay name="asOf" label={t('as-of')} empty={asOf} max={todayInJapan()} />}
      {isHub && address['asOf'] !== undefined && (
        <Button size="s" kind="quiet" onClick={() => setAddress({ asOf: undefined })}>
          {t('as-of-default')}
        </Button>
      )}
    </div>
  )
}

function Step({
  words,
  isOff = false,
  onGo,
  Icon,
}: {
  words: string
  isOff?: boolean
  onGo: () => void
  Icon: typeof IconChevronLeft
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words}
      disabled={isOff}
      onClick={onGo}
    >
      <Icon stroke={1.5} aria-hidden="true" />
    </button>
  )
}
