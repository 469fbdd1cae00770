import type { BulletinRecord } from './bulletin-record.ts'

/** It has left the hub, or did once. */
export const isOut = ({ state }: Pick<BulletinRecord, 'state'>): boolean =>
  state === 'released' || state === 'corrected' || state === 'withdrawn'
