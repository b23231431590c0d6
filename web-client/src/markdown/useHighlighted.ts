import { type ReactNode, useEffect, useState } from 'react'

/** Longer code would hold the page up. */
const LONGEST = 20_000

/** The code in colours, as soon as what colours it has come; undefined where it stays plain. */
export function useHighlighted(code: string, language: string | undefined): ReactNode[] | undefined {
  const [shown, setShown] = useState<{ code: string; nodes: ReactNode[] | undefined }>()
  useEffect(() => {
    if (language === undefined || code.length > LONGEST) return
    let isWanted = true
    import('./highlight.ts').then(
      ({ highlight }) => {
        if (isWanted) setShown({ code, nodes: highlight(code, language) })
      },
      // plain code is code as well
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [code, language])
  return shown?.code === code ? shown.nodes : undefined
}
