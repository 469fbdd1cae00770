import { IconMailExclamation } from '@tabler/icons-react'
import { useMailedUse } from '../client/intake-use.ts'
import type { Me } from '../client/me.ts'
import { frameWords } from '../words/frame.ts'
import { useNumbers } from '../words/numbers.ts'
import { useWords } from '../words/use-words.ts'
import { isStaff } from './destinations.ts'

/** A line on every screen of the hub's people while mail comes near the bound of the day, or was turned away. */
export function MailFullLine({ me }: { me: Me }) {
  const t = useWords(frameWords)
  const numbers = useNumbers()
  const { data: use } = useMailedUse(isStaff(me))
  if (use === undefined || (!use.isNear && use.turnedAway === 0)) return null
  const { dayBytes, dayBytesMax, dayMails, dayMailsMax, isNear, turnedAway } = use
  return (
    <div className="mail-full" role="status">
      <IconMailExclamation size={16} stroke={1.5} aria-hidden="true" />
      <span className="grow">
        {turnedAway > 0 && t('mail-full-turned', { count: turnedAway })}
        {isNear && t('mail-full-near')}
        {t('mail-full-use', {
          mails: numbers.count(dayMails),
          mailsMax: numbers.count(dayMailsMax),
          bytes: numbers.bytes(dayBytes),
          bytesMax: numbers.bytes(dayBytesMax),
        })}
      </span>
    </div>
  )
}
