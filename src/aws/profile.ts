import { getProfileName, parseKnownFiles } from '@smithy/core/config';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';

/**
 * The Region that the chosen profile names in the shared AWS files, if any.
 *
 * @param profile the profile that the user named, by flag or AWS_PROFILE; undefined for the default one, which need not exist
 * @throws MlsecError usage, for a profile that is in neither file
 */
export async function regionOfProfile(profile: string | undefined): Promise<string | undefined> {
  const profiles = await parseKnownFiles({});
  const name = getProfileName(profile === undefined ? {} : { profile });
  const found = profiles[name];
  if (found === undefined && profile !== undefined) {
    const names = Object.keys(profiles).filter((key) => !key.includes('.'));
    const hint = names.length > 0 ? `known profiles: ${names.join(', ')}` : 'no profile was found in ~/.aws/config and ~/.aws/credentials';
    throw new MlsecError(exitCode.usage, `unknown AWS profile: ${profile}`, hint);
  }
  return found?.['region'];
}
