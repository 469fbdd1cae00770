import { detectType } from '../types/detect-type.ts'
import { parseMessage } from '../../evidence/parse-message.ts'
import type { FileFact, FileReader, FileReading } from '../file-reading.ts'
import type { Certificate } from './parse-certificate.ts'
import { parseCms } from './parse-cms.ts'

const TYPES = /^application\/(?:x-)?pkcs7-(?:mime|signature)$/

/** Signed and encrypted mail in the format of S/MIME (RFC 8551). */
export const signed: FileReader = {
  format: 'signed',
  reads: (type, fileName) => TYPES.test(type) || /\.p7[ms]$/i.test(fileName),
  read({ bytes, fileName }) {
    const reading = parseCms(bytes)
    if (reading === undefined) return { problems: ['file-damaged'] }
    if (reading.kind === 'enveloped') {
      const facts = reading.recipients.map((value) => ({ name: 'recipient-key', value }))
      return { facts, problems: ['encrypted-mail'] }
    }
    const { content, certificates } = reading
    return {
      facts: certificates.flatMap(toFacts),
      ...(content === undefined || content.length === 0 ? {} : readSigned(content, fileName)),
    }
  },
}

/** Types of files that are signed by themselves, as Italian and other offices send them: `invoice.pdf.p7m`. */
const FILE_TYPES = /^(?:application|image)\//

/** The file that was signed; else the mail, and its text and links for whoever looks at this file alone. */
function readSigned(content: Uint8Array, fileName: string): FileReading {
  if (FILE_TYPES.test(detectType(content) ?? '')) {
    const name = fileName.replace(/\.p7[ms]$/i, '')
    return { members: [{ name, sizeBytes: content.length, content }], membersAre: 'embedded' }
  }
  const { shownText, links } = parseMessage(content)
  return {
    mail: content,
    text: shownText,
    links: links.map(({ url, kind, text }) => ({
      url,
      kind,
      ...(text === undefined ? {} : { text }),
    })),
  }
}

function toFacts(certificate: Certificate): readonly FileFact[] {
  const { subject, issuer, addresses, validFrom, validUntil } = certificate
  return [
    { name: 'certificate-subject', value: subject },
    { name: 'certificate-issuer', value: issuer },
    ...addresses.map((value) => ({ name: 'certificate-address', value })),
    { name: 'certificate-valid', value: `${validFrom} – ${validUntil}` },
  ]
}
