import { expect, test } from 'vitest'
import { findHostingService, isSharedHost } from './hosting-services.ts'

test.each([
  ['acct01.z13.web.core.windows.net', 'Microsoft Azure', false],
  ['some-page.web.app', 'Google Firebase', false],
  ['a-b.pages.dev', 'Cloudflare', false],
  ['pub-0123.r2.dev', 'Cloudflare', false],
  ['bucket.s3.ap-northeast-1.amazonaws.com', 'Amazon S3', false],
  ['s3.ap-northeast-1.amazonaws.com', 'Amazon S3', false],
  ['ec2-192-0-2-7.ap-northeast-1.compute.amazonaws.com', 'Amazon EC2', false],
  ['7.2.0.192.host.secureserver.net', 'GoDaddy', false],
  ['docs.google.com', 'Google Docs', true],
  ['ipfs.io', 'IPFS', true],
  ['bafy.ipfs.dweb.link', 'IPFS', false],
  ['web.app', 'Google Firebase', true],
  ['www.google.com', undefined, false],
  ['notweb.app', undefined, false],
  ['a.example', undefined, false],
  ['', undefined, false],
])('%s stands on %s', (host, name, isShared) => {
  expect(findHostingService(host)?.name).toBe(name)
  expect(isSharedHost(host)).toBe(isShared)
})
