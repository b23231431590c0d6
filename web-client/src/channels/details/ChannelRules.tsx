import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Menu } from '../../appearance/Menu.tsx'
import { type ChannelSettings, changeSettings } from '../channelCommands.ts'
import { type Channel, changeChannel } from '../channelsStore.ts'
import { may } from '../permissions.ts'
import { durationWords } from './durationWords.ts'
import { Switch } from './Switch.tsx'
import { settingsProblem } from './settingsProblem.ts'

const SLOW_MODES = [0, 5, 10, 30, 60, 300, 900, 3_600, 21_600]

type Rules = Pick<Channel, 'slowModeSeconds' | 'announcement' | 'guestsReadOnly'>

/** Who writes here, and how often; for admins to change and for all to see. */
export function ChannelRules({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const maySet = may('SET_RULES', channel)
  const slowModeWords = (seconds: number) =>
    seconds === 0 ? t('details.slowModeOff') : durationWords(seconds, i18n.language)
  const choices = [...new Set([...SLOW_MODES, channel.slowModeSeconds])].sort((a, b) => a - b)

  async function set(rules: Partial<Rules> & ChannelSettings) {
    const { slowModeSeconds, announcement, guestsReadOnly } = channel
    setProblem(undefined)
    changeChannel(channel.id, () => rules)
    await changeSettings(channel.id, rules).catch((error) => {
      changeChannel(channel.id, () => ({ slowModeSeconds, announcement, guestsReadOnly }))
      setProblem(settingsProblem(error, 'rules', t))
    })
  }

  return (
    <section aria-label={t('details.rules')} className="flex flex-col gap-2">
      <Switch
        label={t('channels.announcement')}
        hint={t('details.announcementHint')}
        isOn={channel.announcement}
        isDisabled={!maySet}
        onChange={(announcement) => void set({ announcement })}
      />
      <Switch
        label={t('details.guestsReadOnly')}
        hint={t('details.guestsReadOnlyHint')}
        isOn={channel.guestsReadOnly}
        isDisabled={!maySet}
        onChange={(guestsReadOnly) => void set({ guestsReadOnly })}
      />
      <div className="flex min-h-11 items-center gap-4">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t('details.slowMode')}</p>
          <p className="text-[13px] leading-snug text-soft">{t('details.slowModeHint')}</p>
        </div>
        {maySet ? (
          <Menu
            label={t('details.slowMode')}
            align="end"
            entries={() =>
              choices.map((seconds) => ({
                label: slowModeWords(seconds),
                isChecked: seconds === channel.slowModeSeconds,
                onSelect: () => void set({ slowModeSeconds: seconds }),
              }))
            }
          >
            <button
              type="button"
              aria-label={`${t('details.slowMode')}: ${slowModeWords(channel.slowModeSeconds)}`}
              className="inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-lg border border-line-strong/60 bg-canvas px-3 text-sm max-md:min-h-11"
            >
              {slowModeWords(channel.slowModeSeconds)}
              <ChevronDown size={15} aria-hidden="true" />
            </button>
          </Menu>
        ) : (
          <span className="shrink-0 text-sm">{slowModeWords(channel.slowModeSeconds)}</span>
        )}
      </div>
      {problem !== undefined && (
        <p role="alert" className="text-[13px] text-danger">
          {problem}
        </p>
      )}
    </section>
  )
}
