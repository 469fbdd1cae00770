import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const MIB = 1024 * 1024
const flag = z.enum(['0', '1']).transform((value) => value === '1')

/** Every setting, read from the environment or from `settings` in the data folder. The names here are the names there. */
export const Settings = z.object({
  NOROSHI_DATA: z
    .string()
    .default('.noroshi')
    .describe('Folder of everything the hub keeps: evidence, keys, and the built-in database.'),
  NOROSHI_ADDRESS: z
    .string()
    .default('127.0.0.1')
    .describe(
      'Network address the web interface listens on. Anything but loopback needs an https base URL.',
    ),
  NOROSHI_PORT: port
    .default(8080)
    .describe('Port of the web interface. 0 lets the system choose one.'),
  NOROSHI_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address people type, such as https://hub.example. Passkeys and links are bound to it.',
    ),
  NOROSHI_TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe(
      'How many proxies of your own stand before the hub; so many entries of X-Forwarded-For are believed.',
    ),
  NOROSHI_DATABASE_URL: z
    .string()
    .optional()
    .describe(
      'Your own PostgreSQL (15 or newer), signing in as noroshi_app. Without it the hub runs its own.',
    ),
  NOROSHI_DATABASE_OWNER_URL: z
    .string()
    .optional()
    .describe(
      'The same database, signing in as noroshi_owner. Used to apply migrations and nothing else.',
    ),
  NOROSHI_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(4)
    .max(200)
    .default(16)
    .describe('Connections to the database each process may hold.'),
  NOROSHI_MASTER_KEY_FILE: z
    .string()
    .optional()
    .describe(
      'File with the key that encrypts evidence (64 hexadecimal digits, mode 0600). Made on the first start of a hub with its own database.',
    ),
  NOROSHI_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe('Jobs a worker process runs at once.'),
  NOROSHI_SMTP_ADDRESS: z
    .string()
    .default('127.0.0.1')
    .describe('Network address the mail listener listens on.'),
  NOROSHI_SMTP_PORT: port
    .optional()
    .describe(
      'Port of the mail listener that takes members’ forwards. Without it no mail is taken in.',
    ),
  NOROSHI_SMTP_ACCEPT_OUTSIDE: flag
    .default(true)
    .describe(
      'Mail from senders who are no registered contacts is kept as coming from outside, and answered like a contact’s. 0 to refuse it; then anybody can try out which addresses are contacts.',
    ),
  NOROSHI_SMTP_GATEWAYS: z
    .string()
    .default('')
    .transform((text) => text.split(/[ ,]+/).filter((address) => address !== ''))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()])).max(20))
    .describe(
      'IP addresses of your own mail gateways before the listener, parted by spaces. All mail comes from them, so the bound for each network does not hold for them; the bound for all together does.',
    ),
  NOROSHI_MAIL_DOMAIN: z
    .string()
    .default('hub.invalid')
    .describe('Domain of the hub’s mailbox; mail to others is not accepted.'),
  NOROSHI_MAIL_RELAY_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Relay for notices, such as smtps://user:password@relay.example. A plain smtp relay elsewhere has to offer STARTTLS. Without a relay notices wait in the outbox.',
    ),
  NOROSHI_MAIL_FROM: z.string().default('noroshi@hub.invalid').describe('Sender of notices.'),
  NOROSHI_RELEASE_DELAY_MINUTES: z.coerce
    .number()
    .int()
    .min(0)
    .max(1440)
    .default(10)
    .describe(
      'Minutes between the order to share a text and its leaving, in which it can be cancelled. 0 shares at once.',
    ),
  NOROSHI_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(60)
    .max(1_000_000)
    .default(600)
    .describe(
      'Requests a person may make in a minute before being told to wait; a machine with a token may make twice as many.',
    ),
  NOROSHI_INTAKE_MIB_PER_DAY: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(2048)
    .describe('Mebibytes one organisation may hand in on one day.'),
  NOROSHI_INTAKE_MIB_IN_ALL: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000_000)
    .default(204_800)
    .describe('Mebibytes one organisation may hand in altogether.'),
  NOROSHI_DRAFT_SECONDS: z.coerce
    .number()
    .positive()
    .max(600)
    .default(50)
    .describe('Seconds after which the draft of a case is given up.'),
  NOROSHI_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'OpenID provider people may sign in through, as its discovery document names itself. https, or http on loopback.',
    ),
  NOROSHI_OIDC_CLIENT_ID: z
    .string()
    .optional()
    .describe('Name under which the hub is registered at the OpenID provider.'),
  NOROSHI_OIDC_CLIENT_SECRET_FILE: z
    .string()
    .optional()
    .describe('File with the secret of that registration (mode 0600).'),
  NOROSHI_OIDC_NAME: z
    .string()
    .max(40)
    .optional()
    .describe('What the button of the sign-in page calls the provider. Without it, its host.'),
  NOROSHI_OIDC_SECOND_FACTOR: z
    .string()
    .default('')
    .describe(
      'Values of amr or acr, parted by spaces, that prove a second factor at the provider, such as mfa. Without them the hub asks for its own as well.',
    ),
  NOROSHI_DEMO: flag
    .default(false)
    .describe(
      '1 for a demonstration: one-time links replace the second factor. Refused on a public address.',
    ),
})
export type Settings = z.output<typeof Settings>

