import { useConfirmContact, useNewContacts } from '../../client/new-contacts.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useTold } from '../../parts/use-told.ts'
import { useDates } from '../../words/dates.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'

/** Whom the hub made a contact lately: a contact from before says whether that is so. */
export function NewContacts() {
  const t = useWords(organisationWords)
  const dates = useDates()
  const tell = useTold()
  const { data: me } = useMe()
  const { data: contacts } = useNewContacts(me?.roles.includes('member-contact') === true)
  const confirm = useConfirmContact()
  if (contacts === undefined || contacts.length === 0) return null
  return (
    <Card padded={false} title={t('new-contacts')}>
      <p className="small reason record-say">{t('new-contacts-say')}</p>
      <ul className="record-list">
        {contacts.map(({ personId, name, since }) => (
          <li key={personId}>
            <span className="record-text">
              <span className="strong">{name}</span>
              <span className="tiny quiet">
                {t('new-contact-since', { at: dates.short(since) })}
              </span>
            </span>
            {personId !== me?.personId && (
              <Button
                size="s"
                busy={confirm.isPending}
                onClick={() =>
                  void tell(confirm.mutateAsync(personId), () => ({
                    say: t('new-contact-done', { name }),
                  }))
                }
              >
                {t('new-contact-confirm')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
