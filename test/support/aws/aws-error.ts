import { iamPrefix, type ServiceName } from './services.ts';

/** A refusal, in the words AWS would use. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

/** The services whose words are known, and those of which each other has taken on. */
type Speaker = 'sagemaker' | 'ec2' | 'sts';
type Wording = Readonly<Record<Speaker, readonly [code: string, message: string, status: number]>>;

const speakers: Readonly<Record<ServiceName, Speaker>> = {
  sagemaker: 'sagemaker',
  elasticfilesystem: 'sagemaker',
  lambda: 'sagemaker',
  apigateway: 'sagemaker',
  apigatewayv2: 'sagemaker',
  'network-firewall': 'sagemaker',
  route53resolver: 'sagemaker',
  organizations: 'sagemaker',
  ec2: 'ec2',
  iam: 'sts',
  sts: 'sts',
  s3: 'sts',
  route53: 'sts',
  elasticloadbalancing: 'sts',
  'elasticloadbalancing-classic': 'sts',
};

function inTheWordsOf(service: ServiceName, wording: Wording): AwsError {
  return new AwsError(...wording[speakers[service]]);
}

export function accessDenied(service: ServiceName, operation: string, callerArn: string): AwsError {
  const action = iamAction(service, operation);
  const message = `User: ${callerArn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
  return inTheWordsOf(service, {
    sagemaker: ['AccessDeniedException', message, 400],
    ec2: ['UnauthorizedOperation', `You are not authorized to perform this operation. ${message}`, 403],
    sts: ['AccessDenied', message, 403],
  });
}

/** What AWS calls the permission: S3 and API Gateway have names for it that are not those of the operation. */
function iamAction(service: ServiceName, operation: string): string {
  const others: Readonly<Record<string, string>> = { ListBuckets: 's3:ListAllMyBuckets', HeadBucket: 's3:ListBucket' };
  const prefix = iamPrefix(service);
  if (prefix === 'apigateway') return 'apigateway:GET';
  return (prefix === 's3' ? others[operation] : undefined) ?? `${prefix}:${operation}`;
}

export function throttled(service: ServiceName): AwsError {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  if (service === 's3') return new AwsError('SlowDown', 'Please reduce your request rate.', 503);
  return inTheWordsOf(service, {
    sagemaker: ['ThrottlingException', 'Rate exceeded', 400],
    ec2: ['RequestLimitExceeded', 'Request limit exceeded.', 503],
    sts: ['Throttling', 'Rate exceeded', 400],
  });
}

export function serverError(service: ServiceName): AwsError {
  return inTheWordsOf(service, {
    sagemaker: ['InternalFailure', 'The request processing has failed because of an unknown error, exception or failure.', 500],
    ec2: ['InternalError', 'An internal error has occurred', 500],
    sts: ['InternalFailure', 'The request processing has failed because of an unknown error, exception or failure.', 500],
  });
}

export function expired(service: ServiceName): AwsError {
  return inTheWordsOf(service, {
    sagemaker: ['ExpiredTokenException', 'The security token included in the request is expired', 400],
    ec2: ['RequestExpired', 'Request has expired.', 400],
    sts: ['ExpiredToken', 'The security token included in the request is expired', 403],
  });
}

/** Credentials that the service does not know: a wrong access key, or any key in a Region that the account has not opted in to. */
export function unknownCredentials(service: ServiceName): AwsError {
  return inTheWordsOf(service, {
    sagemaker: ['UnrecognizedClientException', 'The security token included in the request is invalid.', 400],
    ec2: ['AuthFailure', 'AWS was not able to validate the provided access credentials', 401],
    sts: ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403],
  });
}

export function unknownOperation(service: ServiceName, operation: string): AwsError {
  return inTheWordsOf(service, {
    sagemaker: ['UnknownOperationException', '', 400],
    ec2: ['InvalidAction', `The action ${operation} is not valid for this web service.`, 400],
    sts: ['InvalidAction', `Could not find operation ${operation} for this version`, 400],
  });
}

/** The double does less than AWS here. It says so loudly, instead of giving an answer that AWS would not give. */
export function notSimulated(what: string): AwsError {
  return new AwsError('NotSimulatedByLoopback', `the loopback AWS does not simulate ${what}`);
}
