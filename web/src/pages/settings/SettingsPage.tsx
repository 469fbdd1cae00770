import { useMe } from '../../client/me.ts'
import { usePlace } from '../../frame/place.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'
import { AccountCard } from './AccountCard.tsx'
import { DisplayCard } from './DisplayCard.tsx'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { ProviderCard } from './ProviderCard.tsx'
import { RecoveryCodesCard } from './RecoveryCodesCard.tsx'
import { SessionsCard } from './SessionsCard.tsx'
import './SettingsPage.css'

/** Language, colours and keys; the ways one signs in; where one is signed in. */
export function SettingsPage() {
  const t = useWords(settingsWords)
  const me = useMe()
  usePlace([{ label: t('title') }])
  return (
    <div className="page settings">
      <header className="page-head">
        <h1>{t('title')}</h1>
      </header>
      <Loaded query={me} shape={6}>
        {(person) =>
          person && (
            <div className="settings-columns">
              <div className="stack">
                <DisplayCard />
                <AccountCard me={person} />
              </div>
              <div className="stack">
                <PasskeysCard />
                <PasswordCard me={person} />
                <RecoveryCodesCard />
                <ProviderCard />
                <SessionsCard />
              </div>
            </div>
          )
        }
      </Loaded>
    </div>
  )
}
