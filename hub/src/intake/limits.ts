/** Limits of the door through which evidence comes in, each with its reason. */
export const intakeLimits = {
  /** One submitted file: 100 MiB. A zip of 700 mails has about 45 MB; mail gateways stop at 50 MB. */
  fileBytesMax: 100 * 1024 * 1024,
  /** Files of one submission. Larger collections come as an archive. */
  filesPerSubmissionMax: 50,
  /** Random receipts tried before giving up; two collisions in a row among a billion are no accident. */
  receiptAttemptsMax: 5,
  /** Own submissions on one page. */
  pageRowsMax: 50,
  /** Recipients of one mail to the hub; it has few addresses, so more is an attack. */
  smtpRecipientsMax: 10,
  /** SMTP connections at once, all senders together; each may hold one message in flight. */
  smtpConnectionsMax: 50,
  /** SMTP connections at once from one address; a member's gateway opens a few. */
  smtpConnectionsPerAddressMax: 10,
  /** Silence after which an SMTP connection is closed. RFC 5321 §4.5.3.2 asks for minutes; slow writers hold a place. */
  smtpSilenceMs: 60_000,
  /** Life of one SMTP connection; a sender that drips a byte a minute ends here. 100 MiB at 10 Mbit/s take 84 s. */
  smtpConnectionMs: 15 * 60_000,
  /** Bytes of a mail's head in which the From field is looked for; real heads stay under 64 KiB. */
  smtpHeadBytesMax: 256 * 1024,
  /** Bytes taken in by mail on one day, all senders together: 4 GiB, forty of the largest messages. A disk of 1 TB lasts most of a year. */
  mailedBytesPerDayMax: 4 * 1024 ** 3,
  /** Messages taken in by mail on one day, all senders together; two workers read as many in about a day. */
  mailedPerDayMax: 20_000,
  /** Bytes by mail on one day from one network: 1 GiB. A quarter of the whole, so that one stranger leaves room for all others. */
  mailedBytesPerNetworkMax: 1024 ** 3,
  /** Messages on one day from one network. A member that forwards a whole wave has some hundreds. */
  mailedPerNetworkMax: 2_000,
  /** Part of the day's bound in hundredths from which the hub's people are told. Early enough to look whose mail it is. */
  mailedNearPercent: 80,
} as const
