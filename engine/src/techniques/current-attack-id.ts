/** Ids that the reports of 2020 cite and MITRE has since moved, with where they are now. */
const MOVED: Readonly<Record<string, string>> = {
  // Trusted Developer Utilities, in the sense of MSBuild (2020Q1 §5).
  T1127: 'T1127.001',
  // Scheduled Task became a sub-technique.
  T1053: 'T1053.005',
  // DLL Search Order Hijacking was folded into Hijack Execution Flow: DLL.
  T1038: 'T1574.001',
  'T1574.002': 'T1574.001',
  // Accessibility Features became a sub-technique of Event Triggered Execution.
  T1015: 'T1546.008',
  T1192: 'T1566.002',
  T1193: 'T1566.001',
  T1086: 'T1059.001',
  T1173: 'T1559.002',
}

/** The ATT&CK id in force for one that may be retired; any other id as it is. */
export function currentAttackId(id: string): string {
  const upper = id.trim().toUpperCase()
  return MOVED[upper] ?? upper
}
