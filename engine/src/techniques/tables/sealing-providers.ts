/**
 * Mail providers and forwarders that seal what they pass on, by registrable domain. They write into
 * a seal what they saw and not what a customer asks them to, so their word may be taken.
 */
export const SEALING_PROVIDERS: ReadonlySet<string> = new Set([
  'google.com',
  'microsoft.com',
  'outlook.com',
  'messagingengine.com',
  'icloud.com',
  'yahoo.com',
  'aol.com',
  'zoho.com',
  'zohomail.com',
  'mimecast.com',
  'pphosted.com',
  'cloudflare-email.net',
  'forwardemail.net',
  'simplelogin.co',
  'proton.me',
  'protonmail.com',
  'gmx.net',
  'web.de',
  'pobox.com',
  'kernel.org',
  'ietf.org',
])
