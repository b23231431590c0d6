import { api } from './api.ts'

/**
 * All other sessions end with it.
 *
 * @param revokeTokens whether programs with API tokens of this account, or of its bots, are put out as well
 * @throws Problem with FORBIDDEN or REAUTHENTICATION_REQUIRED when the old password is wrong
 */
export async function changePassword(
  oldPassword: string,
  newPassword: string,
  revokeTokens: boolean,
): Promise<void> {
  await api.call('PUT', '/api/accounts/me/password', {
    body: { oldPassword, newPassword, ...(revokeTokens ? { revokeTokens } : {}) },
  })
}
