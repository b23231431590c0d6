import { HUES } from '../people/Avatar.tsx'
import { Part } from './Part.tsx'

const SURFACES = ['bg-panel', 'bg-canvas', 'bg-hover', 'bg-raised', 'bg-inverse text-on-inverse']
const TEXTS = ['text-ink', 'text-soft', 'text-faint', 'text-accent', 'text-danger', 'text-mention']
const MEANINGS = [
  'bg-accent text-on-accent',
  'bg-accent-soft text-ink',
  'bg-danger text-on-danger',
  'bg-danger-soft text-danger',
  'bg-warn-soft text-warn-ink',
  'bg-mention-soft text-mention',
  'bg-unread text-on-unread',
  'bg-mark text-ink',
]
const SIZES = ['text-2xs', 'text-xs', 'text-sm', 'text-base', 'text-lg', 'text-xl', 'text-2xl']
const SPACES = ['size-1', 'size-2', 'size-3', 'size-4', 'size-6']
const SHAPES = ['rounded-control', 'rounded-float shadow-float', 'rounded-modal shadow-modal']

/** Every token by the class that uses it. */
export function Tokens() {
  return (
    <>
      <Part title="Surfaces and meanings">
        {[...SURFACES, ...MEANINGS].map((classes) => (
          <span
            key={classes}
            className={`inline-flex h-16 w-40 items-end rounded-control border border-line p-2 text-xs ${classes}`}
          >
            {classes}
          </span>
        ))}
      </Part>
      <Part title="Text">
        {TEXTS.map((classes) => (
          <span key={classes} className={classes}>
            {classes}
          </span>
        ))}
        {SIZES.map((classes) => (
          <span key={classes} className={classes}>
            {classes}
          </span>
        ))}
        <code className="font-mono text-sm">font-mono 0O 1lI =&gt; !==</code>
      </Part>
      <Part title="Space, radii and elevation">
        {SPACES.map((classes) => (
          <span key={classes} className={`bg-accent ${classes}`} />
        ))}
        {SHAPES.map((classes) => (
          <span
            key={classes}
            className={`inline-flex h-16 w-44 items-center justify-center border border-line bg-canvas text-xs ${classes}`}
          >
            {classes}
          </span>
        ))}
      </Part>
      <Part title="Hues of faces">
        {HUES.map((hue) => (
          <span
            key={hue}
            className={`inline-flex size-9 items-center justify-center rounded-float text-[0.8125rem] font-semibold text-white ${hue}`}
          >
            {hue.replace('bg-hue-', '')}
          </span>
        ))}
      </Part>
    </>
  )
}
