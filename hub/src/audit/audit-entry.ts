/** Who did it, as the log names them: `person:<id>`, `token:<id>`, `hub` or `nobody`. See people/actor.ts. */
export interface AuditActor {
  readonly audit: string
}

/** Something that happened, in ids, codes, hashes and counts. */
export interface AuditEntry {
  readonly actor: AuditActor
  /** A verb in the past or a fixed name, such as `case-opened`. */
  readonly action: string
  /** Kind and id of what was touched, such as `case:<id>`. */
  readonly subject: string
  readonly detail?: Readonly<Record<string, AuditValue>>
}

type AuditValue = string | number | boolean | undefined | readonly (string | number)[]
