import { IconWifiOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'

/** One line under the bar while there is no connection. */
export function OfflineLine() {
  const t = useWords(frameWords)
  const isOnline = useSyncExternalStore(watchConnection, () => navigator.onLine)
  if (isOnline) return null
  return (
    <p className="offline" role="status">
      <IconWifiOff size={16} stroke={1.5} aria-hidden="true" />
      {t('offline')}
    </p>
  )
}

function watchConnection(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
