import check from '../../../src/checks/internet-egress/model-image-past-vpc.ts';
import { inventory } from '../../support/inventory.ts';
import { model, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const pulled = (RepositoryAccessMode: 'Vpc' | 'Platform') => ({
  Image: 'registry.example/serving:1',
  ImageConfig: { RepositoryAccessMode },
});
const one = (PrimaryContainer: object) => inventory({ models: [model('m', { PrimaryContainer })] });
const several = (...Containers: object[]) => inventory({ models: [model('m', { Containers })] });

testCheck(check, {
  fail: [
    [
      'Platform',
      one(pulled('Platform')),
      'm',
      { requirements: ['EGR-12'], controls: ['SecurityHub/SageMaker.16', 'Config/sagemaker-model-private-registry-required'] },
    ],
    [
      'no ImageConfig: Platform',
      one({ Image: 'x' }),
      'm',
      { evidence: ['sagemaker:DescribeModel PrimaryContainer.ImageConfig.RepositoryAccessMode=null'] },
    ],
    ['an ImageConfig that does not say', one({ Image: 'x', ImageConfig: {} }), 'm'],
    [
      'one container of two',
      several(pulled('Vpc'), pulled('Platform')),
      'm',
      {
        evidence: ['sagemaker:DescribeModel Containers[1].ImageConfig.RepositoryAccessMode="Platform"'],
        controls: ['SecurityHub/SageMaker.19', 'Config/sagemaker-model-multicontainer-private-registry'],
      },
    ],
    ['a container beside a package', several({ ModelPackageName: 'arn:p' }, pulled('Platform')), 'm'],
  ],
  pass: [
    ['Vpc', one(pulled('Vpc')), 'm'],
    ['several, each by the VPC: other tools look at the primary container alone', several(pulled('Vpc'), pulled('Vpc')), 'm'],
  ],
  unknown: [
    ['a mode of tomorrow', one(pulled('Mesh' as 'Vpc')), 'm', { says: 'Mesh' }],
    ['no container', inventory({ models: [model('m')] }), 'm', { missing: [] }],
    [
      'describe refused',
      inventory({ models: [model('m', refused('sagemaker:DescribeModel'))] }),
      'm',
      { missing: ['sagemaker:DescribeModel'] },
    ],
  ],
  'not-applicable': [['packages bring their image', several({ ModelPackageName: 'arn:p' }), 'm']],
  silent: [['no model', inventory()]],
});
