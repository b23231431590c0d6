import type { ReactNode } from 'react'
import { useAccount } from '../account/accountStore.ts'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { usePerson } from '../people/peopleStore.ts'

/** The name of somebody who is mentioned; it stands out where that is oneself, or everybody. */
export function Mention({ accountId, children }: { accountId: string; children: ReactNode }) {
  const selfId = useAccount((state) => state.credentials?.accountId)
  const person = usePerson(accountId)
  const isMe = accountId === '' || accountId === selfId
  return (
    <Tooltip label={person?.displayName}>
      <span className={isMe ? 'mention mention-me' : 'mention'}>{children}</span>
    </Tooltip>
  )
}
