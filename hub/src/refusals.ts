import type { Bilingual } from 'contract/common'

interface RefusalForm {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 503 | 507
  readonly say: Bilingual
}

/** Everything the hub may politely refuse, in one place: the code clients see, the status, the sentence. */
export const REFUSALS = {
  'not-found': {
    status: 404,
    say: {
      ja: '見つかりません。存在しないか、閲覧できない情報です。',
      en: 'This does not exist, or you may not see it.',
    },
  },
  'sign-in-required': {
    status: 401,
    say: { ja: 'サインインしてください。', en: 'Please sign in.' },
  },
  'sign-in-failed': {
    status: 401,
    say: {
      ja: 'サインインできませんでした。入力内容を確認してください。',
      en: 'Sign-in did not succeed. Please check what you entered.',
    },
  },
  'second-factor-required': {
    status: 403,
    say: {
      ja: 'パスキーまたは認証アプリを登録してから続けてください。',
      en: 'Register a passkey or an authenticator app before you continue.',
    },
  },
  'role-required': {
    status: 403,
    say: {
      ja: 'この操作を行う権限がありません。',
      en: 'Your role does not allow this.',
    },
  },
  'scope-required': {
    status: 403,
    say: {
      ja: 'このトークンにはこの操作の権限がありません。',
      en: 'This token does not carry the scope for this.',
    },
  },
  'link-spent': {
    status: 410,
    say: {
      ja: 'このリンクは使用済みか、期限が切れています。新しいリンクを依頼してください。',
      en: 'This link has been used or has expired. Please ask for a new one.',
    },
  },
  'last-factor': {
    status: 409,
    say: {
      ja: '最後のサインイン手段は削除できません。先に別の手段を登録してください。',
      en: 'The last way to sign in cannot be removed. Register another one first.',
    },
  },
  'address-taken': {
    status: 409,
    say: {
      ja: 'このメールアドレスはすでに登録されています。',
      en: 'This e-mail address is registered already.',
    },
  },
  'weak-password': {
    status: 422,
    say: {
      ja: 'パスワードが推測されやすいため使用できません。別のものにしてください。',
      en: 'This password is too easy to guess. Please choose another.',
    },
  },
  'slow-down': {
    status: 429,
    say: {
      ja: '試行が多すぎます。しばらく待ってからやり直してください。',
      en: 'Too many attempts. Please wait a moment and try again.',
    },
  },
  'request-unfit': {
    status: 400,
    say: {
      ja: '送信された内容の形式が正しくありません。',
      en: 'The request does not have the expected form.',
    },
  },
  'too-large': {
    status: 413,
    say: { ja: 'データが大きすぎます。', en: 'This is too large.' },
  },
  'not-same-origin': {
    status: 403,
    say: {
      ja: '別のサイトからの操作は受け付けません。',
      en: 'Requests from another site are not accepted.',
    },
  },
  'edited-meanwhile': {
    status: 409,
    say: {
      ja: '別の人が先に変更しました。最新の内容を確認してください。',
      en: 'Somebody else changed this first. Please look at the newest version.',
    },
  },
  conflict: {
    status: 409,
    say: {
      ja: '同じものがすでにあるため、実行できません。',
      en: 'This already exists, so the request cannot be carried out.',
    },
  },
  outage: {
    status: 503,
    say: {
      ja: 'ただいま一時的に利用できません。少し待ってからやり直してください。',
      en: 'The service is briefly unavailable. Please try again shortly.',
    },
  },
  'storage-full': {
    status: 507,
    say: {
      ja: '保存領域が不足しているため、受け付けられません。',
      en: 'There is no room left to store this, so it was not accepted.',
    },
  },
} as const satisfies Record<string, RefusalForm>

export type RefusalCode = keyof typeof REFUSALS

/** An expected "no": the caller's turn. Rendered in one place as problem+json. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: RefusalCode, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(REFUSALS[code].say.en, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
