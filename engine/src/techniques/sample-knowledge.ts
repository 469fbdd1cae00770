import type { Knowledge } from '../knowledge.ts'

/** What is recorded beside the samples: registrations, rules and DNS answers about invented names. */
export const sampleKnowledge: Knowledge = {
  registrations: [
    {
      domain: 'northgate-trading.example',
      registeredOn: '2026-10-01',
      registrar: 'Cheap Names',
      registrant: 'REDACTED FOR PRIVACY',
      source: 'rdap',
    },
    {
      domain: 'seikyu-portal.test',
      registeredOn: '2026-09-15',
      registrant: 'Nise Trading',
      source: 'whois',
    },
    {
      domain: 'harbour-metals.example',
      registeredOn: '2011-04-02',
      registrant: 'Harbour Metals Ltd',
      source: 'whois',
    },
    {
      domain: 'quiet-river.test',
      registeredOn: '2024-02-10',
      registrant: 'Nise Holdings',
      source: 'whois',
    },
    {
      domain: 'fjordell-purnps.co.example',
      registeredOn: '2024-02-11',
      registrant: 'NISE HOLDINGS',
      source: 'whois',
    },
    {
      domain: 'spring-fair.example',
      registeredOn: '2026-06-01',
      registrant: 'REDACTED FOR PRIVACY',
      source: 'rdap',
    },
  ],
  namingRules: [
    {
      id: 'harvest-month',
      title: '穀物と月の名',
      words: [
        ['barley', 'millet', 'komugi'],
        ['april', 'june', 'october'],
      ],
    },
  ],
}
