/** Bytes looked at to tell what a text is. */
const HEAD_BYTES = 4096

/** What an extension makes of a text when somebody opens it on Windows. */
const SCRIPTS: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  jse: 'application/x-jscript-encoded',
  vbs: 'text/vbscript',
  vbe: 'application/x-vbscript-encoded',
  wsf: 'application/x-windows-script-file',
  wsh: 'application/x-windows-script-host',
  hta: 'application/hta',
  ps1: 'application/x-powershell',
  psm1: 'application/x-powershell',
  bat: 'application/x-bat',
  cmd: 'application/x-bat',
  sh: 'application/x-sh',
  py: 'text/x-python',
  php: 'application/x-php',
  scpt: 'application/x-applescript',
  reg: 'text/x-ms-regedit',
  iqy: 'text/x-ms-iqy',
  slk: 'application/x-sylk',
  url: 'application/x-mswinurl',
  webloc: 'application/x-webloc',
  desktop: 'application/x-desktop-entry',
  'library-ms': 'application/x-ms-library',
  'search-ms': 'application/x-ms-search',
  application: 'application/x-ms-application',
  inf: 'application/x-setupscript',
  sct: 'text/scriptlet',
  rdp: 'application/x-rdp',
  'settingcontent-ms': 'application/x-settingcontent',
  msbuild: 'application/x-msbuild',
  csproj: 'application/x-msbuild',
  ics: 'text/calendar',
  vcf: 'text/vcard',
}

/** Beginnings of text formats, after a byte order mark and white space. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^<svg[\s>]/i, 'image/svg+xml'],
  [
    /^<(?:!doctype html|html|head|body|meta|title|script|iframe|table|div|center|style|form|a href)[\s>/]/i,
    'text/html',
  ],
  [/^<\?xml[^>]*>\s*(?:<!doctype html|<html)[\s>]/i, 'text/html'],
  [/^<\?xml[^>]*>\s*(?:<!doctype[^>]*>\s*)?<svg[\s>]/i, 'image/svg+xml'],
  [
    /^(?:<\?xml[^>]*>\s*)?<Project\b[^>]*(?:ToolsVersion|schemas\.microsoft\.com\/developer\/msbuild)/i,
    'application/x-msbuild',
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?<Task\b[^>]*schemas\.microsoft\.com\/windows\/2004\/02\/mit\/task/i,
    'application/x-task-scheduler',
  ],
  [/^(?:<\?xml[^>]*>\s*)?<scriptlet[\s>]/i, 'text/scriptlet'],
  [/^<\?xml[\s]/, 'application/xml'],
  [/^<\?php/i, 'application/x-php'],
  [/^#!\s*\/\S*python/, 'text/x-python'],
  [/^#!\s*\//, 'application/x-sh'],
  [/^\[InternetShortcut\]/i, 'application/x-mswinurl'],
  [/^WEB\r?\n1\r?\n/, 'text/x-ms-iqy'],
  [/^ID;P/, 'application/x-sylk'],
  [/^BEGIN:VCALENDAR/i, 'text/calendar'],
  [/^BEGIN:VCARD/i, 'text/vcard'],
  [/^-----BEGIN PGP SIGNATURE/, 'application/pgp-signature'],
  [/^-----BEGIN PGP (?:PUBLIC|PRIVATE)/, 'application/pgp-keys'],
  [/^-----BEGIN PGP/, 'application/pgp-encrypted'],
  [/^Windows Registry Editor Version/, 'text/x-ms-regedit'],
]

/** Header fields that begin a mail; two of them in the first lines make one. */
const MAIL_FIELD =
  /^(?:Received|Return-Path|From|To|Subject|Date|Message-ID|MIME-Version|Delivered-To|X-[\w-]{1,60}|DKIM-Signature|Content-Type|Reply-To):[ \t]/gim

/** The type of a text by its beginning, else by its extension; undefined when it is not text. */
export function detectTextType(bytes: Buffer, fileName: string): string | undefined {
  const head = toText(bytes.subarray(0, HEAD_BYTES))
  if (head === undefined) return undefined
  const extension = /\.([a-z0-9-]{1,20})[.\s]*$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const script = Object.hasOwn(SCRIPTS, extension) ? SCRIPTS[extension] : undefined
  if (script !== undefined) return script
  const start = dropComments(head).replace(/^[\ufeff\s]+/, '')
  const known = BEGINNINGS.find(([pattern]) => pattern.test(start))
  if (known !== undefined) return known[1]
  return isMailStart(start) ? 'message/rfc822' : undefined
}

/** Comments before the first tag say nothing about the type, and hide it from simple tests. */
function dropComments(head: string): string {
  const last = head.lastIndexOf('-->')
  if (last < 0) return head
  // Behind the last end no comment is closed, and a search for one would start at every `<!--`.
  return head.slice(0, last + 3).replace(/<!--[^]*?-->/g, '') + head.slice(last + 3)
}

/** Text has no NUL and few control characters; UTF-16 is told by its byte order mark. */
function toText(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le')
  if (head.includes(0)) return undefined
  const controls = head.reduce(
    (count, byte) => count + (byte < 9 || (byte > 13 && byte < 27) ? 1 : 0),
    0,
  )
  return controls > head.length / 100 ? undefined : head.toString('utf8')
}

function isMailStart(start: string): boolean {
  const firstLine = start.split('\n', 1)[0] ?? ''
  const isField = /^(?:>?From \S|[\w-]{1,60}:[ \t])/.test(firstLine)
  const header = start.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return isField && (header.match(MAIL_FIELD)?.length ?? 0) >= 2
}
