import { useClosedThing } from '../../client/restriction.ts'
import { useParam } from '../../frame/use-address.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ClosedView } from '../../parts/restriction/ClosedView.tsx'

/** Something restricted to others, by its id. */
export function ClosedThingPage() {
  const closed = useClosedThing(useParam('thingId'))
  return (
    <Loaded isPage back="restricted" query={closed}>
      {(thing) => <ClosedView thing={thing} />}
    </Loaded>
  )
}
