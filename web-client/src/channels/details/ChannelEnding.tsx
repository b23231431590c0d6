import { Archive, ArchiveRestore, LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../../app/places.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { archiveChannel, leaveChannel, unarchiveChannel } from '../channelCommands.ts'
import type { Channel } from '../channelsStore.ts'
import { memberProblem } from '../members/memberProblem.ts'
import { may } from '../permissions.ts'

type Ending = 'archive' | 'unarchive' | 'leave'

/** Leaving a channel, ending it and opening it again; each is asked for once more. */
export function ChannelEnding({ channel, name }: { channel: Channel; name: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [asking, setAsking] = useState<Ending>()
  const endings: Ending[] = []
  if (may('ARCHIVE', channel)) endings.push(channel.archived ? 'unarchive' : 'archive')
  if (may('LEAVE', channel)) endings.push('leave')
  if (endings.length === 0) return null

  const run: Record<Ending, () => Promise<void>> = {
    archive: () => archiveChannel(channel.id),
    unarchive: () => unarchiveChannel(channel.id),
    leave: async () => {
      await leaveChannel(channel.id)
      go(places.home)
    },
  }
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
        <ConfirmDialog
          title={t(`details.ask.${asking}`, { name })}
          action={t(`details.do.${asking}`)}
          isDangerous={asking !== 'unarchive'}
          onConfirm={run[asking]}
          onClose={() => setAsking(undefined)}
          refusal={(error) => memberProblem(error, t)}
        >
          {asking === 'leave' ? (
            <>
              <p>{t(channel.visibility === 'PUBLIC' ? 'details.leavePublic' : 'details.leavePrivate')}</p>
              {channel.myRole === 'OWNER' && <p>{t('details.leaveOwner')}</p>}
            </>
          ) : (
            <p>{t(`details.means.${asking}`)}</p>
          )}
        </ConfirmDialog>
      )}
    </div>
  )
}
