import { failureOf } from '../aws/failure.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInDetails } from './named-in.ts';
import { policyText } from './policy-text.ts';

/** The policies of what has a URL without authentication: only these say whether everybody may call it. */
export default {
  section: 'functionPolicies',
  after: ['functions'],
  actions: ['lambda:GetPolicy'],
  async collect(session, options, earlier) {
    const open = namedInDetails(earlier('functions'), ({ FunctionUrlConfigs }) =>
      // What this version does not know may ask nobody, either.
      FunctionUrlConfigs.flatMap(({ AuthType, FunctionArn }) => (AuthType === 'AWS_IAM' ? [] : [FunctionArn])),
    );
    return describeNamed(session, options, {
      section: 'functionPolicies',
      named: asRows(open, 'FunctionArn'),
      describe: {
        operation: 'lambda:GetPolicy',
        arn: ({ FunctionArn }) => FunctionArn,
        call: async ({ FunctionArn }) => {
          const [client, sdk] = [await session.lambda(), await import('@aws-sdk/client-lambda')];
          // arn:aws:lambda:eu-west-1:111122223333:function:NAME:ALIAS
          const Qualifier = FunctionArn.split(':')[7];
          const input = { FunctionName: FunctionArn, ...(Qualifier === undefined ? {} : { Qualifier }) };
          try {
            return { Policy: policyText((await client.send(new sdk.GetPolicyCommand(input), { abortSignal: session.signal })).Policy) };
          } catch (error) {
            // Lambda has no other word for a function without a policy. https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
            if (failureOf(error).code === 'ResourceNotFoundException') return { Policy: null };
            throw error;
          }
        },
      },
    });
  },
} satisfies Collector<'functionPolicies'>;
