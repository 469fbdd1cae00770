import type { PersonId } from 'contract/common'
import { TOTP } from 'otpauth'
import { expect } from 'vitest'
import type { Hub } from '../hub/src/hub.ts'
import { startSession } from '../hub/src/people/sessions.ts'
import type { Visitor } from './visitor.ts'
import type { Villager } from './village.ts'

/** Code an authenticator app would show now. */
export function codeOf(secret: string): string {
  return new TOTP({ secret }).generate()
}

/** Opens a one-time link and presses the button: a scanner that only opens it uses nothing up. */
export async function openLink(visitor: Visitor, villager: Villager): Promise<void> {
  const { page } = visitor
  await visitor.open(villager.invitation)
  await page.getByRole('button', { name: '続ける' }).click()
  await page.waitForURL('**/enrol')
}

/** Registers password and authenticator app as somebody would who cannot scan the picture. */
export async function enrolTotp({ page }: Visitor, password: string): Promise<void> {
  await page.getByRole('button', { name: '設定を始める' }).click()
  const secret = (await page.locator('form code').innerText()).trim()
  await page.getByLabel('新しいパスワード').fill(password)
  await page.getByLabel('認証アプリの6桁').fill(codeOf(secret))
  await page.getByRole('button', { name: '登録する', exact: true }).click()
  await page.getByRole('button', { name: '回復コードを作る' }).click()
  await page.getByRole('button', { name: '控えました。続ける' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/enrol'))
}

/** Gives the browser an authenticator in the machine, which says yes as its owner would. */
export async function addAuthenticator({ context, page }: Visitor): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

export async function enrolPasskey({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'パスキーを登録する' }).click()
  await page.getByRole('button', { name: 'あとで設定から作る' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/enrol'))
}

export async function signOut({ page }: Visitor): Promise<void> {
  await page.locator('.me-button').click()
  await page.getByRole('menuitem', { name: 'サインアウト' }).click()
  await page.waitForURL('**/sign-in**')
}

export async function signInByPasskey({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'パスキーで続ける' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Types mail address, password and code. */
export async function signInByPassword(visitor: Visitor, villager: Villager): Promise<void> {
  const { page } = visitor
  const { credentials, email } = villager
  if (credentials === undefined) throw new Error(`${villager.name} has no password.`)
  await visitor.open('/sign-in')
  await page.getByLabel('メールアドレス').fill(email)
  await page.getByLabel('パスワード', { exact: true }).fill(credentials.password)
  await page.getByRole('button', { name: '続ける', exact: true }).click()
  await page.getByLabel('認証アプリの6桁').fill(codeOf(credentials.totpSecret))
  await page.getByRole('button', { name: 'サインインする' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Signs in without the form, for those whose way in is not what is walked. */
export async function signInQuickly(
  { context, baseUrl }: Visitor,
  villager: Pick<Villager, 'name' | 'email' | 'credentials'>,
): Promise<void> {
  const { credentials, email } = villager
  if (credentials === undefined) throw new Error(`${villager.name} has no password.`)
  const { password, totpSecret } = credentials
  const data = { email, password, code: codeOf(totpSecret) }
  const headers = { origin: baseUrl }
  const answer = await context.request.post('/api/sign-in/password', { data, headers })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Puts a session of theirs into the browser, begun now or some minutes ago: for those who have no factor yet, or when many come at once. */
export async function openSession(
  { context, baseUrl }: Visitor,
  hub: Hub,
  personId: PersonId,
  { minutesAgo = 0 } = {},
): Promise<void> {
  const now = new Date(hub.clock.now().getTime() - minutesAgo * 60_000)
  const session = { personId, secondFactor: true, now, browser: 'walk' }
  const value = await hub.database.inStaff({}, (db) => startSession(db, session))
  await context.addCookies([
    { name: 'noroshi_session', value, url: baseUrl, httpOnly: true, sameSite: 'Strict' },
  ])
}
