import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { Dialog } from '../appearance/Dialog.tsx'
import { Problem } from '../rest/problem.ts'
import { openChannel } from './channelCommands.ts'
import { asChannelName } from './channelNames.ts'
import { setJoined } from './channelsStore.ts'
import { learnOfChannel } from './channelUpdates.ts'

/** The first event of a channel, and the second, which makes its opener a member. */
const OPENER_JOINED_SEQ = 1

export function CreateChannelDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [isPrivate, setIsPrivate] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const nameId = useId()
  const topicId = useId()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const topic = String(new FormData(event.currentTarget).get('topic') ?? '').trim()
    setIsBusy(true)
    try {
      const id = await openChannel(name, topic, isPrivate ? 'PRIVATE' : 'PUBLIC')
      await learnOfChannel(id, OPENER_JOINED_SEQ)
      setJoined(id, true)
      onClose()
      go(places.channel(id))
    } catch (error) {
      const isTaken = error instanceof Problem && error.code === 'CONFLICT'
      setProblem(
        isTaken ? t('create.taken') : error instanceof Problem ? error.message : t('problem.unknown'),
      )
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={t('create.title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div>
          <label htmlFor={nameId} className="mb-1 block text-sm font-medium">
            {t('create.name')}
          </label>
          <input
            id={nameId}
            required
            autoFocus
            maxLength={80}
            value={name}
            onChange={(event) => setName(asChannelName(event.target.value))}
            placeholder={t('create.namePlaceholder')}
            className="field"
          />
        </div>
        <div>
          <label htmlFor={topicId} className="mb-1 block text-sm font-medium">
            {t('create.topic')}
          </label>
          <input id={topicId} name="topic" maxLength={250} className="field" />
        </div>
        <label className="flex min-h-10 items-center gap-3 text-sm">
          <input
            type="checkbox"
            checked={isPrivate}
            onChange={(event) => setIsPrivate(event.target.checked)}
            className="size-4 accent-accent"
          />
          <span>
            <span className="font-medium">{t('create.private')}</span>
            <span className="block text-soft">{t('create.privateHint')}</span>
          </span>
        </label>
        {problem !== undefined && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem}
          </p>
        )}
        <div className="mt-2 flex justify-end gap-2">
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" disabled={isBusy || name === ''} className="button-primary">
            {t('create.create')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
