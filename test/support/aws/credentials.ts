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

/** A session token that says, to the loopback AWS alone, until when it is good. */
export function sessionToken(until: Date): string {
  return `good-until-${until.getTime()}`;
}

/** Is this the token of a session that is over? */
export function isOver(token: string | undefined, now: number = Date.now()): boolean {
  const until = /^good-until-(\d+)$/.exec(token ?? '')?.[1];
  return until !== undefined && Number(until) <= now;
}
