import { Caller } from './api.ts'
import { expect, type Person, test } from './person.ts'

const MESSAGES = 120

test('older messages come in when one scrolls up, and what is read stays in its place', async ({
  arrive,
  request,
}) => {
  const caller = await Caller.register(request)
  const channel = await caller.openChannel()
  for (let number = 1; number <= MESSAGES; number++) {
    await caller.say(
      channel.id,
      `This is message number ${number}.${' It is a long one.'.repeat(number % 5)}`,
    )
  }
  const ada = await arrive()
  await ada.signUp()
  await ada.find(channel.name)
  await expect(ada.message(`number ${MESSAGES}.`)).toBeInViewport()

  const older = await holdOlderPage(ada)
  await ada.timeline.hover()
  await expect(async () => {
    await ada.page.mouse.wheel(0, -300)
    expect(older.isAsked()).toBe(true)
  }).toPass()
  await standsStill(ada)
  const reading = ada.timeline.getByRole('article').nth(3)
  const text = (await reading.textContent()) ?? ''
  const before = await ada.message(text).boundingBox()
  const height = await ada.timeline.evaluate((element) => element.scrollHeight)
  older.release()
  await expect.poll(() => ada.timeline.evaluate((element) => element.scrollHeight)).toBeGreaterThan(height)
  await expect
    .poll(async () => Math.abs(((await ada.message(text).boundingBox())?.y ?? Infinity) - (before?.y ?? 0)))
    .toBeLessThan(2)

  await expect(async () => {
    await ada.page.mouse.wheel(0, -3000)
    await expect(ada.page.getByText('This is where it began.')).toBeInViewport({ timeout: 200 })
  }).toPass({ timeout: 30_000 })
  await expect(ada.message('number 1.')).toBeVisible()

  await ada.page.getByRole('button', { name: 'Jump to latest' }).click()
  await expect(ada.message(`number ${MESSAGES}.`)).toBeInViewport()
})

test('a new message does not move what is read further up', async ({ arrive, request }) => {
  const caller = await Caller.register(request)
  const channel = await caller.openChannel()
  for (let number = 1; number <= 60; number++) await caller.say(channel.id, `Line ${number}.`)
  // low enough to be further up than the button is offered for
  const ada = await arrive({ viewport: { width: 1280, height: 720 } })
  await ada.signUp()
  await ada.join(channel.name)
  await ada.timeline.hover()
  const reading = ada.message('Line 20.')
  await expect(async () => {
    await ada.page.mouse.wheel(0, -200)
    await expect(reading).toBeInViewport({ timeout: 200 })
  }).toPass()
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toBeVisible()
  const before = await reading.boundingBox()
  const { id } = await caller.say(channel.id, 'News')
  await expect(ada.page.getByRole('status').filter({ hasText: 'News' })).toHaveCount(1)
  expect((await reading.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await ada.page.goto(`/c/${channel.id}/m/${id}`)
  await expect(ada.message('News')).toBeInViewport()
})

/** Keeps the answer with older messages back until it is released, so that one can look at what it changes. */
/** A turn of the wheel is carried out some frames after it was sent. */
async function standsStill(person: Person): Promise<void> {
  await person.timeline.evaluate(async (element) => {
    let top = element.scrollTop
    for (let still = 0; still < 20; ) {
      await new Promise(requestAnimationFrame)
      still = element.scrollTop === top ? still + 1 : 0
      top = element.scrollTop
    }
  })
}

async function holdOlderPage(person: Person): Promise<{ isAsked: () => boolean; release: () => void }> {
  let isAsked = false
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await person.page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().variables.before !== undefined) {
      isAsked = true
      await released
    }
    await route.continue()
  })
  return { isAsked: () => isAsked, release }
}
