import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeSettings } from '../../channels/channelCommands.ts'
import { useChannelName } from '../../channels/channelName.ts'
import { useChannel } from '../../channels/channelsStore.ts'
import type { Ending } from '../../channels/details/EndingDialog.tsx'
import { settingsProblem } from '../../channels/details/settingsProblem.ts'
import { lazyWithWords } from '../../language/index.ts'
import { commandIn, SHRUG } from './commands.ts'

const EndingDialog = lazyWithWords(async () => ({
  default: (await import('../../channels/details/EndingDialog.tsx')).EndingDialog,
}))

interface Commands {
  /** @returns whether the text is a command; `onDone` follows when it is carried out */
  run: (text: string, onDone: () => void) => boolean
  /** The text as it is sent. */
  written: (text: string) => string
  /** What a command asks or answers, beneath the card. */
  shown: ReactNode
}

/** What a slash at the beginning of a text does in a channel; nothing where there is none. */
export function useCommands(channelId: string | undefined): Commands {
  const { t } = useTranslation()
  const channel = useChannel(channelId ?? '')
  const name = useChannelName(channelId) ?? ''
  const [ending, setEnding] = useState<Ending>()
  const [problem, setProblem] = useState<string>()

  function run(text: string, onDone: () => void): boolean {
    setProblem(undefined)
    const command = channel && commandIn(text, channel)
    if (!command || command.name === 'shrug') return false
    if (command.name !== 'topic') {
      setEnding(command.name)
      onDone()
    } else if (command.rest === '') {
      setProblem(t('commands.topicMissing'))
    } else {
      changeSettings(channel.id, { topic: command.rest }).then(onDone, (error) =>
        setProblem(settingsProblem(error, 'topic', t)),
      )
    }
    return true
  }

  function written(text: string): string {
    const command = channel && commandIn(text, channel)
    return command?.name === 'shrug' ? `${command.rest} ${SHRUG}`.trim() : text
  }

  const shown = (
    <>
      {problem !== undefined && (
        <p role="alert" className="px-1 pt-1 text-sm text-danger">
          {problem}
        </p>
      )}
      {ending && channel && (
        <Suspense>
          <EndingDialog ending={ending} channel={channel} name={name} onClose={() => setEnding(undefined)} />
        </Suspense>
      )}
    </>
  )
  return { run, written, shown }
}
