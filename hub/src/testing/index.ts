export { type Caller, type TestHub, type TestHubOptions, withHub } from './with-hub.ts'
export type { HubAnswer, HubClient } from './hub-client.ts'
