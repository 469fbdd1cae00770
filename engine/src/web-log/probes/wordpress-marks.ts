import { marks, type ProbeMark } from './probe-mark.ts'

/** WordPress as a scanner looks for it. Its sign-in page is everyday traffic where there is a WordPress. */
export const wordpressMarks: readonly ProbeMark[] = [
  ...marks('wordpress', ['wlwmanifest.xml', '/wp-includes/id3/', '/wp-admin/setup-config.php']),
  ...marks('wordpress', [
    '/wp-admin/install.php',
    '/wp-json/wp/v2/users',
    'rest_route=/wp/v2/users',
  ]),
  ...marks('wordpress', ['?author=', '&author='], { isEveryday: true, label: '?author=' }),
  ...marks(
    'wordpress',
    ['/timthumb.php', '/thumb.php', 'revslider', 'duplicator', 'gravityforms'],
    {
      isEveryday: true,
    },
  ),
  ...marks('wordpress', ['connector.minimal.php'], { label: 'CVE-2020-25213 File Manager' }),
  ...marks('wordpress', ['readme.txt'], {
    where: 'end',
    with: '/wp-content/plugins/',
    label: 'wp-content/plugins/*/readme.txt',
  }),
  ...marks('wordpress', ['/wp-content/plugins/', '/wp-content/themes/'], { isEveryday: true }),
  ...marks(
    'wordpress',
    ['/wp-login.php', '/xmlrpc.php', '/wp-admin', '/wp-cron.php', '/wp-includes/'],
    {
      isEveryday: true,
    },
  ),
  ...marks('wordpress', ['/wordpress/', '/wp/', '/wp1/', '/wp2/'], {
    where: 'path',
    isEveryday: true,
  }),
]
