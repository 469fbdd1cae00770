import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '../client/me.ts'
import { useQueueCount } from '../client/queue.ts'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'
import { Bar } from './Bar.tsx'
import { BreakGlassLine } from './BreakGlassLine.tsx'
import { RecoveryLine } from './RecoveryLine.tsx'
import { isStaff, listDestinations } from './destinations.ts'
import { HelpSheet } from './HelpSheet.tsx'
import { MailFullLine } from './MailFullLine.tsx'
import { Navigation } from './Navigation.tsx'
import { OfflineLine } from './OfflineLine.tsx'
import { Palette } from './Palette.tsx'
import { StepUp } from './StepUp.tsx'
import { useGoKeys } from './use-go-keys.ts'
import { useKeys } from './use-keys.ts'
import './Frame.css'

type Open = 'palette' | 'help' | undefined

/** Navigation, bar and the page between them. */
export function Frame({ me }: { me: Me }) {
  const t = useWords(frameWords)
  const [open, setOpen] = useState<Open>()
  const destinations = listDestinations(me)
  const waiting = useQueueCount(isStaff(me))
  const openPalette = () => setOpen('palette')
  useGoKeys(destinations)
  useKeys({ 'mod+k': openPalette, '/': openPalette, '?': () => setOpen('help') })

  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Navigation destinations={destinations} waiting={waiting} />
      <div className="frame-page">
        <Bar me={me} onSearch={openPalette} onHelp={() => setOpen('help')} />
        <OfflineLine />
        <BreakGlassLine me={me} />
        <RecoveryLine me={me} />
        <MailFullLine me={me} />
        <main id="main" className="frame-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <StepUp me={me} />
      {open === 'palette' && (
        <Palette me={me} destinations={destinations} onClose={() => setOpen(undefined)} />
      )}
      {open === 'help' && (
        <HelpSheet me={me} destinations={destinations} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}
