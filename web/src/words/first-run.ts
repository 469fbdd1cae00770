import { defineWords } from './define-words.ts'

export const firstRunWords = defineWords('first-run', {
  ja: {
    title: 'はじめに',
    head: '{left, plural, =0 {ハブの準備ができました。最初の情報を共有できます} other {あと#つで、最初の情報を共有できます}}',
    lead: '順番どおりでなくてもかまいません。途中でやめても、ここまでの内容は残ります。',
    done: '完了',
    minutes: '目安{count}分',
    'step-me': 'サインインの方法を登録する',
    'step-me-say': 'パスキー、またはパスワードと認証アプリ。次からはこれで入ります。',
    'step-groups': 'グループをつくる',
    'step-groups-say':
      '業界SIG（秘密保持契約）か、情報連携体制（規約）を選びます。だれに何が見えるかは、ここで決まります。',
    'step-groups-do': 'グループをつくる',
    'step-organisations': '参加組織と連絡担当を招く',
    'step-organisations-say':
      '別名・ドメイン・取引先を入れておくと、匿名化と偽ドメインの検出に使われます。',
    'step-organisations-do': '招く',
    'step-mail': '最初の1通を受け付ける',
    'step-mail-say': '転送でも画面からでもかまいません。受け取ったものは、すぐに解析します。',
    'step-figures': 'これまでの統計を取り込む',
    'step-figures-say': '過去の四半期の件数があれば、表1と年度の図が初日からつながります。',
    'step-figures-do': '取り込む',
    'try-title': '手元にメールが1通ありますか',
    'try-say': 'グループがなくても解析できます。だれにも共有されません。',
    'try-drop': 'ここに置いて解析する',
    open: '開く',
  },
  en: {
    title: 'First steps',
    head: '{left, plural, =0 {The hub is ready to share its first warning} one {One more step to the first warning} other {# more steps to the first warning}}',
    lead: 'In any order. What you have done so far is kept if you stop here.',
    done: 'Done',
    minutes: 'about {count} min',
    'step-me': 'Register how you sign in',
    'step-me-say': 'A passkey, or a password with an authenticator app. You use it from next time.',
    'step-groups': 'Create a group',
    'step-groups-say':
      'A sector SIG under NDA, or a coordination framework under terms. It decides who sees what.',
    'step-groups-do': 'Create a group',
    'step-organisations': 'Invite members and their contacts',
    'step-organisations-say':
      'Their other names, domains and partners serve anonymisation and the search for false domains.',
    'step-organisations-do': 'Invite',
    'step-mail': 'Receive a first mail',
    'step-mail-say': 'Forwarded or by web. It is analysed at once.',
    'step-figures': 'Bring in earlier figures',
    'step-figures-say':
      'With the counts of past quarters, table 1 and the yearly figure are complete from the first day.',
    'step-figures-do': 'Bring in',
    'try-title': 'Do you have a mail at hand?',
    'try-say': 'It can be analysed before any group exists. Nobody else sees it.',
    'try-drop': 'Drop it here to analyse it',
    open: 'Open',
  },
})
