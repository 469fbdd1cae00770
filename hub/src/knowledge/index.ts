export { knowledgeRoutes } from './knowledge.routes.ts'
export { type HubKnowledge, loadKnowledge } from './load-knowledge.ts'
