import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useEndOtherSessions, useMadeTokens } from '../../client/settings.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useToast } from '../../parts/toasts.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../words/use-words.ts'

/** Says before everything else is signed out what goes on all the same: tokens, which can be ended too. */
export function EndOthersSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const toast = useToast()
  const tokens = useMadeTokens()
  const order = useEndOtherSessions()
  const [endsTokens, setEndsTokens] = useState(false)
  const finish = () => {
    toast({ say: t(endsTokens ? 'others-and-tokens-ended' : 'others-ended') })
    onClose()
  }
  return (
    <FormSheet
      title={t('end-others')}
      submit={t('end')}
      order={order}
      isReady={tokens.data !== undefined}
      onSubmit={() => order.mutate(endsTokens, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('end-others-say')}</p>
      <Loaded query={tokens} shape={1}>
        {(names) =>
          names.length === 0 ? (
            <p className="small quiet">{t('end-others-no-tokens')}</p>
          ) : (
            <>
              <p>{t('end-others-tokens', { names: names.join('、'), count: names.length })}</p>
              <Checkbox
                label={t('end-others-with-tokens')}
                checked={endsTokens}
                onChange={(event) => setEndsTokens(event.currentTarget.checked)}
              />
            </>
          )
        }
      </Loaded>
    </FormSheet>
  )
}
