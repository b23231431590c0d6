import { create } from 'zustand'

export interface ToastAction {
  label: string
  run: () => void
}

export interface Toast {
  id: number
  text: string
  kind: 'info' | 'danger'
  action: ToastAction | undefined
}

export interface ToastOptions {
  /** Something went wrong. */
  kind?: Toast['kind']
  /** What one can do about it, such as taking it back. */
  action?: ToastAction
}

const MOST_SHOWN = 3
let lastId = 0

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Says something at the edge of the page for a few seconds. What needs an answer is no toast. */
export function toast(text: string, { kind = 'info', action }: ToastOptions = {}): void {
  lastId++
  const added: Toast = { id: lastId, text, kind, action }
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((known) => known.text !== text), added].slice(-MOST_SHOWN),
  }))
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((known) => known.id !== id) }))
}
