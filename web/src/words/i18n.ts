import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Language } from 'contract/common'
import { chooseLanguage } from './choose-language.ts'

const STORED_AS = 'noroshi.language'

export const i18n = setupI18n()
i18n.setMessagesCompiler(compileMessage)

/** What this device was switched to before; until somebody chose, what its browser asks for, which is not kept. */
export function startLanguage(): void {
  showLanguage(loadStoredLanguage() ?? chooseLanguage(navigator.languages))
}

/** Switches the words, the document's language and what this device remembers. */
export function activateLanguage(language: Language): void {
  showLanguage(language)
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // Storage may be closed to us; the language then lasts until the page is left.
  }
}

function showLanguage(language: Language): void {
  i18n.activate(language)
  document.documentElement.lang = language
}

function loadStoredLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return stored === 'ja' || stored === 'en' ? stored : undefined
  } catch {
    return undefined
  }
}
