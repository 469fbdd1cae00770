import type { Breakdown } from 'contract/statistics'
import { useState } from 'react'
import { useMe } from '../../client/me.ts'
import { useBreakdown, usePublishBreakdown } from '../../client/statistics.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { useNumbers } from '../../words/numbers.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { toIndustryWords } from '../../words/to-industry-words.ts'
import { useWords } from '../../words/use-words.ts'

type Line = Breakdown['lines'][number]

/**
 * What each industry provided in the last quarter shown. Members see it once it is published, and then as published;
 * the hub sees beside it what is true.
 */
export function IndustryCard({ quarter }: { quarter: string }) {
  const { data } = useBreakdown(quarter)
  return data === undefined || data.state === 'none' ? null : (
    <Industries breakdown={data} state={data.state} />
  )
}

function Industries({
  breakdown: { quarter, lines },
  state,
}: {
  breakdown: Breakdown
  state: Exclude<Breakdown['state'], 'none'>
}) {
  const t = useWords(statisticsWords)
  const { data: me } = useMe()
  const columns = useColumns(lines.some(({ exact }) => exact !== undefined))
  const mayPublish = state === 'ready' && me?.roles.includes('hub-lead') === true
  const tone = state === 'published' ? 'ok' : 'outline'
  return (
    <Card
      title={t('by-industry')}
      padded={false}
      aside={<Chip tone={tone}>{t(`breakdown-state-${state}`)}</Chip>}
    >
      {lines.length === 0 ? (
        <p className="loaded-empty quiet">{t('by-industry-none')}</p>
      ) : (
        <DataTable
          label={t('by-industry')}
          columns={columns}
          rows={lines}
          toKey={({ industry }) => industry}
        />
      )}
      <div className="table1-notes stack">
        <p>{t('few-say')}</p>
        {mayPublish && lines.length > 0 && <Publish quarter={quarter} />}
      </div>
    </Card>
  )
}

function useColumns(isExact: boolean): Column<Line>[] {
  const t = useWords(statisticsWords)
  const numbers = useNumbers()
  const toIndustry = toIndustryWords(useWords(communityWords))
  const few = <span className="quiet">{t('few')}</span>
  const columns: Column<Line>[] = [
    { key: 'industry', head: t('industry'), cell: ({ industry }) => toIndustry(industry) },
    {
      key: 'shown',
      head: t('industry-shown'),
      align: 'end',
      cell: ({ items }) => (items === undefined ? few : numbers.count(items)),
    },
  ]
  const exactColumns: Column<Line>[] = [
    {
      key: 'exact',
      head: t('industry-exact'),
      align: 'end',
      cell: ({ exact }) => numbers.count(exact?.items ?? 0),
    },
    {
      key: 'contributors',
      head: t('industry-contributors'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: ({ exact }) => numbers.count(exact?.contributors ?? 0),
    },
  ]
  return isExact ? [...columns, ...exactColumns] : columns
}

function Publish({ quarter }: { quarter: string }) {
  const t = useWords(statisticsWords)
  const toast = useToast()
  const publish = usePublishBreakdown()
  const [isAsking, setAsking] = useState(false)
  const finish = () => {
    toast({ say: t('breakdown-publish-done') })
    setAsking(false)
  }
  return (
    <>
      <Button size="s" onClick={() => setAsking(true)}>
        {t('breakdown-publish')}
      </Button>
      {isAsking && (
        <FormSheet
          title={t('by-industry')}
          submit={t('breakdown-publish')}
          order={publish}
          isReady
          onSubmit={() => publish.mutate({ quarter }, { onSuccess: finish })}
          onClose={() => setAsking(false)}
        >
          <p>{t('breakdown-publish-say')}</p>
        </FormSheet>
      )}
    </>
  )
}
