/** The text of a query, which knows what it takes and what it answers. */
export type TypedDocument<Result, Variables> = string & {
  readonly __types?: { result: Result; variables: Variables }
}
