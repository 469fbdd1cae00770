import { fileURLToPath } from 'node:url'
import { foundationRoutes } from './foundation-routes.ts'
import { buildApp } from './http/build-app.ts'
import { listen } from './http/listen.ts'
import { loadWebFiles } from './http/web-files.ts'
import type { Hub } from './hub.ts'
import type { Running } from './running.ts'
import { stepListeners, stepRoutes } from './steps.ts'

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Starts the process that talks to the outside. It stores and answers, and parses nothing hostile beyond framing. */
export async function startFront(hub: Hub): Promise<Running & { readonly port: number }> {
  const routes = [...foundationRoutes, ...stepRoutes]
  const http = await listen(buildApp(hub, routes, loadWebFiles(WEB_FOLDER)), hub.config)
  const listeners = await Promise.all(stepListeners.map((start) => start(hub)))
  return {
    port: http.port,
    async stop() {
      await Promise.all([http, ...listeners].map((running) => running.stop()))
      await hub.database.close()
    },
  }
}
