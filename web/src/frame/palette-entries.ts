import { useNavigate } from '@tanstack/react-router'
import type { Me } from '../client/me.ts'
import { useSignOut, useSwitchLanguage } from '../client/me.ts'
import { useFound } from '../client/search.ts'
import { frameWords } from '../words/frame.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { type Destination, isStaff } from './destinations.ts'
import { listPageActions } from './page-actions.ts'

export interface PaletteEntry {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly aside?: string | undefined
  readonly keyName?: string | undefined
  readonly run: () => void
}

/** `>` actions only, `#` numbers only. */
const PREFIX = /^([>#])\s*/

/** What the palette offers for a text: actions on the page first, then places, then what the hub finds. */
export function usePaletteEntries(
  text: string,
  me: Me,
  destinations: readonly Destination[],
): { readonly entries: readonly PaletteEntry[]; readonly isSearching: boolean } {
  const only = PREFIX.exec(text)?.[1]
  const wanted = text.replace(PREFIX, '').trim()
  const own = useOwnEntries(destinations)
  const found = useFoundEntries(only === '>' ? '' : wanted, isStaff(me))
  const matching = only === '#' ? [] : own.filter(({ label }) => isMatch(label, wanted))
  return { entries: [...matching, ...found.entries], isSearching: found.isSearching }
}

function useOwnEntries(destinations: readonly Destination[]): PaletteEntry[] {
  const t = useWords(frameWords)
  const navigate = useNavigate()
  const language = useLanguage()
  const switchLanguage = useSwitchLanguage()
  const signOut = useSignOut()
  const other = language === 'ja' ? 'en' : 'ja'
  return [
    ...listPageActions().map(({ id, label, keyName, run }) => ({
      id: `here-${id}`,
      group: t('palette-here'),
      label,
      keyName,
      run,
    })),
    ...destinations.map(({ name, href, goKey }) => ({
      id: `go-${name}`,
      group: t('palette-go'),
      label: t(name),
      keyName: `g ${goKey}`,
      run: () => void navigate({ to: href }),
    })),
    {
      id: 'do-language',
      group: t('palette-do'),
      label: t('switch-language'),
      run: () => switchLanguage.mutate(other),
    },
    {
      id: 'do-sign-out',
      group: t('palette-do'),
      label: t('sign-out'),
      run: () => signOut.mutate(),
    },
  ]
}

function useFoundEntries(wanted: string, isForStaff: boolean) {
  const t = useWords(frameWords)
  const navigate = useNavigate()
  const { found, isSearching } = useFound(wanted, isForStaff)
  const entries = found.map(
    ({ href, number, title, aside }): PaletteEntry => ({
      id: href,
      group: t(isForStaff ? 'palette-found' : 'inbox'),
      label: `${number}　${title}`,
      aside,
      run: () => void navigate({ to: href }),
    }),
  )
  return { entries, isSearching }
}

function isMatch(label: string, wanted: string): boolean {
  return label.normalize('NFKC').toLowerCase().includes(wanted.normalize('NFKC').toLowerCase())
}
