import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import { SPELLINGS_SHOWN_MAX } from './limits.ts'

const VAULT = {
  names: [
    { text: '大阪', kind: 'abbreviation' },
    { text: '株式会社北浜精機', kind: 'formal' },
  ],
  domains: ['kitahama-seiki.example'],
  people: [{ name: '森田 恭子', aliases: ['Morita Kyoko'], addresses: [], isExecutive: true }],
  watchList: [],
  urlServices: [],
  numbers: ['03-0206-1821'],
}

test('each entry of a vault shows the spellings that are searched for, and ordinary words are marked', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const contact = hub.as({ contactOf: organisationId })
    const path = `/api/organisations/${organisationId}/vault`
    expect((await contact.put(path, VAULT)).status).toBe(200)
    for (const client of [contact, hub.as('analyst')]) {
      const { rows } = (await client.get(`${path}/spellings`)).body
      const find = (text: string) => rows.find((row: { text: string }) => row.text === text)
      expect(find('大阪')).toMatchObject({ list: 'names', doubt: 'asked' })
      expect(find('株式会社北浜精機').spellings).toContain('北浜精機')
      expect(find('森田 恭子').spellings).toContain('恭子 森田')
      expect(find('森田 恭子').spellings.length).toBeLessThanOrEqual(SPELLINGS_SHOWN_MAX)
      expect(find('森田 恭子').doubt).toBeUndefined()
      expect(find('03-0206-1821')).toMatchObject({ list: 'numbers', count: 1 })
    }
  }))

test('another organisation’s spellings are absent', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const stranger = hub.as({ contactOf: await hub.seed.organisation() })
    const path = `/api/organisations/${organisationId}/vault/spellings`
    expect((await stranger.get(path)).status).toBe(404)
  }))
