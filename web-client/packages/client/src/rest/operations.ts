import type { paths } from '../generated/rest.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Operation<P extends keyof paths, M extends Method> = paths[P][Lowercase<M>]

/** The paths of docs/openapi.yaml that have this method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<Lowercase<M>, object> ? P : never
}[keyof paths]

type ParameterOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never

type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : O extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? { body?: Body }
    : { body?: undefined }

/** What a call needs beside its method and path. */
export type OptionsOf<M extends Method, P extends PathsWith<M>> = BodyOf<Operation<P, M>> &
  ([ParameterOf<P>] extends [never] ? { params?: undefined } : { params: Record<ParameterOf<P>, string> })

type Success<Responses, Status extends keyof Responses> = Responses[Status] extends {
  content: { 'application/json': infer Body }
}
  ? Body
  : undefined

type AnswerOfOperation<O> = O extends { responses: infer Responses }
  ? { [Status in keyof Responses & (200 | 201 | 204)]: Success<Responses, Status> }[keyof Responses &
      (200 | 201 | 204)]
  : undefined

export type AnswerOf<M extends Method, P extends PathsWith<M>> = AnswerOfOperation<Operation<P, M>>

/** The path with its parameters in their places. */
export function filledPath(template: string, params: Record<string, string> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
