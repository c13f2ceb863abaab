/** The credential scope of a signed request. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/** Reads who signed a request, and for where, from its `Authorization` header. The signature itself is not checked. */
export function credentialScope(authorization: string | undefined): CredentialScope | undefined {
  const match = /Credential=(?<accessKeyId>[^/,\s]+)\/\d{8}\/(?<region>[^/]+)\/(?<service>[^/]+)\/aws4_request/.exec(authorization ?? '');
  const { accessKeyId, region, service } = match?.groups ?? {};
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}

/** Credentials that the loopback AWS takes for those of an account: the access key ends in the account's id. */
export function credentialsOf(account: string): { readonly accessKeyId: string; readonly secretAccessKey: string } {
  return { accessKeyId: `AKIADEMO${account}`, secretAccessKey: 'not-a-secret' };
}

/** The account of an access key, if it looks like one of {@link credentialsOf}. */
export function accountOfAccessKey(accessKeyId: string): string | undefined {
  return /^A[KS]IADEMO(\d{12})$/.exec(accessKeyId)?.[1];
}
