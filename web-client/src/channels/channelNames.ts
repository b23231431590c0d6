/** Bends what is typed towards a channel name: lower case, letters and digits of any script, `-`, `_` and `.`. */
export function asChannelName(typed: string): string {
  return typed
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/\s+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}._-]/gu, '')
}
