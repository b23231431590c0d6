import { create } from 'zustand'

export interface Person {
  id: string
  username: string
  displayName: string
  bot: boolean
}

interface PeopleState {
  byId: Readonly<Record<string, Person>>
}

/** Everybody whose name this page has come across. */
export const usePeople = create<PeopleState>(() => ({ byId: {} }))

export function rememberPeople(people: readonly Person[]): void {
  const { byId } = usePeople.getState()
  const news = people.filter((person) => {
    const known = byId[person.id]
    return known?.displayName !== person.displayName || known.username !== person.username
  })
  if (news.length === 0) return
  usePeople.setState({ byId: { ...byId, ...Object.fromEntries(news.map((person) => [person.id, person])) } })
}

export function isKnown(accountId: string): boolean {
  return usePeople.getState().byId[accountId] !== undefined
}

export function usePerson(accountId: string): Person | undefined {
  return usePeople((state) => state.byId[accountId])
}
