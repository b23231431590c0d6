import { Caller, fresh } from './api.ts'
import { expect, test } from './person.ts'

test('what is unread is found and counted', async ({ arrive, request }) => {
  const owner = await Caller.register(request)
  const channel = await owner.openChannel()
  const ada = await arrive()
  await ada.signUp()
  await ada.join(channel.name)
  await owner.say(channel.id, 'Seen already')
  await expect(ada.message('Seen already')).toBeVisible()
  await ada.createChannel(fresh('elsewhere'))
  for (let number = 1; number < 60; number++) await owner.say(channel.id, `Number ${number}.`)
  const last = await owner.say(channel.id, 'Number 60.')

  await ada.page.goto(`/c/${channel.id}/m/${last.id}`)
  const bar = ada.page.getByRole('region', { name: 'Unread messages' })
  await expect(ada.message('Number 60.')).toBeInViewport()
  await bar.getByRole('button', { name: 'Jump' }).click()
  await expect(ada.message('Number 1.')).toBeInViewport()
  await expect(bar).toHaveCount(0)
  await expect(ada.page.getByText('New', { exact: true })).toBeInViewport()

  await owner.say(channel.id, 'Number 61.')
  await expect(ada.page.getByRole('button', { name: /Jump to latest.*1 new/ })).toBeVisible()
})
