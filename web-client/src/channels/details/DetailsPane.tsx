import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageBody } from '../../markdown/MessageBody.tsx'
import { PaneFrame } from '../../pane/PaneFrame.tsx'
import { openPane } from '../../pane/paneStore.ts'
import { usePerson } from '../../people/peopleStore.ts'
import { changeSettings } from '../channelCommands.ts'
import { useChannelName } from '../channelName.ts'
import { asChannelName } from '../channelNames.ts'
import { type Channel, changeChannel, useChannel } from '../channelsStore.ts'
import { may } from '../permissions.ts'
import { ChannelEnding } from './ChannelEnding.tsx'
import { ChannelRules } from './ChannelRules.tsx'
import { closeDetails, openDetails, useDetails } from './detailsStore.ts'
import { EditableText } from './EditableText.tsx'
import { settingsProblem } from './settingsProblem.ts'

/** What a channel is about, who made it, its rules, and the way out of it. */
export function DetailsPane({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const channel = useChannel(channelId)
  const name = useChannelName(channelId) ?? ''

  useEffect(() => {
    void openDetails(channelId)
    return closeDetails
  }, [channelId])

  if (!channel) return null
  return (
    <PaneFrame title={t('details.title')} subtitle={name}>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">
        {channel.archived && (
          <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn-ink">{t('closed.archived')}</p>
        )}
        <Wording channel={channel} />
        <Facts channel={channel} />
        {channel.visibility !== 'DIRECT' && (
          <>
            <hr className="border-line" />
            <ChannelRules channel={channel} />
          </>
        )}
        {channel.myRole !== null && channel.visibility !== 'DIRECT' && <hr className="border-line" />}
        <ChannelEnding channel={channel} name={name} />
      </div>
    </PaneFrame>
  )
}

function Wording({ channel }: { channel: Channel }) {
  const { t } = useTranslation()
  const { description, state } = useDetails()
  return (
    <>
      {channel.name !== null && (
        <EditableText
          label={t('create.name')}
          editLabel={t('details.rename')}
          value={channel.name}
          mayEdit={may('RENAME', channel)}
          maxLength={80}
          placeholder=""
          isRequired
          bent={asChannelName}
          save={async (name) => {
            await changeSettings(channel.id, { name })
            changeChannel(channel.id, () => ({ name }))
          }}
          refusal={(error) => settingsProblem(error, 'name', t)}
        />
      )}
      <EditableText
        label={t('details.topic')}
        editLabel={t('details.editTopic')}
        value={channel.topic ?? ''}
        mayEdit={may('DESCRIBE', channel)}
        maxLength={250}
        placeholder={t('details.noTopic')}
        save={async (topic) => {
          await changeSettings(channel.id, { topic })
          changeChannel(channel.id, () => ({ topic: topic === '' ? null : topic }))
        }}
        refusal={(error) => settingsProblem(error, 'topic', t)}
      >
        <MessageBody body={channel.topic ?? ''} />
      </EditableText>
      {state === 'failed' ? (
        <p className="text-sm text-soft">{t('problem.unreachable')}</p>
      ) : (
        <EditableText
          label={t('details.description')}
          editLabel={t('details.editDescription')}
          value={description ?? ''}
          mayEdit={state === 'ready' && may('DESCRIBE', channel)}
          maxLength={1_000}
          placeholder={state === 'loading' ? '…' : t('details.noDescription')}
          hasLines
          save={async (text) => {
            await changeSettings(channel.id, { description: text })
            useDetails.setState({ description: text === '' ? null : text })
          }}
          refusal={(error) => settingsProblem(error, 'description', t)}
        >
          <MessageBody body={description ?? ''} />
        </EditableText>
      )}
    </>
  )
}

function Facts({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation()
  const opened = useDetails((state) => state.opened)
  const opener = usePerson(opened?.by ?? '')
  const date =
    opened && new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(opened.at))
  return (
    <div className="flex flex-col items-start gap-1 text-sm text-soft">
      {channel.visibility !== 'DIRECT' && <p>{t(`details.visibility.${channel.visibility}`)}</p>}
      {date !== undefined && (
        <p>
          {opener ? t('details.openedBy', { name: opener.displayName, date }) : t('details.opened', { date })}
        </p>
      )}
      <button
        type="button"
        className="font-medium text-accent underline-offset-2 hover:underline max-md:min-h-11"
        onClick={() => openPane(channel.id, { kind: 'members' })}
      >
        {t('channels.members', { count: channel.memberCount })}
      </button>
    </div>
  )
}
