import { Automaton } from './automaton.ts'

/** Names of pages that visitors write into, Japanese words in Latin letters included. */
const FORMS = [
  'contact',
  'inquiry',
  'enquiry',
  'toiawase',
  'otoiawase',
  'form',
  'feedback',
  'comment',
  'guestbook',
  'entry',
  'apply',
  'mail.cgi',
  'postmail',
  'request',
  'question',
  'support',
]

/** Pages that take a password. */
const LOGINS = [
  'wp-login.php',
  'xmlrpc.php',
  'login',
  'logon',
  'signin',
  'sign-in',
  'sign_in',
  'j_security_check',
  'authenticate',
  'auth.owa',
  '/administrator/index.php',
  '/oauth/token',
  '/session',
]

const forms = new Automaton(FORMS)
const logins = new Automaton(LOGINS)

export type PostedPath = 'login' | 'form' | 'other'

/** What kind of page something was sent to. */
export function toPostedPath(bytes: Uint8Array, start: number, end: number): PostedPath {
  if (occurs(logins, bytes, start, end)) return 'login'
  return occurs(forms, bytes, start, end) ? 'form' : 'other'
}

function occurs(automaton: Automaton, bytes: Uint8Array, start: number, end: number): boolean {
  let isFound = false
  automaton.scan(bytes, start, end, () => {
    isFound = true
  })
  return isFound
}
