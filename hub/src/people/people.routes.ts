import type { HubRoute } from '../http/define-route.ts'

export const peopleRoutes: readonly HubRoute[] = []
