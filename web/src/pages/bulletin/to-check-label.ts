import type { BulletinView } from 'contract/bulletin'

/** What the button of the check reads, also where another place names it. */
export const toCheckLabel = ({ check }: Pick<BulletinView, 'check'>): 'check' | 'check-again' =>
  check === undefined ? 'check' : 'check-again'
