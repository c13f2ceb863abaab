import { describe, expect, it } from 'vitest';
import { formsOf, servesForm, type AwsService } from '../../../src/network/endpoints/aws-service.ts';
import { vpcEndpoint } from '../../support/rows.ts';

describe('a service of AWS as its clients know it', () => {
  it.each<readonly [service: AwsService, region: string, endpoint: string, hosts: readonly string[]]>([
    ['sagemaker.api', 'eu-west-1', 'com.amazonaws.eu-west-1.sagemaker.api', ['api.sagemaker.eu-west-1.amazonaws.com']],
    ['sagemaker.runtime', 'cn-north-1', 'cn.com.amazonaws.cn-north-1.sagemaker.runtime', ['runtime.sagemaker.cn-north-1.amazonaws.com.cn']],
    ['notebook', 'eu-west-1', 'aws.sagemaker.eu-west-1.notebook', ['*.notebook.eu-west-1.sagemaker.aws']],
    ['studio', 'cn-north-1', 'aws.sagemaker.cn-north-1.studio', ['*.studio.cn-north-1.sagemaker.com.cn']],
    ['sts', 'eusc-de-east-1', 'eu.amazonaws.eusc-de-east-1.sts', ['sts.eusc-de-east-1.amazonaws.eu']],
    ['ecr.api', 'us-gov-west-1', 'com.amazonaws.us-gov-west-1.ecr.api', ['api.ecr.us-gov-west-1.amazonaws.com']],
    ['ecr.dkr', 'us-west-2', 'com.amazonaws.us-west-2.ecr.dkr', ['*.dkr.ecr.us-west-2.amazonaws.com']],
    ['s3', 'cn-north-1', 'com.amazonaws.cn-north-1.s3', ['s3.cn-north-1.amazonaws.com.cn', '*.s3.cn-north-1.amazonaws.com.cn']],
    ['codeartifact.api', 'us-east-1', 'com.amazonaws.us-east-1.codeartifact.api', ['codeartifact.us-east-1.amazonaws.com']],
  ])('%s in %s', (service, region, ServiceName, hosts) => {
    const [usual] = formsOf(service, region);
    expect(usual.hosts).toEqual(hosts);
    expect(servesForm(vpcEndpoint('', { ServiceName }), usual)).toBe(true);
  });

  it('has another name for FIPS', () => {
    const [, fips] = formsOf('sagemaker.runtime', 'us-east-1');
    expect(fips?.hosts).toEqual(['runtime-fips.sagemaker.us-east-1.amazonaws.com']);
  });

  it.each(['com.amazonaws.eu-west-1.not-sts', 'com.amazonaws.eu-west-2.sts', 'com.amazonaws.eu-west-1.sts-fips', undefined])(
    'is not served by an endpoint for %s',
    (ServiceName) => {
      const [usual] = formsOf('sts', 'eu-west-1');
      expect(servesForm(vpcEndpoint('', { ServiceName }), usual)).toBe(false);
    },
  );
});
