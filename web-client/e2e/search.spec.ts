import { Caller, fresh } from './api.ts'
import { expect, test } from './person.ts'

test('search finds a message and jumps to where it was said', async ({ arrive, request }) => {
  const caller = await Caller.register(request)
  const channel = await caller.openChannel()
  const rare = fresh('zebrafish').replaceAll('-', '')
  await caller.say(channel.id, 'Before it.')
  await caller.say(channel.id, `We could keep a ${rare} in the office.`)
  for (let number = 1; number <= 80; number++) await caller.say(channel.id, `Afterwards, message ${number}.`)

  const ada = await arrive()
  await ada.signUp()
  await ada.find(channel.name)
  await expect(ada.message('message 80.')).toBeInViewport()
  await ada.page.keyboard.press('Control+Shift+F')
  const pane = ada.page.getByRole('search', { name: 'Search messages' })
  await pane.getByRole('textbox').fill(`from:${caller.username} ${rare}`)
  const hit = pane.getByRole('link')
  await expect(hit).toHaveCount(1)
  await expect(hit.locator('mark')).toHaveText(rare)
  await hit.click()
  await expect(ada.message(rare)).toBeInViewport()
  await expect(ada.message('Before it.')).toBeVisible()

  await ada.page.getByRole('button', { name: 'Jump to latest' }).click()
  await expect(ada.message('message 80.')).toBeInViewport()
  await pane.getByRole('textbox').fill(`${rare} -office`)
  await expect(pane.getByText('Nothing found')).toBeVisible()
})
