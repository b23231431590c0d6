import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAccount } from '../../account/accountStore.ts'
import { places } from '../../app/places.ts'
import { Dialog } from '../../appearance/Dialog.tsx'
import { PeoplePicker } from '../../people/PeoplePicker.tsx'
import type { Person } from '../../people/peopleStore.ts'
import { asChannelName } from '../channelNames.ts'
import { useChannels } from '../channelsStore.ts'
import { createChannel } from './createChannel.ts'
import { type CreateProblem, createProblem } from './createProblem.ts'
import { TextField } from './TextField.tsx'
import { VisibilityChoice } from './VisibilityChoice.tsx'

/** Opens a channel and takes people along. */
export function NewChannelDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const selfId = useAccount((state) => state.credentials?.accountId)
  const [name, setName] = useState('')
  const [topic, setTopic] = useState('')
  const [description, setDescription] = useState('')
  const [visibility, setVisibility] = useState<'PUBLIC' | 'PRIVATE'>('PUBLIC')
  const [people, setPeople] = useState<readonly Person[]>([])
  const [wasBent, setWasBent] = useState(false)
  const [problem, setProblem] = useState<CreateProblem>()
  const [isBusy, setIsBusy] = useState(false)
  const isTaken = useChannels((state) => Object.values(state.byId).some((channel) => channel.name === name))

  async function submit(event: FormEvent) {
    event.preventDefault()
    setIsBusy(true)
    setProblem(undefined)
    try {
      const id = await createChannel({ name, topic, description, visibility, people }, t)
      onClose()
      go(places.channel(id))
    } catch (error) {
      setProblem(createProblem(error, t))
      setIsBusy(false)
    }
  }

  function typeName(typed: string) {
    const bent = asChannelName(typed)
    setWasBent(bent !== '' && (wasBent || bent !== typed))
    setName(bent)
    if (problem?.field === 'name') setProblem(undefined)
  }

  const nameProblem =
    isTaken && !isBusy ? t('create.taken') : problem?.field === 'name' ? problem.text : undefined
  const isPossible = /[\p{L}\p{N}]/u.test(name) && !isTaken
  return (
    <Dialog title={t('create.title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <VisibilityChoice value={visibility} onChange={setVisibility} />
        <TextField
          label={t('create.name')}
          value={name}
          onChange={typeName}
          maxLength={80}
          isRequired
          autoFocus
          placeholder={t('create.namePlaceholder')}
          hint={t(wasBent ? 'create.nameBent' : 'create.nameRules')}
          problem={nameProblem}
        />
        <TextField
          label={t('create.topic')}
          value={topic}
          onChange={setTopic}
          maxLength={250}
          problem={problem?.field === 'topic' ? problem.text : undefined}
        />
        <TextField
          label={t('create.description')}
          value={description}
          onChange={setDescription}
          maxLength={1_000}
          hasLines
          problem={undefined}
        />
        <PeoplePicker
          label={t('create.people')}
          selected={people}
          onChange={setPeople}
          exclude={selfId === undefined ? [] : [selfId]}
        />
        {problem && problem.field === undefined && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem.text}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" disabled={isBusy || !isPossible} className="button-primary">
            {t('create.create')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