/** Settings as the hub uses them. */
export interface Config {
  readonly dataFolder: string
  readonly address: string
  readonly port: number
  /** Origin people reach the hub at, without a path. */
  readonly baseUrl: string
  readonly trustedProxies: number
  /** Absent when the hub runs its own PostgreSQL. */
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly databaseConnections: number
  readonly masterKeyFile: string | undefined
  readonly workers: number
  readonly smtp: { readonly address: string; readonly port: number } | undefined
  readonly smtpAcceptOutside: boolean
  /** Addresses of the hub's own mail gateways, which stand for many networks. */
  readonly smtpGateways: readonly string[]
  readonly mailDomain: string
  readonly mailRelayUrl: string | undefined
  readonly mailFrom: string
  readonly releaseDelayMinutes: number
  readonly requestsPerMinute: number
  readonly intakeBytesPerDay: number
  readonly intakeBytesInAll: number
  readonly draftSeconds: number
  /** Absent when people sign in here only. */
  readonly signInService: SignInService | undefined
  readonly demo: boolean
}

/** The OpenID provider people may sign in through. */
export interface SignInService {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecretFile: string
  readonly name: string
  /** Values of `amr` or `acr` that stand for a second factor. */
  readonly secondFactor: readonly string[]
}

/** A setting that would make the hub unsafe or useless, with what to do about it. */
export class UnfitSettings extends Error {
  override readonly name = 'UnfitSettings'
}

/** Reads settings and refuses unsafe ones with a sentence that says what to do. */
export function parseConfig(source: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is how shells and service files say "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = Settings.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new UnfitSettings(`These settings do not have the expected form. ${lines.join('; ')}`)
  }
  const config = toConfig(result.data)
  refuseUnsafe(config)
  return config
}

