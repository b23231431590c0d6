const NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'file', 'color'])

/** Whether a key that is pressed there writes something, so that it must not do anything else. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
