import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../appearance/Dialog.tsx'
import { PeoplePicker } from '../../people/PeoplePicker.tsx'
import type { Person } from '../../people/peopleStore.ts'
import { addMember } from '../members/memberCommands.ts'
import { memberProblem } from '../members/memberProblem.ts'
import { useMembers } from '../members/membersStore.ts'

interface AddMembersDialogProps {
  channelId: string
  name: string
  onClose: () => void
}

/** Adds people to a channel, one after the other; who could not be added stays and is named. */
export function AddMembersDialog({ channelId, name, onClose }: AddMembersDialogProps) {
  const { t } = useTranslation()
  const members = useMembers((state) => state.members)
  const memberIds = useMemo(() => members.map((member) => member.id), [members])
  const [chosen, setChosen] = useState<readonly Person[]>([])
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setIsBusy(true)
    setProblem(undefined)
    let left = chosen
    for (const person of chosen) {
      try {
        await addMember(channelId, person.id)
        left = left.filter((one) => one !== person)
      } catch (error) {
        setProblem(`${person.displayName}: ${memberProblem(error, t)}`)
      }
    }
    setChosen(left)
    setIsBusy(false)
    if (left.length === 0) onClose()
  }

  return (
    <Dialog title={t('invite.title', { name })} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <PeoplePicker
          label={t('invite.people')}
          selected={chosen}
          onChange={setChosen}
          exclude={memberIds}
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
          <button type="submit" disabled={isBusy || chosen.length === 0} className="button-primary">
            {t('invite.add', { count: chosen.length })}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
