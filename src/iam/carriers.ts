/** An action by which data can be handed to the owner of a resource. */
export interface Carrier {
  /** `service:Action`. */
  readonly action: string;
  /** The resource's ARN as a glob, with PARTITION, REGION and ACCOUNT in their places. Undefined where it is about the caller's account itself. */
  readonly resource?: string;
  /** May the request go without credentials? */
  readonly anonymous?: true;
  /**
   * Can its owner let in other accounts, by a policy of the resource or by sharing it? Otherwise only credentials of the owner's reach it.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
   */
  readonly shared?: true;
}

const sagemaker = (action: string, kind: string): Carrier => of('sagemaker', action, `${kind}/*`);

function of(service: string, action: string, rest: string, arnService = service): Carrier {
  return { action: `${service}:${action}`, resource: `arn:PARTITION:${arnService}:REGION:ACCOUNT:${rest}` };
}

const shared = (carrier: Carrier): Carrier => ({ ...carrier, shared: true });

/**
 * By service, as its endpoints are named behind the Region: the actions that can carry data of the caller's choice, in names, parameters or
 * bodies, to whoever owns the resource; or, where they are about no resource, to whoever owns the credentials. One or a few for each kind of
 * resource: policies that tell more of them apart allow one and deny its twin on purpose.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const byService: { readonly [service: string]: readonly Carrier[] } = {
  'sagemaker.api': [
    sagemaker('CreateTrainingJob', 'training-job'),
    sagemaker('CreateProcessingJob', 'processing-job'),
    sagemaker('CreateModel', 'model'),
    sagemaker('CreateNotebookInstance', 'notebook-instance'),
    sagemaker('AddTags', 'model'),
  ],
  'sagemaker.runtime': [
    sagemaker('InvokeEndpoint', 'endpoint'),
    sagemaker('InvokeEndpointAsync', 'endpoint'),
    sagemaker('InvokeEndpointWithResponseStream', 'endpoint'),
  ],
  'sagemaker.featurestore-runtime': [shared(sagemaker('PutRecord', 'feature-group'))],
  'sagemaker.metrics': [sagemaker('BatchPutMetrics', 'experiment-trial-component')],
  notebook: [sagemaker('CreatePresignedNotebookInstanceUrl', 'notebook-instance')],
  studio: [sagemaker('CreatePresignedDomainUrl', 'user-profile'), sagemaker('CreateApp', 'app')],
  experiments: [of('sagemaker-mlflow', 'LogBatch', 'mlflow-tracking-server/*', 'sagemaker')],
  'partner-app': [shared(sagemaker('CallPartnerAppApi', 'partner-app'))],
  s3: [
    { action: 's3:PutObject', resource: 'arn:PARTITION:s3:::*/*', anonymous: true, shared: true },
    { action: 's3:PutObject', resource: 'arn:PARTITION:s3:REGION:ACCOUNT:accesspoint/*/object/*', shared: true },
  ],
  dynamodb: [
    shared(of('dynamodb', 'PutItem', 'table/*')),
    shared(of('dynamodb', 'UpdateItem', 'table/*')),
    shared(of('dynamodb', 'BatchWriteItem', 'table/*')),
  ],
  sts: [{ action: 'sts:AssumeRole', resource: 'arn:PARTITION:iam::ACCOUNT:role/*', shared: true }],
  logs: [of('logs', 'PutLogEvents', 'log-group:*:log-stream:*'), of('logs', 'CreateLogStream', 'log-group:*')],
  monitoring: [{ action: 'cloudwatch:PutMetricData' }],
  'ecr.api': [shared(of('ecr', 'PutImage', 'repository/*')), shared(of('ecr', 'UploadLayerPart', 'repository/*'))],
  'ecr.dkr': [shared(of('ecr', 'PutImage', 'repository/*')), shared(of('ecr', 'UploadLayerPart', 'repository/*'))],
  kms: [shared(of('kms', 'Encrypt', 'key/*')), shared(of('kms', 'GenerateDataKey', 'key/*'))],
  servicecatalog: [of('servicecatalog', 'ProvisionProduct', 'product/*', 'catalog')],
  codecommit: [of('codecommit', 'PutFile', '*'), of('codecommit', 'CreateCommit', '*')],
  'git-codecommit': [of('codecommit', 'GitPush', '*')],
  'codeartifact.api': [shared(of('codeartifact', 'PublishPackageVersion', 'package/*'))],
  'codeartifact.repositories': [shared(of('codeartifact', 'PublishPackageVersion', 'package/*'))],
  secretsmanager: [shared(of('secretsmanager', 'PutSecretValue', 'secret:*')), of('secretsmanager', 'CreateSecret', 'secret:*')],
  ssm: [of('ssm', 'PutParameter', 'parameter/*')],
  ssmmessages: [{ action: 'ssmmessages:CreateDataChannel' }, { action: 'ssmmessages:OpenDataChannel' }],
  athena: [of('athena', 'StartQueryExecution', 'workgroup/*')],
  glue: [shared(of('glue', 'CreateTable', 'table/*')), of('glue', 'StartJobRun', 'job/*')],
  lambda: [shared(of('lambda', 'InvokeFunction', 'function:*'))],
  ec2: [of('ec2', 'CreateTags', 'instance/*'), of('ec2', 'RunInstances', 'instance/*')],
  elasticfilesystem: [of('elasticfilesystem', 'TagResource', 'file-system/*')],
  'bedrock-runtime': [{ action: 'bedrock:InvokeModel', resource: 'arn:PARTITION:bedrock:REGION:ACCOUNT:provisioned-model/*' }],
};

/** The carriers of a service; none for one that is not known here. */
export function carriersOf(service: string): readonly Carrier[] {
  return byService[service] ?? [];
}
