import type { Traces } from '../traces.ts'

/** Two invented companies and their people, as a register would hold them. */
export const KNOWN_TRACES: Traces = {
  organisations: [
    {
      id: 'org-kitahama',
      role: 'provider',
      names: ['株式会社北浜精機', 'きたはま精機', 'キタハマ', 'Kitahama Seiki Co., Ltd.', 'KSK'],
      domains: ['kitahama-seiki.example', 'kitahama.test'],
      people: [
        {
          names: ['森田 恭子', 'もりた きょうこ', 'Kyoko Morita'],
          addresses: ['t.mori@kitahama-seiki.example'],
        },
        {
          names: ['髙橋 由紀子', 'たかはし ゆきこ', 'Yukiko Takahashi'],
          addresses: ['takahashi.yukiko@kitahama-seiki.example'],
          isExecutive: true,
        },
      ],
      hosts: ['mx1.kitahama-seiki.example', 'KTHM-WS065'],
      ipAddresses: ['203.0.113.25', '2001:db8::25'],
      numbers: ['03-0206-1821', '普通 5442369', 'GB57 NWBK 6340 9960 6580 95'],
    },
    {
      id: 'org-fjordell',
      role: 'partner',
      names: ['Fjordell Pumps AS', 'フィヨルデル'],
      domains: ['fjordell-pumps.example'],
      people: [{ names: ['Ingrid Solberg'], addresses: ['ingrid.solberg@fjordell-pumps.example'] }],
      hosts: [],
      ipAddresses: [],
      numbers: [],
    },
  ],
}
