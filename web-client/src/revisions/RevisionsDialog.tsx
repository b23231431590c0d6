import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../appearance/Dialog.tsx'
import { problemWords } from '../failure/problemWords.ts'
import { fullTime } from '../timeline/times.ts'
import { loadVersions, type Version } from './revisionQueries.ts'
import { wordDiff } from './wordDiff.ts'

/** What a message said before, and what each edit changed; the present text first. */
export default function RevisionsDialog({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [versions, setVersions] = useState<readonly Version[]>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let isWanted = true
    loadVersions(messageId).then(
      (loaded) => {
        if (!isWanted) return
        if (loaded) setVersions(loaded)
        else setProblem(t('revisions.gone'))
      },
      (error) => isWanted && setProblem(problemWords(error, t)),
    )
    return () => {
      isWanted = false
    }
  }, [messageId, t])

  return (
    <Dialog title={t('revisions.title')} onClose={onClose} size="wide">
      {problem !== undefined && (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          {problem}
        </p>
      )}
      {versions && (
        <ol reversed className="flex flex-col gap-3">
          {versions
            .map((version, index) => (
              <li key={version.at + version.body}>
                <VersionCard
                  version={version}
                  before={versions[index - 1]}
                  isPresent={index === versions.length - 1}
                />
              </li>
            ))
            .reverse()}
        </ol>
      )}
    </Dialog>
  )
}

interface VersionCardProps {
  version: Version
  before: Version | undefined
  isPresent: boolean
}

function VersionCard({ version, before, isPresent }: VersionCardProps) {
  const { t, i18n } = useTranslation()
  const what = isPresent ? t('revisions.present') : before ? t('revisions.edited') : t('revisions.original')
  return (
    <article className="rounded-xl border border-line bg-panel px-4 py-3">
      <h3 className="flex flex-wrap items-baseline gap-x-2 pb-1 text-[13px]">
        <span className="font-semibold">{what}</span>
        <time dateTime={version.at} className="text-soft">
          {fullTime(Date.parse(version.at), i18n.language)}
        </time>
      </h3>
      <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {wordDiff(before?.body ?? version.body, version.body).map((piece, index) => {
          switch (piece.kind) {
            case 'added':
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
                <ins key={index} className="rounded-sm bg-accent-soft text-ink underline decoration-accent">
                  {piece.text}
                </ins>
              )
            case 'removed':
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
                <del key={index} className="rounded-sm bg-danger-soft text-danger">
                  {piece.text}
                </del>
              )
            default:
              return piece.text
          }
        })}
      </p>
    </article>
  )
}
