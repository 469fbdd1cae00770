/** The part of mailparser that tests and benchmarks compare with; the package brings no types. */
declare module 'mailparser' {
  interface MailparserMail {
    readonly subject?: string
    readonly text?: string
    readonly html?: string | false
    readonly from?: { readonly value: readonly { readonly address?: string }[] }
    readonly attachments: readonly { readonly content: Buffer; readonly contentType: string }[]
  }

  export function simpleParser(
    source: Buffer,
    options?: { readonly skipTextToHtml?: boolean; readonly skipHtmlToText?: boolean },
  ): Promise<MailparserMail>
}
