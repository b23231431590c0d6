// node examples/chat.mjs http://127.0.0.1:8080
import { randomUUID } from 'node:crypto'
import { TidingsClient } from '@tidings/client'
import { WebSocket } from 'ws'

const url = process.argv[2] ?? 'http://127.0.0.1:8080'
const username = `ada-${randomUUID().slice(0, 8)}`
const password = randomUUID()

// whoever has an account calls signIn instead
const client = new TidingsClient({ url, WebSocket })
await client.signUp({ username, password })
await client.connect()

const channelId = await client.openChannel({ name: `attic-${username}`, visibility: 'PUBLIC' })
const received = new Promise((resolve) => {
  client.on('event', (event) => {
    if (event.event === 'MessagePosted') resolve(event.data.body)
  })
})
await client.subscribe(channelId)

const { seq } = await client.send(channelId, 'Hello, attic')
console.log('sent', seq)
console.log('received', await received)

const { edges } = await client.history(channelId, { last: 10 }, seq)
console.log('history', edges.map(({ node }) => `${node.author.username}: ${node.body}`).join('\n'))
client.close()
