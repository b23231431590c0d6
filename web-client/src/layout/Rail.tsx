import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { AccountMenu } from '../account/AccountMenu.tsx'
import { Logo } from '../appearance/Logo.tsx'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { RAIL, type RailPlace } from './rail.ts'

/** The way to every place: a column on the left, on a phone a bar at the bottom. */
export function Rail() {
  const { t } = useTranslation()
  return (
    <nav
      aria-label={t('rail.label')}
      className="flex shrink-0 items-center gap-1 border-line bg-panel max-md:order-last max-md:h-14 max-md:justify-around max-md:border-t max-md:px-2 md:w-14 md:flex-col md:border-e md:py-3"
    >
      <Logo className="mb-3 size-8 max-md:hidden" />
      {RAIL.map((place) => (
        <RailItem key={place.id} place={place} />
      ))}
      <span className="flex-1 max-md:hidden" />
      <AccountMenu />
    </nav>
  )
}

function RailItem({ place }: { place: RailPlace }) {
  const { t } = useTranslation()
  const [path] = useLocation()
  const label = place.label(t)
  const isHere = 'href' in place && place.isAt(path)
  const look = `inline-flex items-center justify-center rounded-float outline-offset-[-2px] transition-colors md:size-10 max-md:h-11 max-md:min-w-16 ${
    isHere ? 'bg-accent-soft text-accent' : 'text-soft hover:bg-raised hover:text-ink'
  }`
  const icon = <place.icon size={20} aria-hidden="true" />
  return (
    <Tooltip label={label} side="right">
      {'href' in place ? (
        <Link
          href={place.href}
          aria-label={label}
          aria-current={isHere ? 'page' : undefined}
          className={look}
        >
          {icon}
        </Link>
      ) : (
        <button type="button" aria-label={label} onClick={place.open} className={look}>
          {icon}
        </button>
      )}
    </Tooltip>
  )
}
