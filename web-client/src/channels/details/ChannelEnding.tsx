import { Archive, ArchiveRestore, LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../channelsStore.ts'
import { may } from '../permissions.ts'
import { type Ending, EndingDialog } from './EndingDialog.tsx'

/** Leaving a channel, ending it and opening it again; each is asked for once more. */
export function ChannelEnding({ channel, name }: { channel: Channel; name: string }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Ending>()
  const endings: Ending[] = []
  if (may('ARCHIVE', channel)) endings.push(channel.archived ? 'unarchive' : 'archive')
  if (may('LEAVE', channel)) endings.push('leave')
  if (endings.length === 0) return null

  return (
    <div className="-mx-3 flex flex-col">
      {endings.map((ending) => {
        const Icon = { archive: Archive, unarchive: ArchiveRestore, leave: LogOut }[ending]
        return (
          <button
            key={ending}
            type="button"
            onClick={() => setAsking(ending)}
            className={`flex min-h-10 items-center gap-3 rounded-lg px-3 text-start font-medium max-md:min-h-11 ${
              ending === 'unarchive' ? 'hover:bg-raised' : 'text-danger hover:bg-danger-soft'
            }`}
          >
            <Icon size={17} aria-hidden="true" />
            {t(`details.${ending}`)}
          </button>
        )
      })}
      {asking && (
        <EndingDialog ending={asking} channel={channel} name={name} onClose={() => setAsking(undefined)} />
      )}
    </div>
  )
}
