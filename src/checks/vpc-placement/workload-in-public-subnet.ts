import type { Evidence } from '../../core/evidence.ts';
import type { PathStep } from '../../core/path-step.ts';
import { eachKnown, need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { RouteTable } from '../../inventory/sections/route-tables.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import { effectiveRouteTable } from '../../network/effective-route-table.ts';
import { internetGatewayRoute } from '../../network/internet-gateway-route.ts';
import { prefixListEntries, type EntriesOf } from '../../network/prefix-list-entries.ts';
import { placementFacts, placementSections, workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { finishedSuffix, sayWorkload } from '../subjects/say-workload.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeRouteTables';

export default defineCheck({
  id: 'workload-in-public-subnet',
  title: 'Workload is in a subnet that routes to an internet gateway',
  severity: 'medium',
  family: 'vpc-placement',
  requirements: {
    'AWS::SageMaker::Domain': ['VPC-13'],
    'AWS::SageMaker::NotebookInstance': ['VPC-14'],
    'AWS::SageMaker::TrainingJob': ['VPC-14'],
    'AWS::SageMaker::ProcessingJob': ['VPC-14'],
    'AWS::SageMaker::TransformJob': ['VPC-14'],
    'AWS::SageMaker::HyperParameterTuningJob': ['VPC-14'],
    'AWS::SageMaker::AutoMLJob': ['VPC-14'],
    'AWS::SageMaker::CompilationJob': ['VPC-14'],
    'AWS::SageMaker::OptimizationJob': ['VPC-14'],
    'AWS::SageMaker::InferenceRecommendationsJob': ['VPC-14'],
    'AWS::SageMaker::AIBenchmarkJob': ['VPC-14'],
    'AWS::SageMaker::Job': ['VPC-14'],
    'AWS::SageMaker::LabelingJob': ['VPC-14'],
    'AWS::SageMaker::MonitoringSchedule': ['VPC-14'],
    'AWS::SageMaker::DataQualityJobDefinition': ['VPC-14'],
    'AWS::SageMaker::ModelBiasJobDefinition': ['VPC-14'],
    'AWS::SageMaker::ModelExplainabilityJobDefinition': ['VPC-14'],
    'AWS::SageMaker::ModelQualityJobDefinition': ['VPC-14'],
    'AWS::SageMaker::Model': ['VPC-14'],
    'AWS::SageMaker::Endpoint': ['VPC-14'],
    'AWS::SageMaker::Cluster': ['VPC-14'],
  },
  controls: [],
  description:
    'A subnet is public when the route table it uses sends some public address straight to an internet gateway. That table is the one associated with the ' +
    'subnet or, where there is none, the main table of its own VPC. In a public subnet one public address, or IPv6, is all that stands between a ' +
    'workload and the internet, in both directions; AWS asks for private subnets for Studio in VpcOnly mode and advises them for everything else. ' +
    'Looked at: every subnet that the workload may be placed in, routes by longest prefix, IPv4 and IPv6; a blackhole route leads nowhere.',
  remediation:
    'Change the network in place: associate the subnet with a route table that has no route to an internet gateway (`aws ec2 replace-route-table-association`), ' +
    'after making sure that S3 and the AWS services in use have VPC endpoints. Or move the workload: notebook instances, jobs, models and clusters take their subnets ' +
    'at creation and must be made anew; an endpoint follows when it is updated to a configuration with the new model.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'routeTables', 'prefixLists'],
  *resources(facts) {
    for (const workload of workloadsOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const private_: Evidence[] = [];
    const reasons: string[] = [...workload.unresolved];
    for (const placement of eachKnown(workload.placements)) {
      for (const subnetId of placement.subnetIds) {
        const answer = judgeSubnet(subnetId, need(facts.subnets), need(facts.routeTables), prefixListEntries(facts.prefixLists));
        if (answer.kind === 'public') {
          const of = placement.of === workload.resource.name ? '' : ` (through ${placement.of})`;
          return fail(
            `may run in public ${subnetId}${of}: its ${answer.said}${finishedSuffix(workload)}`,
            [{ source: placement.source, path: placement.subnetsPath, value: subnetId }, ...answer.evidence],
            answer.path,
          );
        }
        if (answer.kind === 'private') private_.push(...answer.evidence);
        else reasons.push(answer.reason);
      }
    }
    if (reasons.length > 0) {
      const [reason] = reasons;
      if (workload.lifecycle === 'finished') return notApplicable(`job is finished, and ${reason}: there is nothing left to judge`);
      return unknown(`cannot tell where ${sayWorkload(workload)} runs: ${reason}`);
    }
    if (private_.length === 0 && workload.kind === 'domain') {
      return notApplicable('domain is not VpcOnly: its apps run in a VPC of SageMaker, so no subnet of yours decides');
    }
    if (private_.length === 0) return notApplicable(`${sayWorkload(workload)} is in no VPC of yours, so no subnet of yours decides`);
    return pass(`no subnet of the ${sayWorkload(workload)} routes to an internet gateway`, private_);
  },
});

type SubnetAnswer =
  | { readonly kind: 'public'; readonly said: string; readonly evidence: readonly Evidence[]; readonly path: readonly PathStep[] }
  | { readonly kind: 'private'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'undecided'; readonly reason: string };

function judgeSubnet(subnetId: string, subnets: readonly Subnet[], tables: readonly RouteTable[], entriesOf: EntriesOf): SubnetAnswer {
  const subnet = indexBy(subnets, subnetIdOf).get(subnetId);
  if (subnet === undefined) return { kind: 'undecided', reason: `${subnetId} does not exist any more` };
  const effective = effectiveRouteTable(subnet, tables);
  if (effective === undefined) return { kind: 'undecided', reason: `no route table of ${subnetId} is visible to this account` };

  const { table, by } = effective;
  const id = table.RouteTableId ?? '';
  const which = by === 'main' ? `the main table of ${subnet.VpcId}` : 'associated with it';
  const found = internetGatewayRoute(table, entriesOf);
  if (found.kind === 'none')
    return { kind: 'private', evidence: [{ source, path: `${id}: Routes (${which})`, value: 'no route to an internet gateway' }] };
  if (found.kind === 'undecided') {
    return { kind: 'undecided', reason: found.reason };
  }
  const route = `${found.destination} → ${found.route.GatewayId}`;
  return {
    kind: 'public',
    said: `route table ${id} (${which}) sends ${found.destination} to ${found.route.GatewayId}`,
    evidence: [{ source, path: `${id}: Routes[${found.index}]`, value: route }],
    path: [
      { kind: 'subnet', id: subnetId, detail: subnet.VpcId ?? '' },
      { kind: 'route-table', id, detail: which },
      { kind: 'route', id, detail: route },
      { kind: 'internet-gateway', id: found.route.GatewayId ?? '', detail: 'the internet' },
    ],
  };
}

const subnetIdOf = (subnet: Subnet): string | undefined => subnet.SubnetId;
