import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { Dialog } from '../appearance/Dialog.tsx'
import { toast } from '../appearance/toast.ts'
import { useChannelName } from '../channels/channelName.ts'
import { useChannel } from '../channels/channelsStore.ts'
import { slowModeFor } from '../channels/permissions.ts'
import { isVisible, MAX_BODY, sizeOf } from '../composer/messageSize.ts'
import { problemWords } from '../failure/problemWords.ts'
import { usePerson } from '../people/peopleStore.ts'
import type { Message } from '../timeline/message.ts'
import { ChannelPicker } from './ChannelPicker.tsx'
import { Forwarding } from './forwardMessage.ts'

interface ForwardDialogProps {
  channelId: string
  message: Message
  onClose: () => void
}

/** Shows a message in another channel, with a note of one's own above it. */
export default function ForwardDialog({ channelId, message, onClose }: ForwardDialogProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const author = usePerson(message.authorId)
  const source = useChannel(channelId)
  const [targetId, setTargetId] = useState<string>()
  const target = useChannel(targetId ?? '')
  const targetName = useChannelName(targetId) ?? ''
  const [note, setNote] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const forwarding = useRef<Forwarding>(undefined)
  // there the second of two messages would be refused
  const takesNote = !target || slowModeFor(target) === 0
  const text = takesNote && isVisible(note) ? note : ''

  async function send() {
    if (targetId === undefined || isBusy || sizeOf(text) > MAX_BODY) return
    setIsBusy(true)
    setProblem(undefined)
    // the same again is a further attempt
    const { current } = forwarding
    if (current?.channelId !== targetId || current.note !== text) {
      forwarding.current = new Forwarding(message.id, targetId, text)
    }
    try {
      await forwarding.current?.send()
      const open = () => go(places.channel(targetId))
      toast(t('forward.done', { name: targetName }), { action: { label: t('forward.open'), run: open } })
      onClose()
    } catch (error) {
      setProblem(problemWords(error, t))
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={t('forward.title')} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ChannelPicker pickedId={targetId} onPick={setTargetId} />
        {takesNote ? (
          <label className="flex flex-col gap-1 text-sm font-medium">
            {t('forward.note')}
            <textarea
              value={note}
              dir="auto"
              rows={2}
              onChange={(event) => setNote(event.target.value)}
              className="field field-sizing-content max-h-40 resize-none font-normal"
            />
            {sizeOf(note) > MAX_BODY && (
              <span role="alert" className="text-danger">
                {t('forward.tooLong', { count: sizeOf(note) - MAX_BODY })}
              </span>
            )}
          </label>
        ) : (
          <p className="text-sm text-soft">{t('forward.slowMode')}</p>
        )}
        <figure className="rounded-lg border border-line bg-panel px-3 py-2 text-sm">
          <figcaption className="font-semibold" dir="auto">
            {author?.displayName ?? t('people.unknown')}
          </figcaption>
          <p dir="auto" className="line-clamp-4 whitespace-pre-wrap text-soft [overflow-wrap:anywhere]">
            {message.body}
          </p>
        </figure>
        {source && source.visibility !== 'PUBLIC' && (
          <p className="text-sm text-soft">{t('forward.private')}</p>
        )}
        {problem !== undefined && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" disabled={targetId === undefined || isBusy} className="button-primary">
            {t('forward.send')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
