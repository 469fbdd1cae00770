import { createHash } from 'node:crypto'
import type { LeakCheck } from 'contract/bulletin'
import { type ReleaseCertificate, ReleaseStatement } from 'contract/release-certificate'
import { type BulletinRecord, type OutgoingForms, permittedValues } from '../anonymisation/index.ts'
import type { Secrets } from '../secrets.ts'

type Signer = Pick<Secrets, 'sign' | 'publicKey'>

/** Signs what left and what it was searched for, at the moment it leaves. */
export function certifyRelease(
  { sign, publicKey }: Signer,
  {
    bulletin,
    check,
    forms,
    now,
  }: {
    bulletin: BulletinRecord
    check: LeakCheck
    forms: OutgoingForms
    now: Date
  },
): ReleaseCertificate {
  const said: ReleaseStatement = {
    ...{ kind: 'noroshi-release', version: 2 },
    bulletin: bulletin.number,
    bulletinVersion: bulletin.version,
    contentHash: bulletin.contentHash,
    releasedAt: now.toISOString(),
    forms: forms.list.map(({ format, bytes }) => ({
      format,
      sizeBytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    checker: check.checker,
    traceCount: check.traceCount,
    spellingCount: check.spellingCount,
    encodedForms: check.encodedForms,
    // Nothing leaves before each of them has been looked at.
    weakConfirmedCount: check.weakTraces.length,
    skippedCount: check.skippedCount,
    permittedCount: permittedValues(bulletin).length,
  }
  return signStatement({ sign, publicKey }, said)
}

/** The same for one of the providers, with nothing in it that counts another's traces or values. */
export function certifyForProvider(
  signer: Signer,
  { statement }: ReleaseCertificate,
  { traceCount, permittedCount }: Pick<ReleaseStatement, 'traceCount' | 'permittedCount'>,
): ReleaseCertificate {
  const said = ReleaseStatement.parse(JSON.parse(statement))
  const ofAll = ['spellingCount', 'encodedForms', 'weakConfirmedCount', 'skippedCount']
  const kept = Object.entries({ ...said, traceCount, permittedCount }).filter(
    ([name]) => !ofAll.includes(name),
  )
  return signStatement(signer, ReleaseStatement.parse(Object.fromEntries(kept)))
}

function signStatement({ sign, publicKey }: Signer, said: ReleaseStatement): ReleaseCertificate {
  const statement = JSON.stringify(said)
  return { statement, signature: sign(statement).toString('base64'), key: publicKey }
}
