import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useAgreementCopy } from '../../client/agreements.ts'
import { useMe } from '../../client/me.ts'
import { usePlace } from '../../frame/place.ts'
import { useParam } from '../../frame/use-address.ts'
import { Button, toButtonClass } from '../../parts/Button.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { agreementCopyWords } from '../../words/agreement-copy.ts'
import { useWords } from '../../words/use-words.ts'
import { AgreementSheet } from './AgreementSheet.tsx'
import '../submission-print/SubmissionPrintPage.css'
import './AgreementPrintPage.css'

/** What was agreed, on paper or saved as PDF from the browser's print dialogue. */
export function AgreementPrintPage() {
  const t = useWords(agreementCopyWords)
  const copy = useAgreementCopy(useParam('agreementId'))
  const { data: me } = useMe()
  usePlace([{ label: t('title') }])
  const isMember = me?.organisation !== undefined
  const list = isMember ? 'organisation' : 'community'
  return (
    <div className="print-page">
      <Loaded isPage back={list} query={copy} shape={8}>
        {(agreement) => (
          <>
            <div className="print-tools">
              <Link
                to={`/${list}`}
                search={isMember ? {} : { tab: 'agreements' }}
                className={toButtonClass()}
              >
                <IconArrowLeft stroke={1.5} aria-hidden="true" />
                <span className="button-words">{t('back')}</span>
              </Link>
              <Button
                kind="primary"
                icon={<IconPrinter stroke={1.5} aria-hidden="true" />}
                onClick={() => window.print()}
              >
                {t('print')}
              </Button>
              <p className="tiny quiet">{t('hint')}</p>
            </div>
            <AgreementSheet agreement={agreement} />
          </>
        )}
      </Loaded>
    </div>
  )
}
