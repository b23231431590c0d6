import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compressedFiles } from './compressedFiles.ts'
import { firstScreen } from './firstScreen.ts'
import { offlineFiles } from './offlineFiles.ts'

/** `npm run dev` serves the app from source and hands the rest to a running system, `./tidings up`. */
const system = process.env.TIDINGS_URL ?? 'http://127.0.0.1:8080'

const screen = firstScreen()

export default defineConfig({
  plugins: [react(), tailwindcss(), offlineFiles(), compressedFiles(), screen],
  resolve: {
    alias: {
      // it writes a <style> into the page, which the content security policy refuses
      'react-remove-scroll': fileURLToPath(new URL('src/appearance/removeScroll.tsx', import.meta.url)),
    },
  },
  build: {
    target: 'es2023',
    // fonts stay files: the content security policy allows no data: fonts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: screen.groupOf }] },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // the table of emoji is the events module's
    fs: { allow: ['..'] },
    proxy: {
      '/api': system,
      '/graphql': { target: system, ws: true },
      '/ws': { target: system, ws: true },
    },
  },
  test: {
    // components ask for jsdom themselves: it takes its time to start
    environment: 'node',
    include: ['{src,packages/client/src}/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testSetup.ts'],
  },
})
