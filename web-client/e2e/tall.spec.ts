import { Caller } from './api.ts'
import { expect, type Person, test } from './person.ts'

const MESSAGES = 130

test('a window that is taller than one page is filled, also around a message of long ago', async ({
  arrive,
  request,
}) => {
  const caller = await Caller.register(request)
  const channel = await caller.openChannel()
  let middle = ''
  for (let number = 1; number <= MESSAGES; number++) {
    const { id } = await caller.say(channel.id, `Line ${number}.`)
    if (number === MESSAGES / 2) middle = id
  }
  const ada = await arrive({ viewport: { width: 1000, height: 3_600 } })
  await ada.signUp()
  await ada.find(channel.name)
  await isFilled(ada)
  await expect(ada.message(`Line ${MESSAGES}.`)).toBeInViewport()

  await ada.page.goto(`/c/${channel.id}/m/${middle}`)
  await expect(ada.message(`Line ${MESSAGES / 2}.`)).toBeInViewport()
  await isFilled(ada)
})

test('a window that grows is filled', async ({ arrive, request }) => {
  const caller = await Caller.register(request)
  const channel = await caller.openChannel()
  for (let number = 1; number <= MESSAGES; number++) await caller.say(channel.id, `Line ${number}.`)
  const ada = await arrive({ viewport: { width: 1000, height: 600 } })
  await ada.signUp()
  await ada.find(channel.name)
  await expect(ada.message(`Line ${MESSAGES}.`)).toBeInViewport()
  await expect(ada.message('Line 1.')).toHaveCount(0)
  await ada.page.setViewportSize({ width: 1000, height: 3_900 })
  await isFilled(ada)
})

/** One page has 50 messages, and far more than that are on the screen. */
async function isFilled(person: Person): Promise<void> {
  await expect.poll(() => person.timeline.getByRole('article').count()).toBeGreaterThan(90)
}
