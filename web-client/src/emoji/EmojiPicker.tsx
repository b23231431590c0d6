import { EmojiPicker as Picker, type SkinTone } from 'frimousse'
import { useTranslation } from 'react-i18next'
import { chooseSkinTone, rememberEmoji, useEmojiChoices } from './emojiChoices.ts'
import { emojiData } from './emojiData.ts'
import { emojiList } from './emojiList.tsx'

/** Fingers need larger targets, so fewer of them stand in a row. */
const PHONE_BELOW_PX = 768

/**
 * Every emoji, by category, with search and skin tones. Its data are this app's own files. Load it lazily: nobody needs
 * it to read.
 */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, i18n } = useTranslation()
  const skinTone = useEmojiChoices((state) => state.skinTone)
  return (
    <Picker.Root
      locale={i18n.language}
      resolveEmojiData={emojiData}
      skinTone={skinTone}
      columns={window.innerWidth < PHONE_BELOW_PX ? 7 : 8}
      onEmojiSelect={({ emoji }) => {
        rememberEmoji(emoji)
        onPick(emoji)
      }}
      className="isolate flex h-80 w-[19.5rem] flex-col max-md:w-[20.5rem]"
    >
      <div className="flex items-center gap-1 p-2">
        <Picker.Search
          autoFocus
          aria-label={t('emoji.search')}
          placeholder={t('emoji.search')}
          className="field min-w-0 flex-1 py-1.5"
        />
        <Picker.SkinTone emoji="✋">
          {({ skinToneVariations }) => <SkinTones variations={skinToneVariations} chosen={skinTone} />}
        </Picker.SkinTone>
      </div>
      <Picker.Viewport className="relative min-h-0 flex-1 outline-hidden">
        <Picker.Loading className="absolute inset-0 flex items-center justify-center text-sm text-soft">
          {t('emoji.loading')}
        </Picker.Loading>
        <Picker.Empty className="absolute inset-0 flex items-center justify-center text-sm text-soft">
          {t('emoji.none')}
        </Picker.Empty>
        <Picker.List className="select-none pb-1.5" components={emojiList} />
      </Picker.Viewport>
      <Picker.ActiveEmoji>
        {({ emoji }) => (
          <p className="flex h-9 shrink-0 items-center gap-2 border-t border-line px-3 text-xs text-soft">
            {emoji && (
              <>
                <span className="text-lg leading-none">{emoji.emoji}</span>
                <span className="truncate">{emoji.label}</span>
              </>
            )}
          </p>
        )}
      </Picker.ActiveEmoji>
    </Picker.Root>
  )
}

function SkinTones({
  variations,
  chosen,
}: {
  variations: readonly { skinTone: SkinTone; emoji: string }[]
  chosen: SkinTone
}) {
  const { t } = useTranslation()
  const at = variations.findIndex(({ skinTone }) => skinTone === chosen)
  const next = variations[(at + 1) % variations.length]
  return (
    <button
      type="button"
      aria-label={t('emoji.skinTone', { tone: t(`emoji.tone.${chosen}`) })}
      onClick={() => next && chooseSkinTone(next.skinTone)}
      className="button-icon text-lg"
    >
      {variations[at]?.emoji}
    </button>
  )
}
