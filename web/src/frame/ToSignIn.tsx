import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Leads to the sign-in page, once, and remembers the way back. */
export function ToSignIn() {
  const navigate = useNavigate()
  const router = useRouter()
  useEffect(() => {
    const { href } = router.state.location
    // Runs again while the page changes; by then the address is the sign-in page's own.
    if (href.startsWith('/sign-in')) return
    void navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [navigate, router])
  return null
}
