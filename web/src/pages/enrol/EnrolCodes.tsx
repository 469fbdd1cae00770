import { useMakeRecoveryCodes } from '../../client/recovery-codes.ts'
import { Button } from '../../parts/Button.tsx'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { RecoveryCodeList } from '../settings/RecoveryCodeList.tsx'
import { EnrolError } from './EnrolError.tsx'

/** Right after the first factor: codes for the day it is lost, while somebody thinks of it. */
export function EnrolCodes({ onDone }: { onDone: () => void }) {
  const t = useWords(signInWords)
  const make = useMakeRecoveryCodes()
  return (
    <section className="enrol-box">
      <h2 className="unseen">{t('recovery-code')}</h2>
      <EnrolError error={make.error} />
      {make.data === undefined ? (
        <>
          <Button kind="primary" size="l" busy={make.isPending} onClick={() => make.mutate()}>
            {t('codes-make')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('codes-later')}
          </Button>
        </>
      ) : (
        <>
          <RecoveryCodeList codes={make.data} />
          <Button kind="primary" size="l" onClick={onDone}>
            {t('codes-kept')}
          </Button>
        </>
      )}
    </section>
  )
}
