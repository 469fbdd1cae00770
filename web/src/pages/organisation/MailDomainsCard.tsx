import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { ApiFailure } from '../../client/api-failure.ts'
import { useMailDomains, useSetMailDomains } from '../../client/mail-domains.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { FailureLine } from '../../parts/FailureLine.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { formWords } from '../../words/form.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { splitLines } from './to-vault.ts'

/** Where an organisation's contacts may invite by themselves; the hub's administrators confirm it. */
export function MailDomainsCard({
  organisationId,
  registered,
}: {
  organisationId: string
  /** Domains in the organisation's vault, which it may have written itself. */
  registered: readonly string[]
}) {
  const t = useWords(organisationWords)
  const { data: me } = useMe()
  const query = useMailDomains(organisationId)
  const [isChanging, setChanging] = useState(false)
  const mayChange = me?.roles.includes('hub-admin') === true && query.data !== undefined
  return (
    <Card
      title={t('mail-domains')}
      padded={false}
      aside={
        mayChange && (
          <Button size="s" onClick={() => setChanging(true)}>
            {t('mail-domains-change')}
          </Button>
        )
      }
    >
      <p className="card-body small reason">{t('mail-domains-say')}</p>
      <Loaded query={query} shape={1}>
        {(domains) => (
          <>
            <Domains domains={domains} />
            {mayChange && (
              <OpenDomains
                organisationId={organisationId}
                confirmed={domains}
                open={registered.filter((domain) => !domains.includes(domain))}
              />
            )}
          </>
        )}
      </Loaded>
      {isChanging && query.data !== undefined && (
        <MailDomainsSheet
          organisationId={organisationId}
          domains={query.data}
          onClose={() => setChanging(false)}
        />
      )}
    </Card>
  )
}

function Domains({ domains }: { domains: readonly string[] }) {
  const t = useWords(organisationWords)
  if (domains.length === 0) return <p className="card-body small">{t('mail-domains-none')}</p>
  return (
    <ul className="record-list">
      {domains.map((domain) => (
        <li key={domain}>
          <span className="record-text mono">{domain}</span>
        </li>
      ))}
    </ul>
  )
}

/** What is registered and not confirmed yet, by name, and one press to confirm it. */
function OpenDomains({
  organisationId,
  confirmed,
  open,
}: {
  organisationId: string
  confirmed: readonly string[]
  open: readonly string[]
}) {
  const t = useWords(organisationWords)
  const order = useSetMailDomains(organisationId)
  if (open.length === 0) return null
  // Those of others are named in the refusal; the next press goes without them.
  const foreign = order.error instanceof ApiFailure ? order.error.places : []
  const wanted = open.filter((domain) => !foreign.some(({ say }) => say === domain))
  return (
    <div className="card-body stack">
      <p className="small">{t('mail-domains-open')}</p>
      <p className="small mono mail-domains-open">{open.join('\n')}</p>
      <p className="small reason">{t('mail-domains-open-say')}</p>
      <div>
        <Button
          size="s"
          busy={order.isPending}
          disabled={wanted.length === 0}
          onClick={() => order.mutate({ domains: [...confirmed, ...wanted] })}
        >
          {t('mail-domains-confirm', { count: wanted.length })}
        </Button>
      </div>
      <FailureLine error={order.error} />
    </div>
  )
}

function MailDomainsSheet({
  organisationId,
  domains,
  onClose,
}: {
  organisationId: string
  domains: readonly string[]
  onClose: () => void
}) {
  const t = useWords(organisationWords)
  const form = useWords(formWords)
  const order = useSetMailDomains(organisationId)
  const [text, setText] = useState(domains.join('\n'))
  return (
    <FormSheet
      title={t('mail-domains')}
      submit={form('save')}
      order={order}
      isReady
      onSubmit={() => order.mutate({ domains: splitLines(text) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        label={t('mail-domains-label')}
        autosize
        minRows={3}
        maxRows={10}
        classNames={{ input: 'mono' }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormSheet>
  )
}
