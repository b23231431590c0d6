import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAccount } from '../account/accountStore.ts'
import { places } from '../app/places.ts'
import { Dialog } from '../appearance/Dialog.tsx'
import { problemWords } from '../failure/problemWords.ts'
import { MOST_OTHERS, openDirect } from './openDirect.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import type { Person } from './peopleStore.ts'

/** Begins a conversation with one or several people, or goes to the one that they have. */
export default function NewDirectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const selfId = useAccount((state) => state.credentials?.accountId)
  const [selected, setSelected] = useState<Person[]>([])
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // the dialog stands within a page whose own forms would hear of it, too
    event.stopPropagation()
    setIsBusy(true)
    setProblem(undefined)
    try {
      const channelId = await openDirect(selected.map(({ id }) => id))
      onClose()
      go(places.channel(channelId))
    } catch (error) {
      setProblem(problemWords(error, t))
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={t('people.newDirect')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <PeoplePicker
          label={t('people.to')}
          selected={selected}
          onChange={setSelected}
          exclude={selfId === undefined ? [] : [selfId]}
          most={MOST_OTHERS}
          autoFocus
        />
        {problem !== undefined && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" disabled={isBusy || selected.length === 0} className="button-primary">
            {t('people.startDirect')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
