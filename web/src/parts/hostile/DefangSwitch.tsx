import { IconShield, IconShieldOff } from '@tabler/icons-react'
import { partsWords } from '../../words/parts.ts'
import { useWords } from '../../words/use-words.ts'
import { Button } from '../Button.tsx'
import { useDefanging } from './defanging.ts'

/** Shows whether addresses are broken, and turns that on and off. Copying follows what is shown. */
export function DefangSwitch() {
  const t = useWords(partsWords)
  const { isDefanged, toggle } = useDefanging()
  return (
    <Button
      size="s"
      aria-pressed={isDefanged}
      onClick={toggle}
      icon={isDefanged ? <IconShield aria-hidden="true" /> : <IconShieldOff aria-hidden="true" />}
    >
      {t(isDefanged ? 'defanged' : 'refanged')}
    </Button>
  )
}
