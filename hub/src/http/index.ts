export { defineRoute, type HubRoute } from './define-route.ts'
export type { HubContext, HubEnv } from './hub-env.ts'
export { readBody, streamBody } from './read-body.ts'
export { buildApp, type HubApp } from './build-app.ts'
