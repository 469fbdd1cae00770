import type { BulletinContent } from 'contract/bulletin'
import type { Language } from 'contract/common'
import { AliasText } from './Alias.tsx'

/** What the attacker does, technique by technique, with MITRE ATT&CK ids where there are any. */
export function BulletinTechniques({
  techniques,
  language,
}: {
  techniques: BulletinContent['techniques']
  language: Language
}) {
  return (
    <ul className="bulletin-techniques">
      {techniques.map(({ id, title, say, attack }) => (
        <li key={id}>
          <p className="strong">
            {title[language]}
            {attack.length > 0 && (
              <span className="mono quiet bulletin-attack">{attack.join(' ')}</span>
            )}
          </p>
          <p>
            <AliasText text={say[language]} />
          </p>
        </li>
      ))}
    </ul>
  )
}
