import { injectionMarks } from './injection-marks.ts'
import { marks, type ProbeMark } from './probe-mark.ts'

/** Tools that say in the agent field what they are. Whoever hides does not; whoever does not is told at once. */
const scanners: readonly ProbeMark[] = marks('scanner', [
  'nikto',
  'sqlmap',
  'nmap',
  'masscan',
  'zgrab',
  'nuclei',
  'wpscan',
  'dirbuster',
  'gobuster',
  'feroxbuster',
  'ffuf',
  'fuzz faster',
  'wfuzz',
  'acunetix',
  'nessus',
  'openvas',
  'netsparker',
  'invicti',
  'qualys',
  'w3af',
  'arachni',
  'havij',
  'jorgee',
  'zmeu',
  'morfeus',
  'hydra',
  'l9explore',
  'l9tcpid',
  'leakix',
  'censysinspect',
  'expanse, a palo alto',
  'internet-measurement',
  'whatweb',
  'commix',
  'jaeles',
  'httpx - open-source',
  'dirsearch',
  'burp',
  'zaproxy',
  'owasp zap',
  'visionutils',
])

/**
 * Of these, the ones that break in, guess or list: nobody surveys the network with them. What probes the whole network
 * for a survey, or is sold to look at one's own, is not among them.
 */
const ATTACK_TOOLS =
  /nikto|sqlmap|wpscan|dirbuster|gobuster|feroxbuster|ffuf|fuzz faster|wfuzz|w3af|havij|jorgee|zmeu|morfeus|hydra|commix|jaeles|dirsearch/iu

/** Whether an agent gives the name of such a tool. */
export const isAttackTool = (agent: string): boolean => ATTACK_TOOLS.test(agent)

/** Log4Shell and shell code come in the agent and the referer as often as in the address. */
const carried: readonly ProbeMark[] = [
  ...injectionMarks.filter(({ label }) => label?.includes('Log4j')),
  ...marks('injection', ['() {'], { label: 'CVE-2014-6271 Shellshock' }),
  ...marks('injection', ['<?php', '/bin/sh', '/bin/bash'], { label: 'command' }),
]

export const agentMarks: readonly ProbeMark[] = [...scanners, ...carried]
