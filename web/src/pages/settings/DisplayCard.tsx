import { SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core'
import { Language } from 'contract/common'
import { useState } from 'react'
import { useSwitchLanguage } from '../../client/me.ts'
import { areKeysOn, switchKeys } from '../../frame/use-keys.ts'
import { Card } from '../../parts/Card.tsx'
import { FailureLine } from '../../parts/FailureLine.tsx'
import { settingsWords } from '../../words/settings.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'

const THEMES = ['auto', 'light', 'dark'] as const

/** How the pages look and listen; taken over at once. */
export function DisplayCard() {
  const t = useWords(settingsWords)
  const language = useLanguage()
  const switchLanguage = useSwitchLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [hasKeys, setKeys] = useState(areKeysOn)
  return (
    <Card title={t('display')}>
      <div className="stack">
        <div className="setting">
          <span className="label">{t('language')}</span>
          <SegmentedControl
            aria-label={t('language')}
            value={language}
            onChange={(value) => switchLanguage.mutate(Language.parse(value))}
            data={[
              { value: 'ja', label: <span lang="ja">日本語</span> },
              { value: 'en', label: <span lang="en">English</span> },
            ]}
          />
          <p className="tiny quiet">{t('language-say')}</p>
          <FailureLine error={switchLanguage.error} />
        </div>
        <div className="setting">
          <span className="label">{t('theme')}</span>
          <SegmentedControl
            aria-label={t('theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(THEMES.find((theme) => theme === value) ?? 'auto')}
            data={THEMES.map((value) => ({ value, label: t(`theme-${value}`) }))}
          />
        </div>
        <Switch
          label={t('keys')}
          description={t('keys-say')}
          checked={hasKeys}
          onChange={({ target }) => {
            switchKeys(target.checked)
            setKeys(target.checked)
          }}
        />
      </div>
    </Card>
  )
}
