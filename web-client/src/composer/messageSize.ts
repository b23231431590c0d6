/** The longest body the server takes, in code points after normalisation. */
export const MAX_BODY = 4000

export function sizeOf(body: string): number {
  return body.length <= MAX_BODY / 4 ? body.length : [...body.normalize('NFC')].length
}
