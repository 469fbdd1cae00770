import { Checkbox, TextInput } from '@mantine/core'
import type { AgreementText, OwnStanding } from 'contract/agreement'
import { useState } from 'react'
import { useSignAgreement } from '../../client/agreements.ts'
import { useMe } from '../../client/me.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { agreementWords } from '../../words/agreement.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import './SignSheet.css'

interface SignSheetOf {
  readonly standing: OwnStanding
  readonly text: AgreementText
  readonly onClose: () => void
}

/** The text of an agreement, to be read, and signed by a contact who may. */
export function SignSheet({ maySign, ...of }: SignSheetOf & { readonly maySign: boolean }) {
  const t = useWords(agreementWords)
  if (maySign) return <SignForm {...of} />
  return (
    <Sheet title={t(of.standing.kind)} onClose={of.onClose} width={720}>
      <AgreementWords text={of.text} />
    </Sheet>
  )
}

function SignForm({ standing: { groupId, group, kind }, text, onClose }: SignSheetOf) {
  const t = useWords(agreementWords)
  const say = useSay()
  const toast = useToast()
  const sign = useSignAgreement(groupId)
  const { data: me } = useMe()
  const [signer, setSigner] = useState(me?.name ?? '')
  const [hasAuthority, setAuthority] = useState(false)
  const finish = () => {
    toast({ say: t('signed', { group: say(group) }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('sign-title', { group: say(group), kind: t(kind) })}
      submit={t('sign')}
      order={sign}
      isReady={hasAuthority && signer.trim() !== ''}
      width={720}
      onSubmit={() =>
        sign.mutate(
          { textId: text.textId, textHash: text.hash, signer: signer.trim() },
          { onSuccess: finish },
        )
      }
      onClose={onClose}
    >
      <AgreementWords text={text} />
      <TextInput
        label={t('signer')}
        description={t('signer-hint')}
        maxLength={100}
        value={signer}
        onChange={(event) => setSigner(event.target.value)}
      />
      <Checkbox
        label={t('authority')}
        checked={hasAuthority}
        onChange={({ target }) => setAuthority(target.checked)}
      />
      <p className="tiny quiet">{t('sign-say')}</p>
    </FormSheet>
  )
}

function AgreementWords({ text }: { text: AgreementText }) {
  const t = useWords(agreementWords)
  const say = useSay()
  return (
    <div className="stack">
      <p className="small quiet">
        {t('version', { version: text.version })}　<span className="mono tiny">{text.hash}</span>
      </p>
      <div className="agreement-words" tabIndex={0} role="region" aria-label={t('words')}>
        {say({ ja: text.ja, en: text.en })}
      </div>
    </div>
  )
}
