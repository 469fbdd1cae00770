import type { FindingView, MailView } from 'contract/analysis'
import { useMemo } from 'react'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import { FindingNumber } from './hostile/FindingNumber.tsx'
import { HostileText } from './hostile/HostileText.tsx'
import { findPlacesIn, toNumberedPlaces, toRawMarks, toValueMarks } from './to-header-marks.ts'
import './HeaderLines.css'

type Header = MailView['headers'][number]

interface HeaderLinesProps {
  readonly headers: readonly Header[]
  readonly findings: readonly FindingView[]
  /** `bytes` shows the field as it stands in the mail, folds and encodings included. */
  readonly mode: 'decoded' | 'bytes'
  readonly selected: number | undefined
  readonly onSelect: (number: number) => void
}

/** Header fields with line numbers; what a finding points at is marked and carries its number. */
export function HeaderLines({ headers, findings, mode, selected, onSelect }: HeaderLinesProps) {
  const t = useWords(partsWords)
  const places = useMemo(() => toNumberedPlaces(findings), [findings])
  return (
    <div className="header-lines mono" data-mode={mode} role="table" aria-label={t('headers')}>
      {headers.map((header) => {
        const here = findPlacesIn(header, places)
        const numbers = [...new Set(here.map(({ number }) => number))]
        const isBytes = mode === 'bytes'
        return (
          <div
            key={header.range.start}
            role="row"
            className="header-line"
            data-on={selected !== undefined && numbers.includes(selected) ? '' : undefined}
          >
            <span role="cell" className="header-number">
              {isBytes ? header.range.start : header.line}
            </span>
            {!isBytes && (
              <span role="rowheader" className="header-name" title={header.name}>
                {header.name}
              </span>
            )}
            <span role="cell" className="header-value">
              <HostileText
                text={isBytes ? header.raw : header.value}
                marks={isBytes ? toRawMarks(header, here) : toValueMarks(header, here)}
                selected={selected}
                onSelect={onSelect}
              />
            </span>
            <span role="cell" className="header-numbers">
              {numbers.map((number) => (
                <FindingNumber
                  key={number}
                  number={number}
                  isSelected={number === selected}
                  onSelect={onSelect}
                />
              ))}
            </span>
          </div>
        )
      })}
    </div>
  )
}
