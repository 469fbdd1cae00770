export {
  type Actor,
  HUB,
  isStaff,
  loadOrganisation,
  loadPersonActor,
  type PersonActor,
} from './actor.ts'
export { type Access, findRefusal } from './sight.ts'
