/** Services that the AWS CLI calls otherwise than IAM does. */
const commandNames: Readonly<Record<string, string>> = { elasticloadbalancing: 'elbv2', s3: 's3api', elasticfilesystem: 'efs' };

/** Options without which a call would not answer what is asked. */
const options: Readonly<Record<string, string>> = {
  'ec2:SearchTransitGatewayRoutes': ' --filters Name=state,Values=active,blackhole',
  'sagemaker:ListJobs': ' --job-category AgentRFT (and once more with AgentRFTEvaluation)',
  'ec2:DescribeVpcAttribute': ' --attribute enableDnsSupport (and once more with enableDnsHostnames)',
  'route53:ListHostedZonesByVPC': ' --vpc-id vpc-… --vpc-region … (for each VPC, its id in the name of the file)',
  'organizations:ListParents': ' --child-id … (for the account and each unit above it, the id in the name of the file)',
  'organizations:ListPoliciesForTarget':
    ' --filter SERVICE_CONTROL_POLICY (and once more with RESOURCE_CONTROL_POLICY, the target in the name of the file)',
  'apigateway:GetResources': ' --embed methods (the id of the API in the name of the file)',
  'ec2:DescribeNetworkInterfaces': ' --include-managed-resources',
};

/**
 * The command of the AWS CLI for an operation: `ec2:DescribeVpcs` → `aws ec2 describe-vpcs`.
 *
 * @param parameters by the names that the API gives them
 */
export function awsCommand(operation: string, parameters: Readonly<Record<string, string>> = {}): string {
  const [service = '', name = ''] = operation.split(':');
  const given = Object.entries(parameters).map(([member, value]) => ` --${kebab(member)} ${quoted(value)}`);
  const second = /^apigateway:Get(Apis|Routes|Integrations)$/.test(operation) ? 'apigatewayv2' : undefined;
  return `aws ${second ?? commandNames[service] ?? service} ${kebab(name)}${given.join('')}${options[operation] ?? ''}`;
}

/** The name of a file for the answer: what is asked for, and not the verb. */
export function fileFor(operation: string): string {
  return `${kebab(operation.split(':')[1] ?? '').replace(/^(?:describe|list|get|search)-/, '')}.json`;
}

function kebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Names come from files: what a shell could take for more than a word is put into quotes. */
function quoted(value: string): string {
  return /^[\w./:@+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
