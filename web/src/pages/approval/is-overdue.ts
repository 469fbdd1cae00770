import type { ApprovalView } from 'contract/bulletin'

/** Nobody answered in time: the hub takes no answer any more and shares nothing. */
export const isOverdue = ({ state, dueAt }: Pick<ApprovalView, 'state' | 'dueAt'>): boolean =>
  state === 'waiting' && Date.parse(dueAt) < Date.now()
