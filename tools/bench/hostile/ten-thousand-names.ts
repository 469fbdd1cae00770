import { buildRegister, type RegisterIndex } from 'engine'

/** A register as large as a national hub's, and the name that the shapes are written near to. */
export function buildLargeRegister(): RegisterIndex {
  const names = Array.from({ length: 10_000 }, (_, index) => [
    `会員${index}商事株式会社`,
    `member-${index}-trading.example`,
  ])
  return buildRegister({
    organisations: [['架空商事株式会社', 'kaku-shoji.example'], ...names].map(
      ([name = '', domain = '']) => ({
        name,
        aliases: [],
        domains: [domain],
        people: [{ name: '山田 太郎', aliases: [], addresses: [], isExecutive: true }],
        partners: [],
        urlServices: [],
      }),
    ),
  })
}
