import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField, Message } from '../../evidence/message.ts'
import type { Knowledge } from '../../knowledge.ts'
import { limits } from '../../limits.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { toBodyHasher } from './body-hasher.ts'
import { judgeSignature, type Verdict } from './judge-signature.ts'
import { parseSignature } from './parse-signature.ts'

/** Verifies the DKIM signatures of a mail without asking anybody (RFC 6376, RFC 8463). */
export function verifySignatures(
  message: Message,
  knowledge: Knowledge,
  hashBody = toBodyHasher(message),
): AuthenticationCheck[] {
  return message
    .header('dkim-signature')
    .slice(0, limits.signaturesMax)
    .map((header) => {
      const signature = parseSignature(header.value)
      const verdict =
        signature === undefined
          ? ({ result: 'permerror', reason: 'malformed' } as const)
          : judgeSignature(message, header, signature, knowledge, hashBody)
      return toCheck(message, header, signature?.domain, verdict)
    })
}

function toCheck(
  { from }: Message,
  header: HeaderField,
  domain: string | undefined,
  verdict: Verdict,
): AuthenticationCheck {
  const shown = domain === undefined ? undefined : toAsciiDomain(domain)
  return {
    method: 'dkim',
    ...verdict,
    ...(shown === undefined ? {} : { domain: shown }),
    ...(shown === undefined || from === undefined || from.organisation === ''
      ? {}
      : { isAligned: toOrganisation(shown) === from.organisation }),
    isTrusted: true,
    header,
  }
}
