/**
 * MITRE ATT&CK (Enterprise) techniques that ours refer to, by id with their names. A pinned list: an
 * id that MITRE retires is replaced here and in the detectors in one change.
 */
export const ATTACK_TECHNIQUES: Readonly<Record<string, string>> = {
  'T1027.006': 'Obfuscated Files or Information: HTML Smuggling',
  'T1027.009': 'Obfuscated Files or Information: Embedded Payloads',
  'T1027.013': 'Obfuscated Files or Information: Encrypted/Encoded File',
  'T1036.002': 'Masquerading: Right-to-Left Override',
  'T1036.007': 'Masquerading: Double File Extension',
  'T1053.005': 'Scheduled Task/Job: Scheduled Task',
  'T1059.001': 'Command and Scripting Interpreter: PowerShell',
  'T1127.001': 'Trusted Developer Utilities Proxy Execution: MSBuild',
  T1140: 'Deobfuscate/Decode Files or Information',
  T1110: 'Brute Force',
  T1190: 'Exploit Public-Facing Application',
  'T1204.001': 'User Execution: Malicious Link',
  'T1204.002': 'User Execution: Malicious File',
  'T1566.001': 'Phishing: Spearphishing Attachment',
  'T1566.002': 'Phishing: Spearphishing Link',
  'T1574.001': 'Hijack Execution Flow: DLL',
  'T1583.001': 'Acquire Infrastructure: Domains',
  'T1585.002': 'Establish Accounts: Email Accounts',
  'T1589.002': 'Gather Victim Identity Information: Email Addresses',
  'T1595.002': 'Active Scanning: Vulnerability Scanning',
  'T1595.003': 'Active Scanning: Wordlist Scanning',
  'T1598.002': 'Phishing for Information: Spearphishing Attachment',
  'T1598.003': 'Phishing for Information: Spearphishing Link',
  T1656: 'Impersonation',
  T1672: 'Email Spoofing',
}
