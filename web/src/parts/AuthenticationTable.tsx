import { evidenceWords } from '../words/evidence.ts'
import { useWords } from '../words/use-words.ts'
import { Chip } from './Chip.tsx'
import { HostileText } from './hostile/HostileText.tsx'
import './AuthenticationTable.css'

/** One result of SPF, DKIM, DMARC or ARC. */
export interface AuthenticationCheck {
  readonly method: string
  readonly result: string
  readonly domain?: string | undefined
  /** Whether that is the organisation of From. */
  readonly isAligned?: boolean | undefined
  /** Server that recorded it; absent when the hub computed it. */
  readonly by?: string | undefined
  readonly isTrusted: boolean
  /** Stands in the receiver's name where the receiver cannot have written it. */
  readonly isForged?: boolean | undefined
}

/** Which check said what about which domain, and whose word that is. */
export function AuthenticationTable({ checks }: { checks: readonly AuthenticationCheck[] }) {
  const t = useWords(evidenceWords)
  if (checks.length === 0) return <p className="quiet">{t('no-authentication')}</p>
  return (
    <div className="authentication" tabIndex={0} role="group" aria-label={t('authentication')}>
      <table className="authentication-table">
        <thead>
          <tr>
            {(['method', 'result', 'domain', 'aligned', 'by', 'standing'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map((check, at) => (
            <CheckRow key={at} check={check} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CheckRow({ check }: { check: AuthenticationCheck }) {
  const t = useWords(evidenceWords)
  const { method, result, domain, isAligned, by } = check
  return (
    <tr data-trusted={check.isTrusted ? '' : undefined}>
      <th scope="row">
        <HostileText text={method.toUpperCase()} />
      </th>
      <td className="mono">
        <HostileText text={result} />
      </td>
      <td className="mono">{domain !== undefined && <HostileText text={domain} />}</td>
      <td>{isAligned !== undefined && t(isAligned ? 'aligned-yes' : 'aligned-no')}</td>
      <td className="mono">{by === undefined ? t('by-hub') : <HostileText text={by} />}</td>
      <td>
        <Standing {...check} />
      </td>
    </tr>
  )
}

/** Passing is no praise: a false domain passes its own checks. Only whose word it is is judged here. */
function Standing({ isTrusted, isForged = false }: AuthenticationCheck) {
  const t = useWords(evidenceWords)
  if (isForged) return <Chip tone="bad">{t('forged')}</Chip>
  return isTrusted ? (
    <Chip tone="ok">{t('trusted')}</Chip>
  ) : (
    <Chip tone="neutral">{t('claimed')}</Chip>
  )
}
