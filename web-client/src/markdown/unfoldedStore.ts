import { create } from 'zustand'

/** The long texts that somebody wanted to see whole. They stay so when their row was out of sight. */
export const useUnfolded = create<{ texts: ReadonlySet<string> }>(() => ({ texts: new Set() }))

export function setFolded(text: string, isFolded: boolean): void {
  const texts = new Set(useUnfolded.getState().texts)
  if (isFolded) texts.delete(text)
  else texts.add(text)
  useUnfolded.setState({ texts })
}
