import type { RecordedResult } from './parse-results.ts'
import { tokenise } from './tokenise.ts'

export interface ReceivedSpf {
  readonly result: RecordedResult
  /** `receiver=`: the server that checked. */
  readonly server?: string
}

/** Reads Received-SPF (RFC 7208 §9.1): a result, a comment, pairs that end in semicolons. */
export function parseReceivedSpf(value: string): ReceivedSpf | undefined {
  const tokens = tokenise(value)
  const [first] = tokens
  if (first?.kind !== 'word' || !/^[a-z]{3,12}$/i.test(first.text)) return undefined
  const pairs = new Map<string, string>()
  for (const [at, token] of tokens.entries()) {
    const isPair = token.kind === 'word' && tokens[at + 1]?.kind === '='
    const said = tokens[at + 2]
    if (isPair && said !== undefined && said.kind !== ';')
      pairs.set(token.text.toLowerCase(), said.text)
  }
  const properties = new Map<string, string>()
  const from = pairs.get('envelope-from') ?? pairs.get('identity-from')
  const comments = tokens.filter(({ kind }) => kind === 'comment').map(({ text }) => text)
  const claimed = from ?? findDomainInComment(comments[0] ?? '')
  if (claimed !== undefined) properties.set('smtp.mailfrom', claimed)
  const helo = pairs.get('helo')
  if (helo !== undefined) properties.set('smtp.helo', helo)
  const ip = pairs.get('client-ip')
  if (ip !== undefined) properties.set('smtp.remote-ip', ip)
  const server = pairs.get('receiver') ?? /^([a-z0-9.-]{3,253}):/i.exec(comments[0] ?? '')?.[1]
  return {
    result: { method: 'spf', result: first.text.toLowerCase(), properties, comments },
    ...(server === undefined ? {} : { server: server.toLowerCase() }),
  }
}

/** "domain of user@a.example designates 192.0.2.1 as permitted sender" is what most servers say. */
function findDomainInComment(comment: string): string | undefined {
  const text = comment.slice(0, 500)
  return (
    /domain of (?:transitioning )?(\S{3,254})/i.exec(text)?.[1] ??
    /(?:^|: )(\S{3,254}) does not designate/i.exec(text)?.[1]
  )
}
