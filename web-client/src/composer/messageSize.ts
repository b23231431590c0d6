/** The longest body the server takes, in code points after normalisation. */
export const MAX_BODY = 4000

export function sizeOf(body: string): number {
  return body.length <= MAX_BODY / 4 ? body.length : [...body.normalize('NFC')].length
}

/** Spaces, what is never seen, and letters that look like nothing. */
const UNSEEN = /[\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Whether there is anything to see; the server takes nothing else. */
export function isVisible(body: string): boolean {
  return body.replace(UNSEEN, '') !== ''
}
