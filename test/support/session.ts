import type { Session } from '../../src/aws/session.ts';
import { SharedReads } from '../../src/aws/shared-reads.ts';

const notAsked = (): Promise<never> => Promise.reject(new Error('not asked'));

/** A session of account 111122223333 in eu-west-1 that has only the clients given. */
export function sessionWith(clients: Partial<Session>): Session {
  return {
    account: '111122223333',
    partition: 'aws',
    region: 'eu-west-1',
    callerArn: 'arn:aws:sts::111122223333:assumed-role/audit/test',
    signal: new AbortController().signal,
    shared: new SharedReads(),
    sagemaker: notAsked,
    ec2: notAsked,
    iam: notAsked,
    networkFirewall: notAsked,
    resolver: notAsked,
    route53: notAsked,
    organizations: notAsked,
    s3: notAsked,
    efs: notAsked,
    lambda: notAsked,
    restApis: notAsked,
    httpApis: notAsked,
    loadBalancing: notAsked,
    classicLoadBalancing: notAsked,
    ...clients,
  };
}
