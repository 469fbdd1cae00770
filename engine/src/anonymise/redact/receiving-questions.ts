import { askAbout, type QuestionDraft } from '../question.ts'
import { ALSO_THERE, type Elsewhere, sayWhere } from './elsewhere.ts'

/** Links that stand where somebody of the receiving side may have written them: leaving them out is proposed. */
const toQuestion = (
  places: readonly string[],
  { why, ...question }: Pick<QuestionDraft, 'kind' | 'say' | 'why'>,
  elsewhere: Elsewhere = 'nowhere',
): QuestionDraft =>
  askAbout(places, {
    ...question,
    why: { ja: `${why.ja}${ALSO_THERE[elsewhere].ja}`, en: `${why.en}${ALSO_THERE[elsewhere].en}` },
    choices: ['omit', 'keep'],
  })

export const quotedPlaceQuestion = (
  places: readonly string[],
  elsewhere?: Elsewhere,
): QuestionDraft =>
  toQuestion(
    places,
    {
      kind: 'quoted-place',
      say: sayWhere(
        elsewhere,
        {
          ja: '引用の形をした部分だけにリンクがあります',
          en: 'Links stand only in what has the form of a quoted mail',
        },
        {
          ja: '引用の形をした部分にリンクがあります',
          en: 'Links stand in what has the form of a quoted mail',
        },
      ),
      why: {
        ja: '本物のやり取りの引用なら、提供元や取引先のページから提供元が分かるため、出さないでください。引用の形は差出人にも書けます。攻撃者のリンクを隠すための引用なら、そのまま出してください。',
        en: 'If the quoted exchange is real, they are pages of the provider or a partner and give the provider away: leave them out. But a sender can write that form too: publish them if it only hides the attacker’s link.',
      },
    },
    elsewhere,
  )

export const bannerPlaceQuestion = (
  places: readonly string[],
  elsewhere?: Elsewhere,
): QuestionDraft =>
  toQuestion(
    places,
    {
      kind: 'banner-place',
      say: sayWhere(
        elsewhere,
        {
          ja: '受信側のメールゲートウェイが書くような注意書きだけにリンクがあります',
          en: 'Links stand only in a notice such as the receiving side’s mail gateway writes',
        },
        {
          ja: '受信側のメールゲートウェイが書くような注意書きにリンクがあります',
          en: 'Links stand in a notice such as the receiving side’s mail gateway writes',
        },
      ),
      why: {
        ja: '「社外からのメールです」「ウイルスチェック済み」などの注意書きを受信側のゲートウェイが付けたなら、案内ページから提供元が分かるため、出さないでください。注意書きは差出人にもまねられます。攻撃者のリンクなら、そのまま出してください。',
        en: 'If a gateway of the receiving side added the notice (mail from outside, checked for viruses, report this message), its help page gives the provider away: leave it out. But a sender can imitate such a notice: publish the link if it is the attacker’s.',
      },
    },
    elsewhere,
  )

export const belowPlaceQuestion = (
  places: readonly string[],
  elsewhere?: Elsewhere,
): QuestionDraft =>
  toQuestion(
    places,
    {
      kind: 'below-place',
      say: sayWhere(
        elsewhere,
        {
          ja: '転送されたメールの末尾、署名や免責文らしい部分だけにリンクがあります',
          en: 'Links stand only at the end of the forwarded mail, in what looks like a signature or a disclaimer',
        },
        {
          ja: '転送されたメールの末尾、署名や免責文らしい部分にリンクがあります',
          en: 'Links stand at the end of the forwarded mail, in what looks like a signature or a disclaimer',
        },
      ),
      why: {
        ja: '転送した人の署名や会社の免責文なら、そのページから提供元が分かるため、出さないでください。元のメールの署名かもしれず、攻撃者は署名の形もまねられます。攻撃者のリンクなら、そのまま出してください。',
        en: 'If it is the signature or the disclaimer of whoever passed the mail on, the page gives the provider away: leave it out. It may as well be the signature of the original mail, and an attacker can imitate one: publish the link if it is his.',
      },
    },
    elsewhere,
  )

