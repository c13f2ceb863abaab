/** What a finding is about. */
export interface Resource {
  /** The CloudFormation type, such as `AWS::SageMaker::NotebookInstance`; the account itself is `AWS::IAM::Account`. */
  readonly type: string;
  /** The identifier that AWS's own API uses: a NotebookInstanceName, a `vpc-…`, an account id. */
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/** The account as a resource, for what concerns no smaller one. */
export function accountResource(partition: string, account: string, region: string): Resource {
  return { type: 'AWS::IAM::Account', name: account, arn: `arn:${partition}:iam::${account}:root`, account, region };
}
