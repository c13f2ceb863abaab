import type { RoleName } from '../aws/assumed-role.ts';
import { certificatesIn } from '../aws/certificates.ts';
import { systemClock, type Clock } from '../aws/clock.ts';
import { createHandler, type ConnectionOptions } from '../aws/connection.ts';
import { credentialsThrough } from '../aws/credentials.ts';
import { callerIdentity, type Identity } from '../aws/identity.ts';
import { openSession, type SessionContext } from '../aws/open-session.ts';
import { Pacer } from '../aws/pacer.ts';
import { homeRegionOf } from '../aws/regions.ts';
import { SharedReads } from '../aws/shared-reads.ts';
import type { Session } from '../aws/session.ts';
import { globalRegion } from '../inventory/sections.ts';
import { declaredActions } from './declared-actions.ts';
import { estateActions } from './estate-actions.ts';
import { regionsAsked, type RegionsAsked, type RegionsRequest } from './regions-asked.ts';

export interface ConnectRequest extends RegionsRequest, Omit<ConnectionOptions, 'maxAttempts' | 'certificates'> {
  /** Attempts per call; enough by default to ride out a throttle of about a minute. */
  readonly maxAttempts?: number;
  /** A file of certificates to trust in place of the system's. */
  readonly caBundle?: string;
  /** The role in accounts that are not the caller's own. */
  readonly role?: RoleName;
  readonly signal: AbortSignal;
  /** For pace and retries; the system's own by default. */
  readonly clock?: Clock;
}

/** The caller's credentials, at work. */
export interface OpenEstate extends RegionsAsked {
  /** The caller. */
  readonly identity: Identity;
  readonly role: RoleName;
  /** What all sessions share; its credentials are the caller's. */
  readonly context: SessionContext;
  /** The caller's own account, outside of any Region. */
  readonly global: Session;
}

const defaultAttempts = 10;

/** As the template in `deploy/` names it. */
export const defaultRoleName = 'mlsec-audit';

/**
 * Finds out who is calling, and does something with it.
 *
 * @throws MlsecError usage, for a Region or profile that does not exist; noAudit, where nobody knows the credentials
 */
export async function withEstate<T>(request: ConnectRequest, work: (estate: OpenEstate) => Promise<T>): Promise<T> {
  const asked = await regionsAsked(request);
  const { home } = asked;
  const connection: ConnectionOptions = {
    ...request,
    maxAttempts: request.maxAttempts ?? defaultAttempts,
    ...(request.caBundle === undefined ? {} : { certificates: await certificatesIn(request.caBundle) }),
  };
  const handler = createHandler(connection);
  try {
    const credentials = credentialsThrough(handler);
    const identity = await callerIdentity(home, credentials, handler, connection, request.signal);
    const clock = request.clock ?? systemClock;
    const context: SessionContext = {
      connection,
      handler,
      credentials,
      counts: { calls: 1, throttles: 0 },
      clock,
      pacer: new Pacer(clock),
      actions: new Set([...declaredActions, ...estateActions.enter, ...estateActions.list]),
      signal: request.signal,
      shared: new SharedReads(),
    };
    const global = openSession(identity, homeRegionOf(home), context, globalRegion);
    return await work({ ...asked, identity, role: request.role ?? { name: defaultRoleName }, context, global });
  } finally {
    handler.destroy();
  }
}
