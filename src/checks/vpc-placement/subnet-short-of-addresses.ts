import { known, missing, need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { placementFacts, placementSections, workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { subnetNeeds } from '../subjects/subnet-needs.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeSubnets';

export default defineCheck({
  id: 'subnet-short-of-addresses',
  title: 'Subnet has too few free addresses for its workloads',
  severity: 'low',
  family: 'vpc-placement',
  requirements: ['VPC-16'],
  controls: [],
  description:
    'Every instance of a job or endpoint takes two addresses of its subnet, one that trains with an Elastic Fabric Adapter five, and a user of Studio up to ' +
    'four. Which instances have the adapter their type tells; of some types nobody says whether SageMaker gives it to them, and they are counted both ways. In a full subnet the next job does not start and the next deployment or scaling of an endpoint fails; then somebody takes the VPC ' +
    'away. Compared with the free addresses: what the largest of its workloads needs for its next run, spread over the subnets that it names.',
  remediation:
    'The size of a subnet cannot be changed. Add a subnet with room to what runs there: jobs in their template, models and endpoint configurations by ' +
    'new ones and `aws sagemaker update-endpoint`, a domain in place by `aws sagemaker update-domain --subnet-ids …`; or delete what takes the addresses.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html#efa-instance-types',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets'],
  *resources(facts) {
    const { scope } = facts;
    const { needs, hidden } = subnetNeeds(workloadsOf(facts, scope));
    for (const gap of hidden) yield missing<never>(gap);
    for (const [id, about] of [...needs].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const owner = facts.subnets.known ? (indexBy(facts.subnets.value, subnetIdOf).get(id)?.OwnerId ?? scope.account) : scope.account;
      const arn = `arn:${scope.partition}:ec2:${scope.region}:${owner}:subnet/${id}`;
      const resource = { type: 'AWS::EC2::Subnet', name: id, arn, account: scope.account, region: scope.region };
      yield known({ resource, about: { id, ...about } });
    }
  },
  evaluate({ id, least, most, users }, { subnets }) {
    const free = indexBy(need(subnets), subnetIdOf).get(id)?.AvailableIpAddressCount;
    const evidence = { source, path: `${id}: AvailableIpAddressCount`, value: free ?? null };
    if (free === undefined) return unknown('AWS did not say how many addresses of the subnet are free', [evidence]);
    const needs = { source: 'sagemaker', path: `${least.user}: addresses for its next run`, value: least.addresses };
    if (free < least.addresses)
      return fail(`subnet has ${free} free addresses, where ${least.user} needs ${least.addresses}`, [evidence, needs]);
    if (free < most.addresses) {
      const may = { source: 'sagemaker', path: `${most.user}: addresses for its next run, with EFA`, value: most.addresses };
      return unknown(`subnet has ${free} free addresses, and nobody says whether the instances of ${most.user} take five each`, [
        evidence,
        may,
      ]);
    }
    return pass(`subnet has room for each of its ${users} workloads`, [evidence, needs]);
  },
});

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
