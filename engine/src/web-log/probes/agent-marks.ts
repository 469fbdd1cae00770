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

/** Log4Shell and shell code come in the agent and the referer as often as in the address. */
const carried: readonly ProbeMark[] = [
  ...injectionMarks.filter(({ label }) => label?.includes('Log4j')),
  ...marks('injection', ['() {'], { label: 'CVE-2014-6271 Shellshock' }),
  ...marks('injection', ['<?php', '/bin/sh', '/bin/bash'], { label: 'command' }),
]

export const agentMarks: readonly ProbeMark[] = [...scanners, ...carried]
