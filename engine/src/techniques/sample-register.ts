import type { Register } from '../register/register.ts'

/** The invented community against which samples are read. Names are reserved ones (RFC 2606). */
export const sampleRegister: Register = {
  recipient: {
    name: '北浜精機株式会社',
    aliases: ['北浜精機', 'Kitahama Seiki'],
    domains: ['kitahama-seiki.co.example'],
    people: [
      {
        name: '佐伯 隆',
        aliases: ['Takashi Saeki'],
        addresses: ['t.saeki@kitahama-seiki.co.example'],
        isExecutive: true,
      },
      {
        name: '三輪 由美',
        aliases: ['Yumi Miwa'],
        addresses: ['y.miwa@kitahama-seiki.co.example'],
        isExecutive: false,
      },
    ],
    partners: [
      { name: 'Fjordell Pumps', aliases: [], domains: ['fjordell-pumps.co.example'] },
      { name: '港北商事', aliases: ['Kohoku Shoji'], domains: ['kohoku-shoji.co.example'] },
    ],
    urlServices: ['safe-links'],
  },
  organisations: [
    {
      name: '青葉化学株式会社',
      aliases: ['青葉化学'],
      domains: ['aoba-kagaku.co.example'],
      people: [],
      partners: [],
      urlServices: [],
    },
  ],
}
