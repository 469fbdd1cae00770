import { defineWords } from './define-words.ts'

/** Editing the text of a bulletin, alone or beside somebody else. */
export const bulletinTextWords = defineWords('bulletin-text', {
  ja: {
    shared: 'ほかの組織が見る文',
    language: '文面の言語',
    'text-ja': '日本語',
    'text-en': '英語',
    edit: '文面を直す',
    save: '保存する',
    'save-done': '文面を保存しました',
    'save-outdates': '保存すると下書きに戻り、検査と承認をやり直します。',
    discard: '変更を捨てる',
    'discard-sure': '書いた内容を捨てますか。',
    'field-title': '題',
    'field-paragraph': '要旨の段落 {at, number}',
    'field-advice': 'お願い {at, number}',
    'field-tlp': '共有範囲（TLP）',
    'add-paragraph': '段落を足す',
    'add-advice': 'お願いを足す',
    'remove-paragraph': '段落 {at, number} を消す',
    'remove-advice': 'お願い {at, number} を消す',
    'remove-indicator': '「{value}」を外す',
    'other-language':
      '{language}の文面も直してください。段落とお願いは両方の言語で同じ数になります。',
    conflict: 'ほかの人がこの文面を先に変えました。書いた内容はこの画面に残っています。',
    reload: '最新の文面に重ねる',
    'rebased-clean': 'ほかの人の変更を取り込みました。書いた内容はそのままです。',
    'rebased-both': '次の箇所は両方が変えました。あなたの文を残し、相手の文を下に示します。',
    'part-title': '題',
    'part-summary': '要旨',
    'part-advice': 'お願い',
    'part-tlp': '共有範囲（TLP）',
    'part-groups': '共有先',
    cancel: 'やめる',
    'settling-waiting':
      '提供元の回答を文面に反映しています。証拠が多いと1分ほどかかります。終わるまで文面の編集はお待ちください。',
    'settling-failed':
      '提供元の回答を文面に反映できませんでした。回答は記録されています。「{button}」を押すと、もう一度反映します。',
    'settling-failed-later':
      '提供元の回答を反映できませんでした。回答は記録されています。次の操作をすると、その前に反映します。',
    'draft-problem':
      '元の文、名前の対応、値ごとの許可を表示できません。文面、質問、回答はこれまでどおり読めます。',
  },
  en: {
    shared: 'What others will see',
    language: 'Language of the text',
    'text-ja': 'Japanese',
    'text-en': 'English',
    edit: 'Edit the text',
    save: 'Save',
    'save-done': 'The text was saved',
    'save-outdates': 'Saving makes it a draft again: check and approvals start over.',
    discard: 'Discard changes',
    'discard-sure': 'Discard what you wrote?',
    'field-title': 'Title',
    'field-paragraph': 'Summary, paragraph {at, number}',
    'field-advice': 'Advice {at, number}',
    'field-tlp': 'Sharing boundary (TLP)',
    'add-paragraph': 'Add a paragraph',
    'add-advice': 'Add advice',
    'remove-paragraph': 'Remove paragraph {at, number}',
    'remove-advice': 'Remove advice {at, number}',
    'remove-indicator': 'Leave out “{value}”',
    'other-language':
      'Please change the {language} text too. Paragraphs and advice come in equal numbers in both languages.',
    conflict: 'Somebody else changed this text first. What you wrote is still on this page.',
    reload: 'Put mine on top of the newest',
    'rebased-clean': 'The other changes were taken in. What you wrote is unchanged.',
    'rebased-both':
      'Both of you changed the following. Your words were kept; theirs are shown below.',
    'part-title': 'Title',
    'part-summary': 'Summary',
    'part-advice': 'Advice',
    'part-tlp': 'Sharing boundary (TLP)',
    'part-groups': 'Shared with',
    cancel: 'Cancel',
    'settling-waiting':
      'The providers’ answers are being written into the text. With much evidence this takes about a minute; please edit after that.',
    'settling-failed':
      'The providers’ answers could not be written into the text. The answers are kept: “{button}” writes them once more.',
    'settling-failed-later':
      'The providers’ answers could not be carried over. They are kept: the next step on this text carries them over first.',
    'draft-problem':
      'The originals, what the aliases stand for and the permissions of values cannot be shown. The text, its questions and its answers can be read as before.',
  },
})
