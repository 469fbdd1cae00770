import {
  IconBell,
  IconBuilding,
  IconChartBar,
  IconFolder,
  IconHistory,
  IconInbox,
  IconListSearch,
  IconMail,
  IconServer2,
  IconSettings,
  IconShare2,
  IconUpload,
  IconUsers,
} from '@tabler/icons-react'
import type { Me } from '../client/me.ts'

type Icon = typeof IconInbox

/** One entry of the navigation. `goKey` follows `g`. */
export interface Destination {
  readonly name:
    | 'queue'
    | 'submissions'
    | 'cases'
    | 'bulletins'
    | 'statistics'
    | 'community'
    | 'audit'
    | 'knowledge'
    | 'home'
    | 'my-submissions'
    | 'inbox'
    | 'organisation'
    | 'machines'
    | 'settings'
  readonly href: string
  readonly Icon: Icon
  readonly goKey: string
}

const SETTINGS: Destination = {
  name: 'settings',
  href: '/settings',
  Icon: IconSettings,
  goKey: ',',
}

const FOR_STAFF: readonly Destination[] = [
  { name: 'queue', href: '/queue', Icon: IconInbox, goKey: 'q' },
  { name: 'submissions', href: '/submissions', Icon: IconMail, goKey: 's' },
  { name: 'cases', href: '/cases', Icon: IconFolder, goKey: 'c' },
  { name: 'bulletins', href: '/bulletins', Icon: IconShare2, goKey: 'b' },
  { name: 'statistics', href: '/statistics', Icon: IconChartBar, goKey: 'f' },
  { name: 'community', href: '/community', Icon: IconUsers, goKey: 'm' },
  { name: 'knowledge', href: '/knowledge', Icon: IconListSearch, goKey: 'r' },
  { name: 'audit', href: '/audit', Icon: IconHistory, goKey: 'a' },
  SETTINGS,
]

const FOR_MEMBERS: readonly Destination[] = [
  { name: 'home', href: '/home', Icon: IconBell, goKey: 'h' },
  { name: 'my-submissions', href: '/my-submissions', Icon: IconUpload, goKey: 's' },
  { name: 'inbox', href: '/inbox', Icon: IconShare2, goKey: 'b' },
  { name: 'organisation', href: '/organisation', Icon: IconBuilding, goKey: 'o' },
  { name: 'machines', href: '/machines', Icon: IconServer2, goKey: 'k' },
  SETTINGS,
]

/** Where this person can go. The hub decides again on every request what may be seen there. */
export function listDestinations(me: Me): readonly Destination[] {
  return isStaff(me) ? FOR_STAFF : FOR_MEMBERS
}

export function isStaff(me: Me): boolean {
  return me.roles.some((role) => role.startsWith('hub-'))
}

export function toHome(me: Me): string {
  return isStaff(me) ? '/queue' : '/home'
}
