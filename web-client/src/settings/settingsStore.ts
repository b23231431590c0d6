import { create } from 'zustand'

export type SettingsPage = 'appearance' | 'language' | 'keyboard'

/** Which page of the settings is open. */
export const useSettings = create<{ page: SettingsPage | undefined }>(() => ({ page: undefined }))

export function openSettings(page: SettingsPage): void {
  useSettings.setState({ page })
}

export function closeSettings(): void {
  useSettings.setState({ page: undefined })
}
