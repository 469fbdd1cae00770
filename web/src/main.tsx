import './without-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { handNonceOn } from './find-nonce.ts'
import { guardMarkup } from './trusted-types.ts'
import { startLanguage } from './words/i18n.ts'
import './theme/mantine.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/print.css'
import './theme/paper-labels.css'

guardMarkup()
handNonceOn()
startLanguage()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
