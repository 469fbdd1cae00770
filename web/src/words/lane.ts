import { defineWords } from './define-words.ts'

/** Whether a text waits for its providers: what a group agreed on, what a provider wants, what a text allows. */
export const laneWords = defineWords('lane', {
  ja: {
    lane: '共有前の確認',
    'approval-required': '提供元の承認が必要',
    'technical-only': '技術情報は承認なしで可',
    'set-on': '{on}から',
    change: '取り決めを変える',
    'change-title': '「{group}」の共有前の確認',
    'change-say':
      'グループの参加組織で取り決めたことを記録します。すべての参加組織に知らせが届き、これまでに提供された情報の扱いは変わりません。',
    'approval-required-say': 'どの文面も、提供元のすべてが承認してから共有します。',
    'technical-only-say':
      '手口と、遮断や確認に使う情報だけの文面は、提供元が確認は不要と希望していれば、承認を待たずに共有できます。匿名化の検査、二人の確認、待ち時間はこれまでどおりです。',
    save: '記録する',
    'change-done': '取り決めを記録し、参加組織に知らせました',
    'asking-title': '共有前の確認',
    'asking-say':
      '確認が不要になるのは、グループの取り決めがあり、提供のたびに「共有の前に文面を確認する」を外したものだけです。お返事や指定がないことを、承認とはみなしません。',
    'asking-staff-say':
      'グループの取り決めがあっても、提供元が提供ごとに確認は不要と希望したものだけが、承認なしで共有できます。',
    always: 'あなたの組織には、取り決めにかかわらず、毎回確認を求めます。',
    'always-staff': 'この組織には、取り決めにかかわらず、毎回確認を求めます。',
    'always-on': '必ず確認を求める',
    'always-off': '提供ごとの希望に戻す',
    'always-on-done': '毎回確認を求めるようにしました',
    'always-off-done': '提供ごとの希望に戻しました',
    'asking-none': '参加中のグループがありません。',
    'stays-on-no-group':
      '共有してよいグループに、技術情報を承認なしで共有する取り決めがないため、必ず確認を求めます。',
    'stays-on-organisation': '組織として毎回の確認を求めているため、必ず確認を求めます。',
    'may-off':
      '外すと、取り決めのあるグループには、手口と遮断に使う情報だけを、確認なしで共有することがあります。本文や件名を含むものは、いつも確認を求めます。',
    'unasked-title': '確認なしで共有した技術情報',
    'unasked-say':
      'グループの取り決めと、事前の確認は不要とのご希望に沿って共有しました。共有したものを見て、取り下げを求めることもできます。',
    'unasked-open': '共有したものを見る',
    'box-title': '承認なしの共有（技術情報だけ）',
    'box-open': 'できます',
    'box-closed': '満たしていない条件 {count, number}件',
    met: '満たしています',
    unmet: '満たしていません',
    take: '承認なしで進める',
    'take-lead': '承認なしで進められるのは、責任者だけです。',
    'take-unsaved': '編集中の文面を保存してから進めてください。',
    'take-done': '承認なしで共有できるようになりました',
    reduce: '技術情報だけにする',
    'reduce-say':
      '本文、見分け方の例、件名、ファイル名を文面から外します。手口、遮断・確認に使う情報、お願いは残ります。',
    'reduce-done': '技術情報だけの文面にしました',
    cancel: 'やめる',
  },
  en: {
    lane: 'Before sharing',
    'approval-required': 'Providers approve',
    'technical-only': 'Technical facts without approval',
    'set-on': 'since {on}',
    change: 'Change the rule',
    'change-title': 'Before sharing with {group}',
    'change-say':
      'Writes down what the members of the group agreed on. Every member is told. What was provided before is handled as before.',
    'approval-required-say':
      'Every text is shared only once all of its providers have approved it.',
    'technical-only-say':
      'A text of techniques and indicators alone may be shared without waiting, where its providers wished not to be asked. The leak check, two people and the waiting time stay as they are.',
    save: 'Write it down',
    'change-done': 'The rule was written down and the members were told',
    'asking-title': 'Before sharing',
    'asking-say':
      'You are not asked only where a group agreed on that and you took off “We read the text before it is shared” for the submission. Silence is never taken for consent.',
    'asking-staff-say':
      'Whatever a group agreed on: only submissions whose provider wished not to be asked can go without approval.',
    always: 'Your organisation is asked each time, whatever its groups agreed on.',
    'always-staff': 'This organisation is asked each time, whatever its groups agreed on.',
    'always-on': 'Always ask us',
    'always-off': 'Leave it to each submission',
    'always-on-done': 'You will be asked each time',
    'always-off-done': 'It is left to each submission again',
    'asking-none': 'No group at present.',
    'stays-on-no-group':
      'No group it may go to lets technical facts go without approval, so you are always asked.',
    'stays-on-organisation':
      'Your organisation wants to be asked each time, so you are always asked.',
    'may-off':
      'Without it, techniques and indicators alone may go without asking to groups that agreed on that. You are always asked about anything with a summary or a subject.',
    'unasked-title': 'Technical facts shared without asking',
    'unasked-say':
      'Shared because your group agreed on that and you wished not to be asked. You can see what was shared and ask to take it back.',
    'unasked-open': 'See what was shared',
    'box-title': 'Sharing without approval (technical facts)',
    'box-open': 'possible',
    'box-closed': '{count, plural, one {# condition} other {# conditions}} not met',
    met: 'Met',
    unmet: 'Not met',
    take: 'Go on without approval',
    'take-lead': 'Only a hub lead can go on without approval.',
    'take-unsaved': 'Save the text first.',
    'take-done': 'It can be shared without approval',
    reduce: 'Keep technical facts only',
    'reduce-say':
      'Takes the summary, look-alike examples, subjects and file names out of the text. Techniques, indicators and advice stay.',
    'reduce-done': 'The text holds technical facts only',
    cancel: 'Cancel',
  },
})
