import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { makeQueryClient } from './client/query-client.ts'
import { ToastProvider } from './parts/ToastProvider.tsx'
import { findNonce } from './find-nonce.ts'
import { makeRouter } from './router.tsx'
import { theme } from './theme/theme.ts'
import { i18n } from './words/i18n.ts'

const queryClient = makeQueryClient()
const router = makeRouter()
const colorSchemeManager = localStorageColorSchemeManager({ key: 'noroshi.colours' })

/** Everything the pages stand on: words, theme, loaded data, toasts, addresses. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
        getStyleNonce={findNonce}
      >
        <QueryClientProvider client={queryClient}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  )
}
