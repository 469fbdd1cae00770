import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type Me, useSignOut } from '../client/me.ts'
import { Initial } from '../parts/Initial.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'

const THEMES = [
  { scheme: 'auto', Icon: IconDeviceDesktop },
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
] as const

/** Who is signed in, colours, shortcuts, settings, sign-out. */
export function MeMenu({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const t = useWords(frameWords)
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <button type="button" className="me-button">
          <Initial name={me.name} words={t('me', { name: me.name })} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="me-name">
          <strong>{me.name}</strong>
          <span className="quiet tiny">{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        {THEMES.map(({ scheme, Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.5} />}
            rightSection={colorScheme === scheme ? <IconCheck size={14} /> : undefined}
            aria-checked={colorScheme === scheme}
            role="menuitemradio"
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme-${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.5} />} onClick={onHelp}>
          {t('help')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.5} />}
          onClick={() => void navigate({ to: '/settings' })}
        >
          {t('settings')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.5} />}
          onClick={() => signOut.mutate()}
        >
          {t('sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
