import type { Register, RegisterOrganisation } from 'engine'
import { toList, toRecord, toText, toTexts } from '../json-fields.ts'
import { readText } from './read-text.ts'

/** Without a register a mail is compared with well-known services and its own conversation only. */
const EMPTY: Register = { organisations: [] }

/**
 * Reads a register file. Lists may be left out; a name of the wrong type is an error that says
 * where, because a register that silently lacks a partner protects nobody.
 */
export function loadRegister(file: string | undefined): Register {
  if (file === undefined) return EMPTY
  const json: unknown = JSON.parse(readText(file))
  const root = toRecord(json, 'register')
  const organisations = toList(root['organisations'], 'organisations').map((one, at) =>
    toOrganisation(one, `organisations[${at}]`),
  )
  if (root['recipient'] === undefined) return { organisations }
  return { organisations, recipient: toOrganisation(root['recipient'], 'recipient') }
}

function toOrganisation(value: unknown, at: string): RegisterOrganisation {
  const one = toRecord(value, at)
  return {
    name: toText(one['name'], `${at}.name`),
    aliases: toTexts(one['aliases'], `${at}.aliases`),
    domains: toTexts(one['domains'], `${at}.domains`),
    people: toList(one['people'], `${at}.people`).map((person, index) => {
      const where = `${at}.people[${index}]`
      const { name, aliases, addresses, isExecutive } = toRecord(person, where)
      return {
        name: toText(name, `${where}.name`),
        aliases: toTexts(aliases, `${where}.aliases`),
        addresses: toTexts(addresses, `${where}.addresses`),
        isExecutive: isExecutive === true,
      }
    }),
    partners: toList(one['partners'], `${at}.partners`).map((partner, index) => {
      const where = `${at}.partners[${index}]`
      const { name, aliases, domains } = toRecord(partner, where)
      return {
        name: toText(name, `${where}.name`),
        aliases: toTexts(aliases, `${where}.aliases`),
        domains: toTexts(domains, `${where}.domains`),
      }
    }),
    urlServices: toTexts(one['urlServices'], `${at}.urlServices`),
  }
}
