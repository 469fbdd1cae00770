import { POSTAL_ADDRESS_CHARS_MIN } from './limits.ts'

/** With and without what follows the first space, which is the building, and from the town on. */
export function toAddressForms(address: string): string[] {
  const street = address.split(/[\s\u3000]/u, 1)[0] ?? ''
  const town = street.slice(endOfMunicipality(street))
  return [address, street, town].filter(
    (form, at, all) => all.indexOf(form) === at && form.length >= POSTAL_ADDRESS_CHARS_MIN,
  )
}

/** After the last 市, 区, 町 or 村 that a number does not follow: 静岡県田方郡函南町 in 静岡県田方郡函南町仁田123番地45. */
function endOfMunicipality(street: string): number {
  const name = /^[^\d０-９]{0,60}/u.exec(street)?.[0] ?? ''
  return (
    Math.max(...['市', '区', '町', '村'].map((mark) => name.lastIndexOf(mark, name.length - 2))) + 1
  )
}
