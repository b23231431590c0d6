import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../../app/places.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { archiveChannel, leaveChannel, unarchiveChannel } from '../channelCommands.ts'
import type { Channel } from '../channelsStore.ts'
import { memberProblem } from '../members/memberProblem.ts'

export type Ending = 'archive' | 'unarchive' | 'leave'

interface EndingDialogProps {
  ending: Ending
  channel: Channel
  name: string
  onClose: () => void
}

/** Asks once more before a channel is left, ended or opened again, and says what that means. */
export function EndingDialog({ ending, channel, name, onClose }: EndingDialogProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const run: Record<Ending, () => Promise<void>> = {
    archive: () => archiveChannel(channel.id),
    unarchive: () => unarchiveChannel(channel.id),
    leave: async () => {
      await leaveChannel(channel.id)
      go(places.home)
    },
  }
  return (
    <ConfirmDialog
      title={t(`details.ask.${ending}`, { name })}
      action={t(`details.do.${ending}`)}
      isDangerous={ending !== 'unarchive'}
      onConfirm={run[ending]}
      onClose={onClose}
      refusal={(error) => memberProblem(error, t)}
    >
      {ending === 'leave' ? (
        <>
          <p>{t(channel.visibility === 'PUBLIC' ? 'details.leavePublic' : 'details.leavePrivate')}</p>
          {channel.myRole === 'OWNER' && <p>{t('details.leaveOwner')}</p>}
        </>
      ) : (
        <p>{t(`details.means.${ending}`)}</p>
      )}
    </ConfirmDialog>
  )
}
