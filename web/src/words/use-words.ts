import { useLingui } from '@lingui/react'
import type { Bilingual, Language } from 'contract/common'
import { useCallback } from 'react'
import type { Words } from './define-words.ts'

export type Translate<K extends string> = (key: K, values?: Record<string, unknown>) => string

/** `t('key', values)` for one area's words, in the reader's language. */
export function useWords<K extends string>(words: Words<K>): Translate<K> {
  const { i18n } = useLingui()
  const { locale } = i18n
  return useCallback(
    (key, values) => i18n._(`${words.area}.${key}`, values),
    // The catalogue behind `i18n` changes with the locale, not with the object.
    [i18n, locale, words],
  )
}

/** The reader's language. */
export function useLanguage(): Language {
  const { i18n } = useLingui()
  return i18n.locale === 'en' ? 'en' : 'ja'
}

/** Picks the reader's side of a text that the hub wrote in both languages. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage()
  return useCallback((text) => text[language], [language])
}
