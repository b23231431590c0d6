import { CheckCheck, Link2, Star, StarOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { places } from '../app/places.ts'
import type { MenuEntry } from '../appearance/Menu.tsx'
import { toast } from '../appearance/toast.ts'
import { togglePreference, usePreferences } from '../preferences/preferences.ts'
import { type Channel, changeChannel, isMember } from './channelsStore.ts'

/** What can be done with a channel from its row in the sidebar. */
export function useChannelMenu(channel: Channel): () => readonly MenuEntry[] {
  const { t } = useTranslation()
  const { session } = useChat()
  const { id, seq, unreadCount } = channel

  function markRead() {
    session.signal({ type: 'read', channelId: id, seq })
    changeChannel(id, () => ({ readSeq: seq, unreadCount: 0 }))
  }

  async function copyLink() {
    const link = new URL(places.channel(id), window.location.href)
    await navigator.clipboard.writeText(link.href)
    toast(t('sidebar.linkCopied'))
  }

  return () => {
    const isFavourite = usePreferences.getState().favourites.includes(id)
    const own: MenuEntry[] = [
      {
        label: t(isFavourite ? 'sidebar.unfavourite' : 'sidebar.favourite'),
        icon: isFavourite ? <StarOff size={16} /> : <Star size={16} />,
        onSelect: () => togglePreference('favourites', id),
      },
      {
        label: t('sidebar.markRead'),
        icon: <CheckCheck size={16} />,
        isDisabled: unreadCount === 0 || !session.isOnline,
        onSelect: markRead,
      },
    ]
    const link: MenuEntry = {
      label: t('sidebar.copyLink'),
      icon: <Link2 size={16} />,
      onSelect: () => void copyLink().catch(() => toast(t('sidebar.linkNotCopied'), { kind: 'danger' })),
    }
    return isMember(id) ? [...own, 'separator', link] : [link]
  }
}
