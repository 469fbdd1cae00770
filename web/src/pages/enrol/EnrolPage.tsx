import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { Welcome } from '../sign-in/Welcome.tsx'
import { EnrolCodes } from './EnrolCodes.tsx'
import { EnrolPasskey } from './EnrolPasskey.tsx'
import { EnrolTotp } from './EnrolTotp.tsx'

/** After a one-time link: register what is signed in with from now on. */
export function EnrolPage() {
  const t = useWords(signInWords)
  const navigate = useNavigate()
  const goOn = () => void navigate({ to: '/', replace: true })
  const [isRegistered, setRegistered] = useState(false)
  const keepCodes = () => setRegistered(true)
  if (isRegistered) {
    return (
      <Welcome>
        <h1>{t('codes-title')}</h1>
        <p className="quiet">{t('codes-enrol-say')}</p>
        <EnrolCodes onDone={goOn} />
      </Welcome>
    )
  }
  return (
    <Welcome>
      <h1>{t('enrol-title')}</h1>
      <p className="quiet">{t('enrol-say')}</p>
      <EnrolPasskey onDone={keepCodes} />
      <EnrolTotp onDone={keepCodes} />
    </Welcome>
  )
}
