import { Checkbox } from '@mantine/core'
import { toSay } from '../../client/api-failure.ts'
import { Card } from '../../parts/Card.tsx'
import { useToast } from '../../parts/toasts.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { useSaveVault } from './use-save-vault.ts'
import type { VaultCardProps } from './vault-card-props.ts'

/** Products the engine knows by these ids; a wrapper of one that is not in use is itself a trace of an attack. */
const SERVICES: Readonly<Record<string, string>> = {
  proofpoint: 'Proofpoint URL Defense',
  'safe-links': 'Microsoft Defender Safe Links',
  barracuda: 'Barracuda Link Protection',
  mimecast: 'Mimecast URL Protection',
  cisco: 'Cisco Secure Email',
  'trend-micro': 'Trend Micro Email Security',
  trellix: 'Trellix (FireEye) Advanced URL Defense',
  sophos: 'Sophos Time-of-Click Protection',
  symantec: 'Symantec Click-time Protection',
  trustwave: 'Trustwave SEG',
  avanan: 'Check Point Harmony (Avanan)',
}

/** Which link-rewriting products the organisation uses; each tick is saved at once. */
export function UrlServicesCard({ view, mayEdit }: VaultCardProps) {
  const t = useWords(organisationWords)
  const say = useSay()
  const toast = useToast()
  const { order, save } = useSaveVault(view)
  const onError = (error: Error) => toast({ say: say(toSay(error)), isError: true })
  const write = (urlServices: string[], name: string) =>
    save(
      { urlServices },
      { onError, onSuccess: () => toast({ say: t('saved-services', { name }) }) },
    )
  // What was ticked shows at once, while it is being saved.
  const chosen = order.isPending ? (order.variables.urlServices ?? []) : view.urlServices
  // One the engine has dropped meanwhile stays visible, so that it can be taken out.
  const ids = [...new Set([...Object.keys(SERVICES), ...view.urlServices])]
  return (
    <Card title={t('services')} padded={false}>
      <p className="vault-say">{t('services-say')}</p>
      <div className="vault-services">
        {ids.map((id) => (
          <Checkbox
            key={id}
            label={SERVICES[id] ?? id}
            disabled={!mayEdit || order.isPending}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              write(
                target.checked
                  ? [...view.urlServices, id]
                  : view.urlServices.filter((held) => held !== id),
                SERVICES[id] ?? id,
              )
            }
          />
        ))}
      </div>
    </Card>
  )
}
