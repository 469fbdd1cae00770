import type { MailView } from 'contract/analysis'
import { useState } from 'react'
import { toPictureAddress } from '../../client/mails.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { evidenceWords } from '../../words/evidence.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'
import { listLinksAt } from './list-links.ts'

/** A picture as it looks, blurred until somebody asks, and beside it where it leads: by its QR code or a link laid on it. */
export function PictureCard({
  mail,
  file,
}: {
  mail: MailView
  file: MailView['artefacts'][number]
}) {
  const t = useWords(evidenceWords)
  const numbers = useNumbers()
  const [isClear, setClear] = useState(false)
  const leads = mail.parts.find(({ path }) => path === file.path)?.leadsTo
  const codes = listLinksAt(mail, file.path).filter(({ url }) => url !== leads)
  const { width = 0, height = 0 } = file.picture ?? {}
  return (
    <Card
      title={t('picture')}
      aside={
        <>
          <span className="tiny">{`${numbers.count(width)} × ${numbers.count(height)}`}</span>
          <Button size="s" aria-pressed={isClear} onClick={() => setClear((before) => !before)}>
            {t(isClear ? 'picture-blur' : 'picture-clear')}
          </Button>
        </>
      }
    >
      <div className="picture">
        <span className="picture-frame">
          <img
            src={toPictureAddress(mail.mailId, file.path)}
            alt={t(isClear ? 'picture-alt' : 'picture-alt-blurred')}
            width={width}
            height={height}
            className={isClear ? undefined : 'picture-blurred'}
            loading="lazy"
            referrerPolicy="no-referrer"
          />
        </span>
        {(codes.length > 0 || leads !== undefined) && (
          <dl className="picture-leads">
            {codes.map(({ url, kind }) => (
              <div key={url}>
                <dt className="label">{t(kind === 'qr' ? 'qr-leads' : 'link-leads')}</dt>
                <dd className="mono">
                  <HostileText text={url} />
                </dd>
              </div>
            ))}
            {leads !== undefined && (
              <div>
                <dt className="label">{t('picture-leads')}</dt>
                <dd className="mono">
                  <HostileText text={leads} />
                </dd>
              </div>
            )}
          </dl>
        )}
      </div>
    </Card>
  )
}
