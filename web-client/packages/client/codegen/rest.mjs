import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

/** The paths, operations and schemas of docs/openapi.yaml. */
export async function restTypes(file) {
  return astToString(await openapiTS(pathToFileURL(file)))
}
