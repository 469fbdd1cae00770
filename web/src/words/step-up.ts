import { defineWords } from './define-words.ts'

/** The sheet that asks once more who sits at the screen. */
export const stepUpWords = defineWords('step-up', {
  ja: {
    title: 'もう一度、本人確認をします',
    say: '取り消しにくい操作です。ご本人であることを確かめてから、続けて実行します。確認は10分間有効です。',
    'title-first': 'このハブの本人確認をします',
    'say-first': '外部のサインインに続けて、このハブに登録した方法でも確認します。',
    passkey: 'パスキーで確認する',
    'passkey-stopped': 'パスキーでの確認が終わりませんでした。もう一度お試しください。',
    code: '認証アプリの6桁',
    'code-hint': 'サインインに使った数字は使えません。30秒ごとに変わるのをお待ちください。',
    lost: '端末が手元にないとき：回復コードを使う',
    'recovery-code': '回復コード',
    'recovery-code-hint': '控えてある24文字です。使ったコードは無効になります。',
    confirm: '確認して続ける',
    none: 'パスキーも認証アプリも登録されていません。一度サインアウトし、サインインし直してから操作してください。',
  },
  en: {
    title: 'Confirm that it is you',
    say: 'This is hard to take back. Once you have confirmed, it goes on by itself. It holds for ten minutes.',
    'title-first': 'One more step',
    'say-first': 'After the outside sign-in, confirm with what you registered at this hub.',
    passkey: 'Confirm with a passkey',
    'passkey-stopped': 'The passkey was not confirmed. Please try again.',
    code: 'Six digits of the authenticator app',
    'code-hint': 'The digits you signed in with do not count again; they change every 30 seconds.',
    lost: 'Device not at hand? Use a recovery code',
    'recovery-code': 'Recovery code',
    'recovery-code-hint':
      'The 24 letters and digits that you wrote down. The code is void afterwards.',
    confirm: 'Confirm and go on',
    none: 'You have neither a passkey nor an authenticator app. Sign out, sign in again, and then do this.',
  },
})
