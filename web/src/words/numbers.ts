import { useMemo } from 'react'
import { useLanguage } from './use-words.ts'

export interface Numbers {
  count(value: number): string
  /** 48,213バイト below 100 kB, then KB, MB, GB with one decimal. */
  bytes(sizeBytes: number): string
}

/** Numbers with separators, sizes with units, in the reader's language. */
export function useNumbers(): Numbers {
  const language = useLanguage()
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language)
    const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    const inUnit = (value: number, unit: string) => `${short.format(value)} ${unit}`
    return {
      count: (value) => whole.format(value),
      bytes: (sizeBytes) => {
        if (sizeBytes < 100_000) {
          return `${whole.format(sizeBytes)}${language === 'ja' ? 'バイト' : ' bytes'}`
        }
        if (sizeBytes < 1_000_000) return inUnit(sizeBytes / 1_000, 'KB')
        if (sizeBytes < 1_000_000_000) return inUnit(sizeBytes / 1_000_000, 'MB')
        return inUnit(sizeBytes / 1_000_000_000, 'GB')
      },
    }
  }, [language])
}