function toConfig(settings: Settings): Config {
  const { NOROSHI_PORT: listenPort, NOROSHI_SMTP_PORT: smtpPort } = settings
  return {
    dataFolder: settings.NOROSHI_DATA,
    address: settings.NOROSHI_ADDRESS,
    port: listenPort,
    baseUrl: new URL(settings.NOROSHI_BASE_URL ?? `http://localhost:${listenPort}`).origin,
    trustedProxies: settings.NOROSHI_TRUSTED_PROXIES,
    databaseUrl: settings.NOROSHI_DATABASE_URL,
    databaseOwnerUrl: settings.NOROSHI_DATABASE_OWNER_URL,
    databaseConnections: settings.NOROSHI_DATABASE_CONNECTIONS,
    masterKeyFile: settings.NOROSHI_MASTER_KEY_FILE,
    workers: settings.NOROSHI_WORKERS,
    smtp:
      smtpPort === undefined
        ? undefined
        : { address: settings.NOROSHI_SMTP_ADDRESS, port: smtpPort },
    smtpAcceptOutside: settings.NOROSHI_SMTP_ACCEPT_OUTSIDE,
    smtpGateways: settings.NOROSHI_SMTP_GATEWAYS,
    mailDomain: settings.NOROSHI_MAIL_DOMAIN,
    mailRelayUrl: settings.NOROSHI_MAIL_RELAY_URL,
    mailFrom: settings.NOROSHI_MAIL_FROM,
    releaseDelayMinutes: settings.NOROSHI_RELEASE_DELAY_MINUTES,
    requestsPerMinute: settings.NOROSHI_REQUESTS_PER_MINUTE,
    intakeBytesPerDay: settings.NOROSHI_INTAKE_MIB_PER_DAY * MIB,
    intakeBytesInAll: settings.NOROSHI_INTAKE_MIB_IN_ALL * MIB,
    draftSeconds: settings.NOROSHI_DRAFT_SECONDS,
    signInService: toSignInService(settings),
    demo: settings.NOROSHI_DEMO,
  }
}

function toSignInService(settings: Settings): SignInService | undefined {
  const { NOROSHI_OIDC_ISSUER: issuer, NOROSHI_OIDC_CLIENT_ID: clientId } = settings
  const { NOROSHI_OIDC_CLIENT_SECRET_FILE: clientSecretFile } = settings
  const given = [issuer, clientId, clientSecretFile].filter((value) => value !== undefined)
  if (given.length === 0) return undefined
  if (issuer === undefined || clientId === undefined || clientSecretFile === undefined) {
    throw new UnfitSettings(
      'Signing in through an OpenID provider needs NOROSHI_OIDC_ISSUER, NOROSHI_OIDC_CLIENT_ID and NOROSHI_OIDC_CLIENT_SECRET_FILE together.',
    )
  }
  const { protocol, hostname, host } = new URL(issuer)
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new UnfitSettings(
      `Whoever stands between could say who signs in at ${issuer}. Set NOROSHI_OIDC_ISSUER to an https address.`,
    )
  }
  return {
    ...{ issuer, clientId, clientSecretFile },
    name: settings.NOROSHI_OIDC_NAME ?? host,
    secondFactor: settings.NOROSHI_OIDC_SECOND_FACTOR.split(/\s+/).filter(Boolean),
  }
}

function refuseUnsafe(config: Config): void {
  const { address, baseUrl, demo, databaseUrl, databaseOwnerUrl, masterKeyFile } = config
  const isPublic = !isLoopback(address)
  if (isPublic && !baseUrl.startsWith('https:')) {
    throw new UnfitSettings(
      `The hub would listen on ${address} without encryption. Put a proxy with TLS before it and set NOROSHI_BASE_URL to its https address.`,
    )
  }
  if (!baseUrl.startsWith('https:') && !isLoopback(new URL(baseUrl).hostname)) {
    throw new UnfitSettings(
      `Passwords would travel to ${baseUrl} in the clear. Set NOROSHI_BASE_URL to an https address.`,
    )
  }
  if (demo && isPublic) {
    throw new UnfitSettings(
      'A demonstration lets people in by link alone. Take NOROSHI_DEMO away, or listen on 127.0.0.1.',
    )
  }
  if (databaseUrl !== undefined && masterKeyFile === undefined) {
    throw new UnfitSettings(
      'Several machines may use this database and must share one key. Make it with "openssl rand -hex 32", keep it in a file of mode 0600 and name it in NOROSHI_MASTER_KEY_FILE.',
    )
  }
  if (databaseOwnerUrl !== undefined && databaseUrl === undefined) {
    throw new UnfitSettings(
      'NOROSHI_DATABASE_OWNER_URL is of use only together with NOROSHI_DATABASE_URL.',
    )
  }
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
  )
}
