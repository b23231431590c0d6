import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAccount } from '../account/accountStore.ts'
import { places } from '../app/places.ts'
import { toast } from '../appearance/toast.ts'
import { problemWords } from '../failure/problemWords.ts'
import { Avatar } from '../people/Avatar.tsx'
import { openDirect } from '../people/openDirect.ts'
import { usePeopleSearch } from '../people/usePeopleSearch.ts'
import { Group, Item } from './PaletteItem.tsx'

const MOST = 5

/** People whom one can talk to, once something is asked for. */
export function PalettePeople({ query, onPick }: { query: string; onPick: (run: () => void) => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const selfId = useAccount((state) => state.credentials?.accountId)
  const isWanted = query.trim() !== ''
  const { found } = usePeopleSearch(query.trim().replace(/^@/, ''), isWanted)
  const people = found.filter(({ id, deactivated }) => id !== selfId && !deactivated).slice(0, MOST)
  if (!isWanted || people.length === 0) return null

  function talkTo(id: string) {
    openDirect([id]).then(
      (channelId) => go(places.channel(channelId)),
      (error: unknown) => toast(problemWords(error, t), { kind: 'danger' }),
    )
  }

  return (
    <Group title={t('palette.people')}>
      {people.map(({ id, displayName, username }) => (
        <Item key={id} id={`person-${id}`} onPick={() => onPick(() => talkTo(id))}>
          <Avatar accountId={id} small />
          <span dir="auto" className="min-w-0 truncate">
            {displayName}
          </span>
          {displayName !== username && <span className="truncate text-sm text-soft">@{username}</span>}
        </Item>
      ))}
    </Group>
  )
}
