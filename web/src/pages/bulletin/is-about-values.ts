import type { BulletinView } from 'contract/bulletin'

/** Whether the next question to the providers is about values: before any text is asked about that would hold them. */
export const isAboutValues = ({ permissions }: Pick<BulletinView, 'permissions'>): boolean =>
  permissions.some(
    ({ problem, holders }) =>
      problem === undefined &&
      holders.some(({ answer }) => answer === 'waiting' || answer === 'not-asked') &&
      !holders.some(({ answer }) => answer === 'given'),
  )
