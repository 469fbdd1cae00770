/** Services and bodies that advice names so that readers know what is meant; everybody has to do with them. */
const SERVICES =
  'microsoft google gmail apple amazon aws adobe docusign dropbox github cloudflare zoom slack teams outlook office365 microsoft365 ' +
  'onedrive sharepoint windows facebook instagram linkedin whatsapp telegram line yahoo paypal dhl fedex ups netflix ipa jpcert nisc ' +
  'jpcert/cc 警察庁 総務省 経済産業省 金融庁 国税庁 日本郵便 ヤマト運輸 佐川急便 クロネコヤマト'

const NAMED: ReadonlySet<string> = new Set(SERVICES.split(' '))

/** Forms behind a service's name: Microsoft Corporation, グーグル合同会社. */
const FORM = /(?:株式会社|合同会社|[,\s]{0,2}\b(?:corporation|corp|inc|ltd|llc|bank|group)\b\.?)/giu

/** Aliases, and what a bulletin names on purpose. */
export function isNamedOnPurpose(value: string): boolean {
  const plain = value.normalize('NFKC').toLowerCase().replace(FORM, '').replace(/[\s.]/gu, '')
  return NAMED.has(plain) || ALIAS.test(value.normalize('NFKC'))
}

/** What aliases and placeholders leave when a pattern cuts into them: A社担当者, Company B, staff of Company B Group. */
const ALIAS = /^(?:[A-Z]{1,2}社|社(?:の)?(?:担当|経営)|Company [A-Z]{1,2}\b)/u
