import { AppearanceSettings } from '../settings/AppearanceSettings.tsx'
import { Components } from './Components.tsx'
import { Part } from './Part.tsx'
import { Tokens } from './Tokens.tsx'

/** The living page of what the client is made of. Served in development only, see docs/design.md; so it is in English. */
export function DesignPage() {
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl flex-col gap-10 p-6">
        <h1 className="text-2xl font-semibold tracking-tight">Tidings: design</h1>
        <Part title="Appearance">
          <div className="w-full">
            <AppearanceSettings />
          </div>
        </Part>
        <Tokens />
        <Components />
      </div>
    </main>
  )
}
