import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'

export interface Choice {
  readonly words: string
  readonly run: () => void
}

/** Actions that are seldom needed, behind three dots. */
export function MoreMenu({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label={label}>
          <IconDots stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ words, run }) => (
          <Menu.Item key={words} onClick={run}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
