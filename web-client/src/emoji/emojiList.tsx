import type { EmojiPickerListComponents } from 'frimousse'

/** How the picker shows its categories and emoji. */
export const emojiList: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...props }) => (
    <div className="bg-canvas px-3 pb-1 pt-2 text-xs font-semibold capitalize text-soft" {...props}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...props }) => (
    <div className="scroll-my-1 px-1.5" {...props}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...props }) => (
    <button
      type="button"
      className="flex size-9 max-md:size-11 items-center justify-center rounded-md text-xl data-[active]:bg-raised"
      {...props}
    >
      {emoji.emoji}
    </button>
  ),
}
