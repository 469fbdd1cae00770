export { act, actInStaff, done } from './act.ts'
export {
  type Actor,
  HUB,
  isStaff,
  loadOrganisation,
  loadPersonActor,
  NOBODY,
  type PersonActor,
} from './actor.ts'
export { inviteOwnPerson, listOwnPeople, renewOwnInvitation, setOwnDisabled } from './own-people.ts'
export { listMailDomains } from './mail-domains.queries.ts'
export { confirmNewDomains, setMailDomains } from './mail-domains.ts'
export { type Access, findRefusal } from './sight.ts'
export { assertFreshFactor } from './assert-fresh-factor.ts'
export { isFellowOfFounding, isSecondPerson } from './second-person.queries.ts'
export { loadStanding } from './load-standing.ts'
export { assertStanding } from './assert-standing.ts'
export { insertConfirmation, listNewContacts } from './new-contacts.queries.ts'
