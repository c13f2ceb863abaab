import type { Evidence } from '../../core/evidence.ts';
import { amazonLinuxBuckets } from '../../iam/aws-buckets.ts';
import { endpointCrossings } from '../../iam/endpoint-crossings.ts';
import { readPolicy } from '../../iam/policy-document.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { serviceOfEndpoint } from '../../network/endpoints/aws-service.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { endpointSubjects } from '../subjects/endpoint-subjects.ts';
import { executionCallers, executionFacts } from '../subjects/execution-callers.ts';
import { sayStatements } from '../subjects/say-statements.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeVpcEndpoints';
const everything = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}';

export default defineCheck({
  id: 'amazon-linux-packages-through-endpoint',
  title: 'Packages of Amazon Linux can be installed through the endpoint for S3',
  severity: 'info',
  family: 'internet-egress',
  requirements: ['EGR-6'],
  controls: [],
  description:
    'The package repositories of Amazon Linux are buckets of AWS. Where the policy of the gateway endpoint lets them be read, `yum` and `dnf` work in a VPC ' +
    'without internet: patches come in, and so do compilers, scanners and other tools. AWS says how to keep them out where users must not ' +
    'install packages; whether they must not is yours to say, so this informs only.',
  remediation:
    'Where packages must not be installed, deny `s3:GetObject` on the repositories in the policy of the endpoint, in place: `aws ec2 ' +
    'modify-vpc-endpoint --policy-document file://…`. Name those of all versions: `packages.*`, `repo.*` and `amazonlinux.*.amazonaws.com`, ' +
    '`amazonlinux-2-repos-REGION`, `al2023-repos-REGION-de612dc2` and `al2023-REGION`; the two examples in AWS’s guide lack the last three, and ' +
    'allow nothing.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html#train-vpc-policy-repos'],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints', ...executionFacts],
  across: ['vpcEndpoints'],
  resources: (facts) => endpointSubjects(facts, s3Of),
  evaluate({ endpoint }, facts) {
    const { scope } = facts;
    const { VpcEndpointId: endpointId = '', VpcId: vpcId = '', VpcEndpointType, PolicyDocument: text } = endpoint;
    const evidence: Evidence = { source, path: 'PolicyDocument', value: text === undefined ? null : 'custom' };
    if (scope.partition !== 'aws') return notApplicable('AWS tells the names of the repositories in its commercial Regions alone');
    if (VpcEndpointType !== 'Gateway') {
      return notApplicable('package managers use the names of S3 that lead to gateway endpoints', [
        { source, path: 'VpcEndpointType', value: VpcEndpointType ?? null },
      ]);
    }
    const document = readPolicy(text === undefined || text === '' ? everything : text);
    if (document.kind === 'unreadable') return unknown(`the policy ${document.reason}`, [evidence]);
    const own = executionCallers(facts, document.statements, scope);
    const place = { partition: scope.partition, region: scope.region, endpointId, vpcId };
    const asked = amazonLinuxBuckets.map((bucket) => {
      const name = bucket.replace('REGION', scope.region);
      const carriers = [{ action: 's3:GetObject', resource: `arn:PARTITION:s3:::${name}/*`, anonymous: true, shared: true } as const];
      const crossings = endpointCrossings({ name: endpointId, document }, place, {
        carriers,
        own,
        who: ['nobody', 'own'],
        trustsNames: false,
      });
      return { name, crossings };
    });
    const open = asked.flatMap(({ name, crossings }) => {
      const found = crossings.flatMap(({ answer }) => (answer.kind === 'possible' ? [answer] : []))[0];
      return found === undefined ? [] : [{ name, by: found.by }];
    });
    const [first, ...others] = open.map(({ name, by }): Evidence => ({
      source,
      path: sayStatements(by),
      value: `s3:GetObject on ${name}`,
    }));
    if (first !== undefined) {
      const which = open.length === asked.length ? 'all repositories' : open.map(({ name }) => name).join(', ');
      return fail(`packages of Amazon Linux can be installed through the endpoint: ${which}`, [first, ...others, evidence]);
    }
    const doubt = asked.flatMap(({ crossings }) => crossings).find(({ answer }) => answer.kind === 'unknown');
    if (doubt?.answer.kind === 'unknown') {
      return unknown(`cannot tell whether the repositories of Amazon Linux can be read: ${doubt.answer.reason}`, [evidence]);
    }
    return pass('the repositories of Amazon Linux cannot be read through the endpoint', [evidence]);
  },
});

function s3Of(endpoint: VpcEndpoint, region: string): 's3' | undefined {
  return serviceOfEndpoint(endpoint, region) === 's3' ? 's3' : undefined;
}
