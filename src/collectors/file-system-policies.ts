import { failureOf } from '../aws/failure.ts';
import { fileSystemsOf } from '../inventory/file-systems-of.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows } from './named-in.ts';
import { policyText } from './policy-text.ts';

/** https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystemPolicy.html */
export default {
  section: 'fileSystemPolicies',
  after: ['domains', 'userProfiles'],
  actions: ['elasticfilesystem:DescribeFileSystemPolicy'],
  async collect(session, options, earlier) {
    return describeNamed(session, options, {
      section: 'fileSystemPolicies',
      named: asRows(fileSystemsOf(earlier('domains'), earlier('userProfiles')), 'FileSystemId'),
      describe: {
        operation: 'elasticfilesystem:DescribeFileSystemPolicy',
        arn: ({ FileSystemId }) =>
          `arn:${session.partition}:elasticfilesystem:${session.region}:${session.account}:file-system/${FileSystemId}`,
        call: async ({ FileSystemId }) => {
          const [client, sdk] = [await session.efs(), await import('@aws-sdk/client-efs')];
          try {
            const command = new sdk.DescribeFileSystemPolicyCommand({ FileSystemId });
            return { Policy: policyText((await client.send(command, { abortSignal: session.signal })).Policy) };
          } catch (error) {
            if (failureOf(error).code === 'PolicyNotFound') return { Policy: null };
            throw error;
          }
        },
      },
    });
  },
} satisfies Collector<'fileSystemPolicies'>;
