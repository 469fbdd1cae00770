import { IconCheck, IconEyeOff, IconFileText, IconShare2 } from '@tabler/icons-react'
import type { Wishes } from 'contract/intake'
import type { ReactNode } from 'react'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import './WishesList.css'

/** What the provider asked for when sending. */
export function WishesList({
  wishes,
  groups,
}: {
  wishes: Wishes
  /** Names of the provider's groups. */
  groups: readonly string[]
}) {
  const t = useWords(intakeWords)
  const isLimited = wishes.groupIds.length > 0
  return (
    <ul className="wishes">
      <Wish icon={<IconShare2 />}>
        {isLimited ? t('wish-groups', { names: groups.join('、') }) : t('wish-all-groups')}
      </Wish>
      <Wish icon={<IconEyeOff />}>
        {wishes.keepBack.trim() === ''
          ? t('wish-keep-back-none')
          : t('wish-keep-back', { text: wishes.keepBack })}
      </Wish>
      <Wish icon={<IconCheck />}>
        {t(wishes.approvesFirst ? 'wish-approves' : 'wish-no-approval')}
      </Wish>
      <Wish icon={<IconFileText />}>
        {t(wishes.mayAppearInReport ? 'wish-report' : 'wish-no-report')}
      </Wish>
    </ul>
  )
}

function Wish({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="wish">
      <span aria-hidden="true">{icon}</span>
      <span className="reason">{children}</span>
    </li>
  )
}
