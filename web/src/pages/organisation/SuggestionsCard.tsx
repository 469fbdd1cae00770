import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { TextInput } from '@mantine/core'
import type { VaultSuggestion } from 'contract/community'
import { useState } from 'react'
import { toSay } from '../../client/api-failure.ts'
import { useAnswerSuggestion, useSuggestions } from '../../client/community.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useToast } from '../../parts/toasts.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import type { VaultCardProps } from './vault-card-props.ts'

const SAID = { accept: 'suggestion-accepted', refuse: 'suggestion-refused' } as const

/** What the organisation's own mails show of it: one press takes it in, one refuses it for good. */
export function SuggestionsCard({ view: { organisationId }, isOwn, mayEdit }: VaultCardProps) {
  const t = useWords(organisationWords)
  const { data: suggestions = [] } = useSuggestions(organisationId)
  if (suggestions.length === 0) return null
  return (
    <Card
      title={
        <>
          {t('suggestions')} <span className="count">{suggestions.length}</span>
        </>
      }
      padded={false}
    >
      <p className="vault-say">{t(isOwn ? 'suggestions-say' : 'suggestions-hub')}</p>
      <ul className="record-list">
        {suggestions.map((suggestion) => (
          <SuggestionLine
            key={`${suggestion.list} ${suggestion.value}`}
            organisationId={organisationId}
            suggestion={suggestion}
            mayAnswer={isOwn && mayEdit}
          />
        ))}
      </ul>
    </Card>
  )
}

function SuggestionLine({
  organisationId,
  suggestion,
  mayAnswer,
}: {
  organisationId: string
  suggestion: VaultSuggestion
  mayAnswer: boolean
}) {
  const t = useWords(organisationWords)
  const { list, value, address, submissionCount, isReceived } = suggestion
  const [isEditing, setEditing] = useState(false)
  return (
    <li>
      <span className="record-text">
        <span>
          <span className={list === 'people' ? 'strong' : 'mono'}>
            <HostileText text={value} />
          </span>{' '}
          <span className="tiny quiet">{t(list)}</span>
        </span>
        {address !== undefined && (
          <span className="mono quiet cut">
            <HostileText text={address} />
          </span>
        )}
        <span className="tiny quiet">
          {t(isReceived ? 'why-received' : 'why-addressed', { count: submissionCount })}
        </span>
      </span>
      {mayAnswer && (
        <Answers
          organisationId={organisationId}
          suggestion={suggestion}
          onEdit={() => setEditing(true)}
        />
      )}
      {isEditing && (
        <EditSheet
          organisationId={organisationId}
          suggestion={suggestion}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  )
}

function Answers({
  organisationId,
  suggestion: { list, value },
  onEdit,
}: {
  organisationId: string
  suggestion: VaultSuggestion
  onEdit: () => void
}) {
  const t = useWords(organisationWords)
  const say = useSay()
  const toast = useToast()
  const order = useAnswerSuggestion(organisationId)
  const send = (answer: 'accept' | 'refuse') =>
    order.mutate(
      { list, value, answer },
      {
        onSuccess: () => toast({ say: t(SAID[answer], { what: value }) }),
        onError: (error) => toast({ say: say(toSay(error)), isError: true }),
      },
    )
  return (
    <span className="row">
      <Button
        size="s"
        icon={<IconCheck aria-hidden="true" />}
        busy={order.isPending}
        aria-label={`${t('suggestion-accept')}: ${value}`}
        onClick={() => send('accept')}
      >
        {t('suggestion-accept')}
      </Button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('edit-one', { what: value })}
        onClick={onEdit}
      >
        <IconPencil stroke={1.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`${t('suggestion-refuse')}: ${value}`}
        onClick={() => send('refuse')}
      >
        <IconX stroke={1.5} aria-hidden="true" />
      </button>
    </span>
  )
}

function EditSheet({
  organisationId,
  suggestion: { list, value },
  onClose,
}: {
  organisationId: string
  suggestion: VaultSuggestion
  onClose: () => void
}) {
  const t = useWords(organisationWords)
  const order = useAnswerSuggestion(organisationId)
  const [text, setText] = useState(value)
  return (
    <FormSheet
      title={t('edit-one', { what: t(list) })}
      submit={t('suggestion-accept')}
      order={order}
      isReady={text.trim() !== ''}
      onSubmit={() =>
        order.mutate({ list, value, answer: 'accept', text: text.trim() }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <TextInput
        label={t(list === 'people' ? 'person-name' : list)}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormSheet>
  )
}
