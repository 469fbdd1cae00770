import { useNavigate } from '@tanstack/react-router'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { Welcome } from '../sign-in/Welcome.tsx'
import { EnrolPasskey } from './EnrolPasskey.tsx'
import { EnrolTotp } from './EnrolTotp.tsx'

/** After a one-time link: register what is signed in with from now on. */
export function EnrolPage() {
  const t = useWords(signInWords)
  const navigate = useNavigate()
  const goOn = () => void navigate({ to: '/', replace: true })
  return (
    <Welcome>
      <h1>{t('enrol-title')}</h1>
      <p className="quiet">{t('enrol-say')}</p>
      <EnrolPasskey onDone={goOn} />
      <EnrolTotp onDone={goOn} />
    </Welcome>
  )
}
