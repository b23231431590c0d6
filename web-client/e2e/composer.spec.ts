import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'

test('text is formatted, completed and pasted', async ({ arrive }) => {
  const ada = await arrive()
  const bob = await arrive()
  await ada.signUp()
  await bob.signUp()
  const channel = fresh('write')
  await ada.createChannel(channel)
  await bob.page.reload()
  await bob.join(channel)
  await bob.say('Hello')
  await expect(ada.message('Hello')).toBeVisible()

  await ada.composer.pressSequentially('we ship today')
  await ada.page.keyboard.press('Control+Shift+ArrowLeft')
  await ada.page.keyboard.press('Control+b')
  await expect(ada.composer).toHaveValue('we ship **today**')
  await ada.page.keyboard.press('Control+z')
  await expect(ada.composer).toHaveValue('we ship today')
  await ada.page.keyboard.press('Control+Shift+z')
  await expect(ada.composer).toHaveValue('we ship **today**')
  await ada.page.keyboard.press('End')
  await ada.page.keyboard.press('Shift+Enter')
  await ada.page.keyboard.type('- one')
  await ada.page.keyboard.press('Shift+Enter')
  await ada.page.keyboard.type('two')
  await ada.page.getByRole('button', { name: 'Preview' }).click()
  const preview = ada.page.getByRole('region', { name: 'Preview' })
  await expect(preview.locator('strong')).toHaveText('today')
  await expect(preview.getByRole('listitem')).toHaveText(['one', 'two'])
  await ada.page.getByRole('button', { name: 'Go on writing' }).click()
  await ada.composer.press('Enter')
  await expect(bob.message('we ship').locator('strong')).toHaveText('today')

  await ada.composer.pressSequentially(`thanks @${bob.username.slice(0, 6)}`)
  await expect(ada.page.getByRole('option').first()).toContainText(bob.username)
  expect(
    (await new AxeBuilder({ page: ada.page }).include('form').include('[role=listbox]').analyze()).violations,
  ).toEqual([])
  await ada.page.keyboard.press('Tab')
  await ada.page.keyboard.type(':tada')
  await expect(ada.page.getByRole('option', { name: ':tada:' })).toBeVisible()
  await ada.page.keyboard.press('Enter')
  await expect(ada.composer).toHaveValue(`thanks @${bob.username} 🎉 `)

  await paste(ada.composer, 'see this', '<p>see <a href="https://a.example/b">this</a><img src="x"></p>')
  await expect(ada.composer).toHaveValue(`thanks @${bob.username} 🎉 see [this](https://a.example/b)`)
  await ada.composer.press('Enter')
  await expect(bob.message('thanks').getByRole('link', { name: 'this' })).toBeVisible()
})

test('the messages stay where they are while the composer grows, and a draft outlives leaving', async ({
  arrive,
}) => {
  const ada = await arrive({ viewport: { width: 1000, height: 600 } })
  await ada.signUp()
  const channel = fresh('grow')
  await ada.createChannel(channel)
  for (let number = 1; number <= 25; number++) await ada.say(`Message ${number}.`)
  await expect(ada.message('Message 25.')).toBeVisible()
  await expect(ada.page.getByText('Sending…')).toHaveCount(0)

  await ada.composer.fill('1\n2\n3\n4\n5\n6')
  await expect(ada.message('Message 25.')).toBeInViewport()
  await ada.composer.fill('')

  await ada.timeline.hover()
  await ada.page.mouse.wheel(0, -200)
  const read = ada.message('Message 8.')
  await expect(read).toBeInViewport()
  await ada.composer.pressSequentially('1')
  const before = await read.boundingBox()
  for (const line of ['2', '3', '4', '5']) {
    await ada.page.keyboard.press('Shift+Enter')
    await ada.page.keyboard.type(line)
  }
  expect((await read.boundingBox())?.y).toBe(before?.y)

  await ada.createChannel(fresh('elsewhere'))
  await ada.page.reload()
  await ada.find(channel)
  await expect(ada.composer).toHaveValue('1\n2\n3\n4\n5')
})

/** As the browser tells of a paste, with what the clipboard holds. */
async function paste(field: Locator, text: string, html: string): Promise<void> {
  await field.evaluate(
    (element, [plain, formatted]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain ?? '')
      clipboardData.setData('text/html', formatted ?? '')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [text, html],
  )
}
