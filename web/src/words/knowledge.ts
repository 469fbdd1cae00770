import { defineWords } from './define-words.ts'

/** The page of rules and records that mails are read with. */
export const knowledgeWords = defineWords('knowledge', {
  ja: {
    title: 'ルールと記録',
    say: 'ここにあるものは、これから届くメールの解析にすぐ使われます。参加組織には見えません。',
    rules: 'YARAルール',
    'rules-none':
      'ルールがありません。ハブ独自のYARAルールを登録すると、メールと添付の中身に当てられます。',
    'rule-add': 'ルールを加える',
    'rule-edit': 'ルールを直す',
    name: '名前',
    'rule-text': 'ルール（YARA）',
    'rule-hint':
      'metaのdescription、description_jaが所見の説明に、weight（strong・medium・weak）が確からしさになります。',
    'rule-enabled': '解析に使う',
    'rule-error': '保存していません。ルールに誤りがあります。',
    state: '状態',
    'state-on': '使用中',
    'state-off': '停止中',
    findings: '所見',
    saved: '保存',
    save: '保存する',
    edit: '直す',
    remove: '削除',
    'remove-title': '{name}を削除する',
    'remove-say': '次の解析から使われなくなります。これまでの所見は、読み直すまで残ります。',
    removed: '{name}を削除しました',
    'saved-say': '{name}を保存しました',
    registrations: 'ドメインの登録情報',
    'registrations-none':
      '登録情報がありません。WHOISやRDAPの記録を貼り付けると、登録直後のドメインを見つけられます。',
    'registration-add': '記録を貼り付ける',
    record: 'WHOISの文章、またはRDAPの回答',
    'record-hint':
      '調べた結果をそのまま貼り付けてください。ハブが外へ問い合わせることはありません。',
    domain: 'ドメイン',
    'registered-on': '登録日',
    registrar: '登録業者',
    registrant: '登録者',
    unknown: '不明',
    'naming-rules': '命名規則',
    'naming-none':
      '記録した規則がありません。一連の攻撃のアドレスに共通する語の並びを記録できます。既知の規則は組み込み済みです。',
    'naming-add': '規則を加える',
    'naming-words': '{part, number}番目に入る語',
    'naming-hint':
      '空白か改行で区切ります。アドレスの@より前に、この順で1つずつ含まれるものに一致します。',
    words: '語',
    again: '前の証拠を読み直す',
    'again-say':
      '受け付け済みのメールを、いまの登録簿とルールで読み直します。除外した所見は除外したまま残ります。',
    'again-days': 'さかのぼる日数',
    'again-started': '過去{days, number}日分の読み直しを始めました。終わったものから画面に出ます。',
    'analysts-only': '変更は分析担当と責任者が行います。',
  },
  en: {
    title: 'Rules and records',
    say: 'Everything here is used at once for mail that arrives. Members do not see it.',
    rules: 'YARA rules',
    'rules-none':
      'No rules yet. YARA rules of the hub’s own are asked of each mail and of what is inside its files.',
    'rule-add': 'Add rules',
    'rule-edit': 'Edit rules',
    name: 'Name',
    'rule-text': 'Rules (YARA)',
    'rule-hint':
      'From the meta section, description and description_ja explain the finding, weight (strong, medium, weak) is its confidence.',
    'rule-enabled': 'Use in analysis',
    'rule-error': 'Not saved: there is an error in the rules.',
    state: 'State',
    'state-on': 'In use',
    'state-off': 'Stopped',
    findings: 'Findings',
    saved: 'Saved',
    save: 'Save',
    edit: 'Edit',
    remove: 'Remove',
    'remove-title': 'Remove {name}',
    'remove-say':
      'It is not used from the next analysis on. Earlier findings stay until their evidence is read again.',
    removed: '{name} removed',
    'saved-say': '{name} saved',
    registrations: 'Registrations of domains',
    'registrations-none':
      'No records yet. Paste a WHOIS or RDAP record, and domains registered just before a mail are found.',
    'registration-add': 'Paste a record',
    record: 'WHOIS text or RDAP answer',
    'record-hint': 'Paste what you looked up as it is. The hub itself asks nobody.',
    domain: 'Domain',
    'registered-on': 'Registered on',
    registrar: 'Registrar',
    registrant: 'Registrant',
    unknown: 'Unknown',
    'naming-rules': 'Naming rules',
    'naming-none':
      'No rules recorded. Record the words a series of attacks builds its addresses from; the known rules are built in.',
    'naming-add': 'Add a rule',
    'naming-words': 'Words in place {part, number}',
    'naming-hint':
      'Separate by spaces or lines. A local part matches that holds one of each, in this order.',
    words: 'Words',
    again: 'Read earlier evidence again',
    'again-say':
      'Mail received before is read with the register and rules of now. Findings you dismissed stay dismissed.',
    'again-days': 'Days back',
    'again-started':
      'Reading the last {days, number} days again. Results appear as they are ready.',
    'analysts-only': 'Analysts and leads make changes here.',
  },
})
