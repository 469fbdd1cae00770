import type { DemoHub } from './start-demo.ts'

/** Everything real clients need to use the demonstration. All of it is thrown away with the hub. */
export function toKeys(hub: DemoHub) {
  const { baseUrl } = hub.running
  const personas = Object.entries(hub.visitors).map(([role, persona]) => ({
    role,
    name: persona.name,
    email: persona.email,
    signInLink: `${baseUrl}${persona.link}`,
    password: persona.credentials?.password,
    totpSecret: persona.credentials?.totpSecret,
  }))
  return {
    web: baseUrl,
    api: `${baseUrl}/api`,
    openapi: `${baseUrl}/api/openapi.json`,
    taxii: { discovery: `${baseUrl}/taxii2/`, apiRoot: `${baseUrl}/taxii2/api/` },
    smtp: { host: '127.0.0.1', port: hub.smtpPort, to: 'report@hub.example' },
    sentMail: hub.mail.folder,
    personas,
    tokens: [
      { organisation: 'tateyama-tool', token: hub.machineToken },
      { organisation: 'denpa-tv', token: hub.otherMachineToken },
    ],
  }
}
