import type { FindingDetail } from 'contract/analysis'
import { AuthenticationTable } from '../AuthenticationTable.tsx'
import { FileFacts } from '../FileFacts.tsx'
import { FileSigns } from '../FileSigns.tsx'
import { Lookalike } from '../Lookalike.tsx'
import { UrlLadder } from '../UrlLadder.tsx'
import { HostileText } from '../hostile/HostileText.tsx'
import { useSay } from '../../words/use-words.ts'
import { AddressPairs } from './AddressPairs.tsx'
import { RegistrationDays } from './RegistrationDays.tsx'
import './DetailPicture.css'

type DetailOf<K extends FindingDetail['kind']> = Extract<FindingDetail, { kind: K }>

/** The picture that belongs to a finding's kind of evidence. */
export function DetailPicture({ detail }: { detail: FindingDetail }) {
  switch (detail.kind) {
    case 'lookalike':
      return <Lookalike {...detail} />
    case 'url':
      return <UrlLadder detail={detail} />
    case 'addresses':
      return <AddressPairs pairs={detail.pairs} />
    case 'words':
      return <LureWords detail={detail} />
    case 'authentication':
      return <AuthenticationTable checks={detail.checks} />
    case 'registration':
      return <RegistrationDays detail={detail} />
    case 'file':
      return <InTheFile detail={detail} />
  }
}

/** What the words press for, each with the words themselves. */
function LureWords({ detail }: { detail: DetailOf<'words'> }) {
  const say = useSay()
  return (
    <dl className="lure">
      {detail.rules.map(({ rule, label, quotes }) => (
        <div key={rule} className="lure-rule">
          <dt>{say(label)}</dt>
          {quotes.map((quote, at) => (
            <dd key={at} className="lure-quote">
              <q>
                <HostileText text={quote} />
              </q>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function InTheFile({ detail }: { detail: DetailOf<'file'> }) {
  return (
    <div className="stack">
      {detail.fileName !== '' && (
        <p className="mono">
          <HostileText text={detail.fileName} />
        </p>
      )}
      {detail.signs.length > 0 && <FileSigns signs={detail.signs} />}
      {detail.facts.length > 0 && <FileFacts facts={detail.facts} />}
    </div>
  )
}
