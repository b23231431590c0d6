import { defineConfig } from '@playwright/test'
import { chromiumPath } from './e2e/chromium.ts'

if (process.env.TIDINGS_URL === undefined) {
  throw new Error('TIDINGS_URL must name a running system, such as http://127.0.0.1:8080 after ./tidings up')
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.TIDINGS_URL,
    locale: 'en-GB',
    // enough for a composer and what the tests look back at
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
})
