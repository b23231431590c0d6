import { Problem } from '@tidings/client'
import type { TFunction } from 'i18next'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { Dialog } from '../appearance/Dialog.tsx'
import { problemWords } from '../failure/problemWords.ts'
import { openChannel } from './channelCommands.ts'
import { asChannelName } from './channelNames.ts'
import { askForMembership } from './channelsStore.ts'
import { fetchChannel } from './channelUpdates.ts'

/** The first event of a channel, and the second, which makes its opener a member. */
const OPENER_JOINED_SEQ = 1

export function CreateChannelDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [isPrivate, setIsPrivate] = useState(false)
  const [problem, setProblem] = useState<CreateProblem>()
  const [isBusy, setIsBusy] = useState(false)
  const nameId = useId()
  const topicId = useId()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const topic = String(new FormData(event.currentTarget).get('topic') ?? '').trim()
    setIsBusy(true)
    setProblem(undefined)
    try {
      const id = await openChannel(name, topic, isPrivate ? 'PRIVATE' : 'PUBLIC')
      const joined = askForMembership(id)
      await fetchChannel(id, OPENER_JOINED_SEQ)
      joined(true)
      onClose()
      go(places.channel(id))
    } catch (error) {
      setProblem(createProblem(error, t))
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
            aria-invalid={problem?.field === 'name'}
            aria-describedby={problem?.field === 'name' ? `${nameId}-problem` : undefined}
            className="field"
          />
          {problem?.field === 'name' && <FieldProblem id={`${nameId}-problem`} text={problem.text} />}
        </div>
        <div>
          <label htmlFor={topicId} className="mb-1 block text-sm font-medium">
            {t('create.topic')}
          </label>
          <input
            id={topicId}
            name="topic"
            maxLength={250}
            aria-invalid={problem?.field === 'topic'}
            aria-describedby={problem?.field === 'topic' ? `${topicId}-problem` : undefined}
            className="field"
          />
          {problem?.field === 'topic' && <FieldProblem id={`${topicId}-problem`} text={problem.text} />}
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
        {problem && problem.field === undefined && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem.text}
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

interface CreateProblem {
  field?: 'name' | 'topic'
  text: string
}

function createProblem(error: unknown, t: TFunction): CreateProblem {
  if (error instanceof Problem && error.code === 'CONFLICT') return { field: 'name', text: t('create.taken') }
  if (error instanceof Problem && error.code === 'BAD_FRAME') {
    return /topic/i.test(error.message)
      ? { field: 'topic', text: t('create.badTopic') }
      : { field: 'name', text: t('create.badName') }
  }
  return { text: problemWords(error, t) }
}

function FieldProblem({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} role="alert" className="mt-1 text-[13px] text-danger">
      {text}
    </p>
  )
}
