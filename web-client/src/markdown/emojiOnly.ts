const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\u{e0020}-\u{e007f}]|\s|[\d#*]\ufe0f?\u20e3)+$/u
/** A sign such as © is no emoji unless it is asked to be. */
const SHOWN_AS_EMOJI = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u
/** More of them are a picture, not a feeling. */
const MOST = 12
const LONGEST = 200

/** Whether a text is a few emoji and nothing else. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > LONGEST || !EMOJI.test(text) || !SHOWN_AS_EMOJI.test(text)) return false
  const letters = [...new Intl.Segmenter().segment(text)].filter(({ segment }) => segment.trim() !== '')
  return letters.length > 0 && letters.length <= MOST
}
