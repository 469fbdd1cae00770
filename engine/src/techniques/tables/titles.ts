/** Offices that people write beside a name, and that fraud borrows. */
export const EXECUTIVE_TITLE =
  /(?:代表取締役|取締役|社長|会長|副社長|専務|常務|執行役員|本部長|理事長)|\b(?:ceo|cfo|coo|cto|cio|chairman|chairwoman|president|managing director|chief [a-z]{4,12} officer|executive)\b/i

/** Words of the law in a sender's name. */
export const LAW_TITLE =
  /弁護士|法律事務所|法務事務所|会計士|監査法人|\b(?:attorney|attorneys|lawyer|law (?:firm|office|group)|solicitors?|legal counsel|barrister|esq)\b/i
