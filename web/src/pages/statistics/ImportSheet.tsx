import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useImportFigures } from '../../client/statistics.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { statisticsWords } from '../../words/statistics.ts'
import { useWords } from '../../words/use-words.ts'
import { parseFigureLines } from './parse-figure-lines.ts'

/** Takes over what was published before the software. */
export function ImportSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(statisticsWords)
  const toast = useToast()
  const take = useImportFigures()
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const { rows, problems } = parseFigureLines(text)
  const finish = () => {
    toast({ say: t('import-done', { count: rows.length }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('import')}
      submit={t('import-do', { count: rows.length })}
      order={take}
      isReady={rows.length > 0 && problems.length === 0 && source.trim() !== ''}
      onSubmit={() =>
        take.mutate(
          { rows: rows.map((row) => ({ ...row, source: source.trim() })) },
          { onSuccess: finish },
        )
      }
      onClose={onClose}
      width={640}
    >
      <p className="small quiet">{t('import-say')}</p>
      <Textarea
        label={t('import-rows')}
        description={t('import-rows-hint')}
        placeholder={'2019Q1,238,48,15\n2019Q2,424,40,4'}
        autosize
        minRows={5}
        maxRows={14}
        spellCheck={false}
        value={text}
        error={problems.map(({ line, why }) => t(why, { line })).join(' ') || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <TextInput
        label={t('import-source')}
        description={t('import-source-hint')}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
    </FormSheet>
  )
}
