import type { TokenRow } from 'contract/people'
import { useState } from 'react'
import type { z } from 'zod'
import { useRevokeToken } from '../../client/machines.ts'
import { Button } from '../../parts/Button.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { machinesWords } from '../../words/machines.ts'
import { useWords } from '../../words/use-words.ts'

/** Ends a token at once, after asking: it cannot be undone. */
export function RevokeToken({ token: { tokenId, name } }: { token: z.output<typeof TokenRow> }) {
  const t = useWords(machinesWords)
  const toast = useToast()
  const revoke = useRevokeToken(tokenId)
  const [isAsking, setAsking] = useState(false)
  const finish = () => {
    setAsking(false)
    toast({ say: t('revoked', { name }) })
  }
  return (
    <>
      <Button
        size="s"
        kind="quiet"
        aria-label={t('revoke-title', { name })}
        onClick={() => setAsking(true)}
      >
        {t('revoke')}
      </Button>
      {isAsking && (
        <FormSheet
          title={t('revoke-title', { name })}
          submit={t('revoke')}
          order={revoke}
          onSubmit={() => revoke.mutate(undefined, { onSuccess: finish })}
          onClose={() => setAsking(false)}
        >
          <p>{t('revoke-say')}</p>
        </FormSheet>
      )}
    </>
  )
}
