import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../src/core/resource.ts';
import { resourceUri } from '../../src/reporters/sarif/location.ts';
import { isRelativePath } from './github-rules.ts';
import { hostileText } from './hostile.ts';

const notebook: Resource = {
  type: 'AWS::SageMaker::NotebookInstance',
  name: 'fraud-dev',
  arn: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/fraud-dev',
  account: '111122223333',
  region: 'eu-west-1',
};

describe('resourceUri', () => {
  it.each<[string, Partial<Resource>, string]>([
    ['a notebook instance', {}, 'aws/aws/111122223333/eu-west-1/sagemaker/notebook-instance/fraud-dev'],
    [
      'another partition',
      { arn: 'arn:aws-us-gov:sagemaker:us-gov-west-1:1:x', region: 'us-gov-west-1' },
      'aws/aws-us-gov/111122223333/us-gov-west-1/sagemaker/notebook-instance/fraud-dev',
    ],
    ['an abbreviation', { type: 'AWS::EC2::VPCEndpoint', name: 'vpce-1' }, 'aws/aws/111122223333/eu-west-1/ec2/vpc-endpoint/vpce-1'],
    [
      'a name in two parts',
      { type: 'AWS::SageMaker::UserProfile', name: 'd-1/alice' },
      'aws/aws/111122223333/eu-west-1/sagemaker/user-profile/d-1/alice',
    ],
    [
      'characters of a role name',
      { type: 'AWS::IAM::Role', name: 'a+b=c,d.e@f_g', region: 'global' },
      'aws/aws/111122223333/global/iam/role/a%2Bb%3Dc%2Cd.e%40f_g',
    ],
    [
      'other scripts',
      { name: 'Käse 🙂'.replace(' ', '') },
      'aws/aws/111122223333/eu-west-1/sagemaker/notebook-instance/K%C3%A4se%F0%9F%99%82',
    ],
    ['a step upwards', { name: '../../x' }, 'aws/aws/111122223333/eu-west-1/sagemaker/notebook-instance/_../_../x~5be774affb88'],
    ['no name', { name: '' }, 'aws/aws/111122223333/eu-west-1/sagemaker/notebook-instance/_~5be774affb88'],
    ['no Region', { region: '' }, 'aws/aws/111122223333/_/sagemaker/notebook-instance/fraud-dev'],
  ])('%s', (_, parts, uri) => {
    expect(resourceUri({ ...notebook, ...parts })).toBe(uri);
  });

  it('is a relative path, whatever the resource calls itself', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, hostileText, hostileText, (name, region, account, type, arn) => {
        expect(resourceUri({ name, region, account, type: `AWS::${type}`, arn })).toSatisfy(isRelativePath);
        expect(resourceUri({ ...notebook, name })).toSatisfy(isRelativePath);
      }),
      { numRuns: 500 },
    );
  });

  it('is bounded, and still tells long names apart', () => {
    const long = (end: string): string => resourceUri({ ...notebook, name: `${'漢'.repeat(10_000)}${end}`, arn: `${notebook.arn}${end}` });
    expect(long('a').length).toBeLessThan(600);
    expect(long('a')).toSatisfy(isRelativePath);
    expect(long('a')).not.toBe(long('b'));
  });
});
