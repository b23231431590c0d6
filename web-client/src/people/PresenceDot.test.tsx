// @vitest-environment jsdom

import { act, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { PresenceDot } from './PresenceDot.tsx'
import { forgetPresences, presenceTold } from './presenceStore.ts'

describe('the dot of somebody', () => {
  beforeEach(forgetPresences)

  it('says in words whether they are there', () => {
    render(<PresenceDot accountId="ada" />)
    expect(screen.getByText('offline')).toBeDefined()
    act(() => presenceTold('ada', 'ONLINE'))
    expect(screen.getByText('online')).toBeDefined()
    act(() => presenceTold('ada', 'AWAY'))
    expect(screen.getByText('away')).toBeDefined()
  })

  it('takes whom a new session does not name for gone', () => {
    presenceTold('ada', 'ONLINE')
    forgetPresences()
    presenceTold('bob', 'AWAY')
    render(<PresenceDot accountId="ada" />)
    expect(screen.getByText('offline')).toBeDefined()
  })
})
