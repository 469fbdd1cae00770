/** Largest single object. A submission of 700 mails as a zip is about 45 MB; a gigabyte of log is taken in parts. */
export const EVIDENCE_BYTES_MAX = 256 * 1024 * 1024

/** Age after which an unfinished upload is taken for abandoned. No upload of the allowed size takes an hour. */
export const TEMPORARY_AGE_MS_MAX = 60 * 60 * 1000
