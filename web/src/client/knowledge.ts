import { useQuery } from '@tanstack/react-query'
import { Done } from 'contract/common'
import {
  type AnalyseAgainRequest,
  DnsAnswersSaved,
  KnowledgeView,
  NamingRuleSaved,
  RereadingList,
  RegistrationSaved,
  type SaveDnsAnswersRequest,
  type SaveNamingRuleRequest,
  type SaveYaraRuleRequest,
  YaraRuleSaved,
} from 'contract/knowledge'
import type { z } from 'zod'
import { callApi } from './call-api.ts'
import { useOrder } from './order.ts'

/** What the hub has recorded beside mails: rules, registrations, naming rules. */
export function useKnowledge<Part>(select: (all: KnowledgeView) => Part) {
  return useQuery({
    queryKey: ['knowledge'],
    queryFn: ({ signal }) => callApi({ path: '/api/knowledge', answer: KnowledgeView, signal }),
    select,
  })
}

type Rule = z.input<typeof SaveYaraRuleRequest>

/** Saves rules; the answer says what the compiler found wrong when they are not saved. */
export function useSaveRule(ruleId: string | undefined) {
  const path = '/api/knowledge/rules'
  return useOrder((body: Rule) =>
    ruleId === undefined
      ? callApi({ method: 'POST', path, body, answer: YaraRuleSaved })
      : callApi({ method: 'PUT', path: `${path}/${ruleId}`, body, answer: YaraRuleSaved }),
  )
}

export function useSaveRegistration() {
  return useOrder((record: string) =>
    callApi({
      method: 'POST',
      path: '/api/knowledge/registrations',
      body: { record },
      answer: RegistrationSaved,
    }),
  )
}

export function useSaveDnsAnswers() {
  return useOrder((body: z.input<typeof SaveDnsAnswersRequest>) =>
    callApi({
      method: 'POST',
      path: '/api/knowledge/dns-answers',
      body,
      answer: DnsAnswersSaved,
    }),
  )
}

export function useSaveNamingRule() {
  return useOrder((body: z.input<typeof SaveNamingRuleRequest>) =>
    callApi({
      method: 'POST',
      path: '/api/knowledge/naming-rules',
      body,
      answer: NamingRuleSaved,
    }),
  )
}

export type KnowledgePart = 'rules' | 'registrations' | 'dns-answers' | 'naming-rules'

export function useRemoveKnowledge(part: KnowledgePart) {
  return useOrder((key: string) =>
    callApi({
      method: 'DELETE',
      path: `/api/knowledge/${part}/${encodeURIComponent(key)}`,
      answer: Done,
    }),
  )
}

/** While evidence is read again, the page looks again. */
const WHILE_READ_MS = 2_000

export function useRereadings() {
  return useQuery({
    queryKey: ['rereadings'],
    queryFn: ({ signal }) =>
      callApi({ path: '/api/knowledge/rereadings', answer: RereadingList, signal }),
    refetchInterval: ({ state }) =>
      state.data?.rereadings.some((one) => one.state !== 'done') === true ? WHILE_READ_MS : false,
  })
}

export function useAnalyseAgain() {
  return useOrder((body: z.input<typeof AnalyseAgainRequest>) =>
    callApi({ method: 'POST', path: '/api/knowledge/analyse-again', body, answer: Done }),
  )
}
