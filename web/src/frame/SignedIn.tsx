import { Navigate } from '@tanstack/react-router'
import { type Me, useMe } from '../client/me.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { Frame } from './Frame.tsx'
import { OwnFactor } from './OwnFactor.tsx'
import { ToSignIn } from './ToSignIn.tsx'

/** The frame, once it is known who is here; otherwise the way to the sign-in page and back. */
export function SignedIn() {
  const me = useMe()
  return (
    <Loaded query={me} shape={6}>
      {(person) => {
        if (person === null) return <ToSignIn />
        if (!person.secondFactor) {
          return hasFactor(person) ? <OwnFactor me={person} /> : <Navigate to="/enrol" replace />
        }
        return <Frame me={person} />
      }}
    </Loaded>
  )
}

const hasFactor = ({ factors }: Me): boolean => factors.passkeys > 0 || factors.totp
