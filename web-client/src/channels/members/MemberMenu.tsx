import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu, type MenuEntry } from '../../appearance/Menu.tsx'
import { ROLES, type Role } from '../permissions.ts'

export type MemberAct = 'remove' | 'ban' | 'handOver'

interface MemberMenuProps {
  name: string
  role: Role
  /** The roles that may be given beside the present one. */
  roles: readonly Role[]
  acts: readonly MemberAct[]
  onRole: (role: Role) => void
  onAct: (act: MemberAct) => void
}

/** What one may do with a member. */
export function MemberMenu({ name, role, roles, acts, onRole, onAct }: MemberMenuProps) {
  const { t } = useTranslation()
  const label = t('members.manage', { name })

  function entries(): MenuEntry[] {
    const choices: MenuEntry[] = ROLES.filter((each) => each === role || roles.includes(each)).map(
      (each) => ({
        label: t(`members.roles.${each}`),
        isChecked: each === role,
        onSelect: () => each !== role && onRole(each),
      }),
    )
    return [
      ...(roles.length > 0 ? [{ heading: t('members.role') }, ...choices] : []),
      ...(roles.length > 0 && acts.length > 0 ? ['separator' as const] : []),
      ...acts.map((act) => ({
        label: t(`members.${act}`),
        isDanger: act !== 'handOver',
        onSelect: () => onAct(act),
      })),
    ]
  }

  return (
    <Menu label={label} entries={entries} align="end">
      <button type="button" className="button-icon" aria-label={label}>
        <Ellipsis size={18} aria-hidden="true" />
      </button>
    </Menu>
  )
}
