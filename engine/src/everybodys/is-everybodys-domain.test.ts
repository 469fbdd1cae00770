import { expect, test } from 'vitest'
import { isEverybodysDomain } from './is-everybodys-domain.ts'

// Checked by hand: who runs each, and whether anybody can register or rent that very name.
test.each([
  // Delivery, figures, certificates, what computers ask by themselves.
  'code.jquery.com',
  'cdn.jsdelivr.net',
  'www.google-analytics.com',
  'logo.clearbit.com',
  'digicert.com',
  'ocsp.digicert.com',
  'msftconnecttest.com',
  // Public bodies and schools.
  'www.meti.go.jp',
  'nenkin.go.jp',
  'www.pref.shizuoka.jp',
  'city.mishima.shizuoka.jp',
  'x7qz9k2v.city.mishima.shizuoka.jp',
  'city.kobe.jp',
  'www.metro.tokyo.jp',
  'www.town.kannami.shizuoka.jp',
  'x.tokyo.lg.jp',
  'lib.kyoto-u.ac.jp',
  'www.gov.uk',
  'www.irs.gov',
  'impots.gouv.fr',
  'ox.ac.uk',
  'ec.europa.eu',
  // News and names.
  'www.nikkei.com',
  'x7qz9k2v.nikkei.com',
  'jpcert.or.jp',
  'amazon.co.jp',
  // Services as such, and what is nobody's on them.
  'peraichi.com',
  'www.peraichi.com',
  'fc2.com',
  'blog.fc2.com',
  'tumblr.com',
  'hatena.ne.jp',
  'b.hatena.ne.jp',
  'xsrv.jp',
  'onmicrosoft.com',
  'b2clogin.com',
  'cybozu-office.com',
  'form.typeform.com',
  'github.io',
  'app.link',
  'kagoya.net',
  'medium.com',
  'note.com',
  'lin.ee',
  'youtube-nocookie.com',
  'spiral.jp',
])('%s is everybody’s', (domain) => {
  expect(isEverybodysDomain(domain)).toBe(true)
})

test.each([
  'evil.test',
  'city.evil.jp',
  'pref.evil.co.jp',
  'evil-go.jp',
  'meti-go.jp',
  'gov.evil.com',
  'edu.evil.example',
  'evil-gov.uk',
  'nikkei.com.evil.test',
  'evilnikkei.com',
  // What one customer was given is that customer's.
  'x7qz9k2v.peraichi.com',
  'x7qz9k2v.web.fc2.com',
  'x7qz9k2v.tumblr.com',
  'evil.hatenablog.com',
  'evil.xsrv.jp',
  'evil.typeform.com',
  'evil.blogspot.com',
  'evil.workers.dev',
  'd1a2b3.cloudfront.net',
  'evil.web.app',
  'evil.github.io',
  'evil.azurewebsites.net',
  'evil.imgix.net',
  'evil.quickconnect.to',
  'evil.medium.com',
  'evil.heteml.jp',
  'evil.app.link',
  'evil.onelink.me',
  'vps-1.vps.ovh.net',
  'static.1.2.3.4.clients.your-server.de',
])('%s is not', (domain) => {
  expect(isEverybodysDomain(domain)).toBe(false)
})