export const edgePlaceQuestion = (
  places: readonly string[],
  elsewhere?: Elsewhere,
): QuestionDraft =>
  toQuestion(
    places,
    {
      kind: 'edge-place',
      say: sayWhere(
        elsewhere,
        {
          ja: 'メールの先頭か末尾だけに、本文のほかのリンクとは別の組織へのリンクがあります',
          en: 'Links stand only in the first or last lines of a mail and lead elsewhere than its other links',
        },
        {
          ja: 'メールの先頭か末尾に、本文のほかのリンクとは別の組織へのリンクがあります',
          en: 'Links stand in the first or last lines of a mail and lead elsewhere than its other links',
        },
      ),
      why: {
        ja: '受信側のゲートウェイやメーリングリスト、転送した人は、メールの先頭や末尾に書き足します。書き足されたものなら提供元が分かるため、出さないでください。差出人が書いたリンクなら、そのまま出してください。',
        en: 'Gateways and mailing lists of the receiving side, and whoever passes a mail on, add their words at its beginning or its end. What they added gives the provider away: leave it out. Publish the link if the sender wrote it.',
      },
    },
    elsewhere,
  )

/** Names of files that were handed in by themselves or with a forward, or that somebody of the provider seems to have sent. */
export const handedNameQuestion = (fileNames: readonly string[]): QuestionDraft =>
  toQuestion(fileNames, {
    kind: 'handed-file-name',
    say: {
      ja: 'このファイル名は、提供元が付けたものかもしれません',
      en: 'The provider may have given this file its name',
    },
    why: {
      ja: '攻撃のメールに添付されたままではなく、ファイルだけで、提供元の人が書いたらしいメールで、または攻撃を本文に引用した転送で届きました。提供元が付けた名前（書庫の中のフォルダー名を含む）なら、部署や案件の名、担当者の名から提供元が分かります。攻撃者が付けた名前のままなら、攻撃の発見に使えます。',
      en: 'It came by itself, in a mail that somebody of the provider seems to have written, or in a forward whose text quotes the attack, not in the mail of the attack itself. If the provider named it, or a folder that holds it in an archive, departments, cases or people in the name give the provider away. If it still has the attacker’s name, that helps to find the attack.',
    },
  })

export const handedPlaceQuestion = (
  places: readonly string[],
  elsewhere?: Elsewhere,
): QuestionDraft =>
  toQuestion(
    places,
    {
      kind: 'handed-place',
      say: {
        ja: 'ファイルだけで届いたものの中に、リンクがあります',
        en: 'Links stand in a file that was handed in by itself',
      },
      why: {
        ja: 'だれが書いたファイルかは、ハブには分かりません。提供元の報告書やメモなら、社内のページや契約先のサービスから提供元が分かるため、出さないでください。攻撃者のファイルのリンク、または攻撃者のリンクを書き写したものなら、そのまま出してください。',
        en: 'The hub cannot tell who wrote the file. If it is a report or a note of the provider, pages inside it and services it uses give the provider away: leave them out. Publish the link if the file is the attacker’s, or only repeats his link.',
      },
    },
    elsewhere,
  )

export const ownPlaceQuestion = (places: readonly string[], elsewhere?: Elsewhere): QuestionDraft =>
  toQuestion(
    places,
    {
      kind: 'own-place',
      say: {
        ja: '提供元の人が書いたらしいメールに、リンクがあります',
        en: 'Links stand in a mail that somebody of the provider seems to have written',
      },
      why: {
        ja: 'このメールは、提供元の人の返信や報告のようです。差出人は登録されたドメインで提供元のサーバーから出ているか、受信の記録（Received）がありません。署名や社内のページなら提供元が分かるため、出さないでください。攻撃者のリンクを書き写したもの、または差出人を偽った攻撃なら、そのまま出してください。',
        en: 'The mail looks like an answer or a report by somebody of the provider: its sender is registered and it left the provider’s own server, or no server noted that it received it (Received). Pages of a signature or of the provider give the provider away: leave them out. Publish the link if the mail only repeats the attacker’s, or is an attack under a forged sender.',
      },
    },
    elsewhere,
  )
