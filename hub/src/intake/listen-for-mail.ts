import type { StartListener } from '../running.ts'
import { startSmtp } from './smtp.ts'

/** Starts the mail listener when the settings name a port for it. */
export const listenForMail: StartListener = async (hub) => {
  const { smtp } = hub.config
  return smtp === undefined ? { stop: async () => {} } : startSmtp(hub, smtp)
}
