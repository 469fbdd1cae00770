import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm run dev` finds the hub's API. */
const hubAddress = process.env['NOROSHI_HUB'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The hub puts a fresh nonce in its place with every answer (hub/src/http/web-files.ts).
  html: { cspNonce: 'NONCE-OF-THIS-ANSWER' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // An inlined asset would need `data:` in more places of the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Chunks keep the order of imports: what must run first (src/without-eval.ts) does.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: hubAddress, changeOrigin: false } } },
})
