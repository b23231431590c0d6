import { Component, type ErrorInfo, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
  /** What is shown in the place of what failed. `retry` shows the children again. */
  fallback: (retry: () => void) => ReactNode
  /** Called once per failure, before anything is shown of it. @returns whether to show the children again at once */
  onFailure?: () => boolean
}

/** Keeps a failure of what it surrounds to itself. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('a part of the page could not be shown', error, info.componentStack)
    if (this.props.onFailure?.()) this.retry()
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback(this.retry) : this.props.children
  }

  private readonly retry = () => this.setState({ hasFailed: false })
}
