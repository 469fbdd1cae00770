import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './App.tsx'
import { startLanguage } from './words/i18n.ts'
import './theme/mantine.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'

// Compiling schemas with `new Function` is forbidden by the content security policy.
z.config({ jitless: true })
startLanguage()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
