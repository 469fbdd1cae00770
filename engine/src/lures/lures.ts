import type { Lure } from './lure.ts'
import { accountExpiry } from './rules/account-expiry.ts'
import { callback } from './rules/callback.ts'
import { enableContent } from './rules/enable-content.ts'
import { executiveTask } from './rules/executive-task.ts'
import { extortion } from './rules/extortion.ts'
import { jobOffer } from './rules/job-offer.ts'
import { lawyer } from './rules/lawyer.ts'
import { leaveApplication } from './rules/leave-application.ts'
import { mailboxQuota } from './rules/mailbox-quota.ts'
import { parcel } from './rules/parcel.ts'
import { payment } from './rules/payment.ts'
import { paymentChange } from './rules/payment-change.ts'
import { paymentCorrected } from './rules/payment-corrected.ts'
import { payrollAccount } from './rules/payroll-account.ts'
import { prize } from './rules/prize.ts'
import { quotation } from './rules/quotation.ts'
import { receivables } from './rules/receivables.ts'
import { renewal } from './rules/renewal.ts'
import { replyOpener } from './rules/reply-opener.ts'
import { season } from './rules/season.ts'
import { secretDeal } from './rules/secret-deal.ts'
import { sharedDocument } from './rules/shared-document.ts'
import { survey } from './rules/survey.ts'
import { taxFine } from './rules/tax-fine.ts'
import { wallet } from './rules/wallet.ts'

/** Every lure, sorted by id. */
export const LURES: readonly Lure[] = [
  accountExpiry,
  callback,
  enableContent,
  executiveTask,
  extortion,
  jobOffer,
  lawyer,
  leaveApplication,
  mailboxQuota,
  parcel,
  payment,
  paymentChange,
  paymentCorrected,
  payrollAccount,
  prize,
  quotation,
  receivables,
  renewal,
  replyOpener,
  season,
  secretDeal,
  sharedDocument,
  survey,
  taxFine,
  wallet,
]

/** Somebody warns of such mail: the words are quoted, not used. They take back every lure nearby. */
export const WARNINGS: readonly string[] = [
  'フィッシング',
  '装った',
  '装う{メール|不審な|偽}',
  'なりすまし',
  '騙る',
  'かたる{メール|不審な|偽}',
  '注意喚起',
  '{詐欺|不審な|偽|迷惑}メール{に|が|の|を}',
  '{お尋ね|お聞き}することは{ありません|一切ありません}',
  'お願いすることは{ありません|一切ありません}',
  '求めることは{ありません|一切ありません}',
  'phishing',
  'scam{s|mers|} {that|which|claiming|pretending|email*}',
  'beware of',
  '{fraudulent|fake|suspicious} {email|mail|message}s',
  'security awareness',
  'impersonat*',
]
