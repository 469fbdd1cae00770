import { DEMO_GROUPS, DEMO_ORGANISATIONS } from './community-facts.ts'
import type { DemoWords } from './demo-words.ts'
import type { StoryStep } from './play-story.ts'
import type { Screen } from './screen.ts'
import type { DemoHub } from './start-demo.ts'

export function showOpening(screen: Screen, words: DemoWords): void {
  screen.line()
  screen.line(`${screen.bold('狼煙 Noroshi')}  ${screen.dim(words.opening)}`)
  screen.line()
}

export function showHub(screen: Screen, words: DemoWords, seconds: number): void {
  screen.step(words.hub, 'PostgreSQL 18, HTTP, SMTP, TAXII 2.1', seconds)
  const about = words.communityAbout(DEMO_GROUPS.length, DEMO_ORGANISATIONS.length)
  screen.step(words.community, about, seconds)
}

/** One finished step of the story. */
export function showStep(
  screen: Screen,
  words: DemoWords,
  { step, count = 0, number = '', organisations = 0 }: StoryStep,
  seconds: number,
): void {
  const about = {
    submitted: [words.submitted, words.submittedAbout(count)],
    analysed: [words.analysed, words.analysedAbout(count)],
    case: [words.opened, words.openedAbout(number)],
    approved: [words.approved, words.approvedAbout(count)],
    released: [words.released, words.releasedAbout(number, organisations)],
    answered: [words.answered, words.answeredAbout(count)],
    more: [words.more, words.moreAbout(count)],
  } as const
  const [title, text] = about[step]
  screen.step(title, text, seconds, step === 'released')
}

/** Addresses, who to be, what to try first, how to stop. */
export function showDoors(
  screen: Screen,
  words: DemoWords,
  hub: DemoHub,
  hasKeyboard: boolean,
): void {
  const { baseUrl } = hub.running
  screen.line()
  screen.line(`  ${screen.dim(words.open)}  ${screen.bold(baseUrl)}`)
  screen.line()
  showLinks(screen, words, hub)
  const { receiver } = hub.visitors
  const token = `curl -H "authorization: Bearer ${hub.machineToken}" ${baseUrl}/taxii2/`
  screen.line(`  ${screen.dim(words.send)}  ${words.sendAbout(hub.smtpPort, receiver.email)}`)
  screen.line(`  ${screen.dim(words.machine)}  ${token}`)
  screen.line(
    `  ${screen.dim(words.notices)}  ${words.noticesAbout(hub.mail.count())}  ${hub.mail.folder}`,
  )
  screen.line()
  if (hasKeyboard) screen.line(`  ${screen.dim(words.keys)}`)
  screen.line(`  ${screen.dim(words.stop)}`)
  screen.line()
}

export function showLinks(screen: Screen, words: DemoWords, hub: DemoHub): void {
  for (const visitor of ['analyst', 'lead', 'provider', 'receiver'] as const) {
    const [role, first] = words.roles[visitor]
    const { name, link } = hub.visitors[visitor]
    screen.line(`  ${screen.bold(role)}  ${name}  ${screen.dim(first)}`)
    screen.line(`    ${hub.running.baseUrl}${link}`)
  }
  screen.line()
  screen.line(`  ${screen.dim(words.once)}`)
}
