import { expect, test } from 'vitest'
import { findLogoDomain } from './logo-services.ts'

test.each([
  ['https://logo.clearbit.com/a.example?size=80', 'a.example'],
  ['https://logo.clearbit.com/www.a.example', 'a.example'],
  ['https://img.logo.dev/a.co.example?token=pk_1', 'a.co.example'],
  ['https://www.google.com/s2/favicons?sz=64&domain=a.example', 'a.example'],
  ['https://www.google.com/s2/favicons?domain_url=https%3A%2F%2Fa.example%2Fx', 'a.example'],
  ['https://t1.gstatic.com/faviconV2?client=SOCIAL&url=http://a.example&size=64', 'a.example'],
  ['https://icons.duckduckgo.com/ip3/a.example.ico', 'a.example'],
  ['https://favicon.yandex.net/favicon/a.example', 'a.example'],
  ['https://cdn.brandfetch.io/a.example/w/80', 'a.example'],
  ['https://unavatar.io/a.example', 'a.example'],
  ['https://logo.clearbit.com/', undefined],
  ['https://www.google.com/images/branding/logo.png', undefined],
  ['https://a.example/logo.clearbit.com/b.example', undefined],
  ['cid:logo.clearbit.com', undefined],
])('%s asks for %s', (address, domain) => {
  expect(findLogoDomain(address)).toBe(domain)
})
