import { defineWords } from './define-words.ts'

/** What the check of the outgoing bytes found, and the forms it read. */
export const leakCheckWords = defineWords('leak-check', {
  ja: {
    'seal-none': '検査はまだです',
    'seal-none-say': '送り出すバイト列を、提供元の名前とその表記ゆれで調べます。',
    'seal-checking': '検査しています',
    'seal-checking-say': '組み立てて調べています：{formats}',
    'seal-stale': '検査の後に文面が変わりました。もう一度検査します。',
    certificate: '検査の証明書を保存',
    'certificate-file': '検査の証明書.json',
    'seal-clean': '提供元の名残は見つかりませんでした',
    'seal-clean-say':
      '送り出すバイト列そのものを、{traces, number}の語とその符号化{forms, number}通りで探しました。{at}に完了。',
    'seal-found': '{count, number}か所に名残があります。先へは進めません。',
    'seal-open': '名残はありません。確かめる言葉が{count, number}語あります',
    weak: 'ふつうの言葉でもある呼び名',
    'weak-say':
      '提供元の呼び名と同じ言葉が文面にあります。提供元を指していないか、前後を読んで確かめてください。',
    'weak-of': '{name}の呼び名',
    'weak-more': 'ほか{count, number}か所',
    'weak-confirm': '提供元のことではない',
    'weak-confirmed': '確かめました（{at} {who}）',
    skipped: '短すぎるか、ありふれていて探せなかった語が{count, number}語あります：',
    'leak-place': '{format}・{place}バイト目の前後',
    'leak-show': '文面で見る',
    'format-web': 'ウェブ',
    'format-mail': 'メール',
    'format-text': 'テキスト',
    'format-stix': 'STIX',
    'format-csv': 'CSV',
  },
  en: {
    'seal-none': 'Not checked yet',
    'seal-none-say':
      'The outgoing bytes will be searched for the providers’ names and their spellings.',
    'seal-checking': 'Checking',
    'seal-checking-say': 'Building and searching: {formats}',
    'seal-stale': 'The text changed after the check. It will be checked again.',
    certificate: 'Save the certificate of the check',
    'certificate-file': 'certificate-of-the-check.json',
    'seal-clean': 'No trace of the provider was found',
    'seal-clean-say':
      'The outgoing bytes themselves were searched for {traces, number} words in {forms, number} encodings. Finished {at}.',
    'seal-found':
      '{count, plural, one {A trace remains in # place} other {Traces remain in # places}}. It cannot go on.',
    'seal-open': 'No trace was found. {count, plural, one {One word} other {# words}} to confirm',
    weak: 'Ordinary words that are names as well',
    'weak-say':
      'The text holds words by which a provider is also called. Read what stands around each and confirm that it does not mean the provider.',
    'weak-of': 'a name of {name}',
    'weak-more': '{count, plural, one {One more place} other {# more places}}',
    'weak-confirm': 'Does not mean the provider',
    'weak-confirmed': 'Confirmed {at} by {who}',
    skipped:
      '{count, plural, one {One name is} other {# names are}} too short or too common to be searched:',
    'leak-place': '{format}, near byte {place}',
    'leak-show': 'Show in the text',
    'format-web': 'Web',
    'format-mail': 'Mail',
    'format-text': 'Text',
    'format-stix': 'STIX',
    'format-csv': 'CSV',
  },
})
