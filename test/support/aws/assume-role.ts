import { AwsError } from './aws-error.ts';
import { sessionToken } from './credentials.ts';
import { text, type Handler } from './handler.ts';

/**
 * Credentials of a role in another account, where that account is served, has the role, and is told the external id that it asks for.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const assumeRole: Handler = ({ account: caller, input, neighbours, sessionSeconds }) => {
  const arn = text(input, 'RoleArn') ?? '';
  const [, partition, id = '', name = ''] = /^arn:([^:]+):iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
  const audited = neighbours?.get(id)?.audited;
  const session = text(input, 'RoleSessionName');
  const trusted = audited?.roleName === name && (audited.externalId === undefined || audited.externalId === text(input, 'ExternalId'));
  if (!trusted || partition !== caller.partition) {
    const message = `User: ${caller.callerArn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`;
    throw new AwsError('AccessDenied', message, 403);
  }
  const until = new Date(Date.now() + (sessionSeconds ?? Number(input['DurationSeconds'] ?? 3600)) * 1000);
  return {
    Credentials: {
      AccessKeyId: `ASIADEMO${id}`,
      SecretAccessKey: 'not-a-secret',
      SessionToken: sessionToken(until),
      Expiration: until.toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROADEMO${id}:${session ?? ''}`,
      Arn: `arn:${partition}:sts::${id}:assumed-role/${name.split('/').at(-1) ?? ''}/${session ?? ''}`,
    },
  };
};
