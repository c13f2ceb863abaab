import check from '../../../src/checks/internet-ingress/security-group-open-ingress.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, endpoint, endpointConfig, model, notebook, refused, securityGroup, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const from4 = (...blocks: string[]) => ({
  IpProtocol: 'tcp',
  FromPort: 8888,
  ToPort: 8888,
  IpRanges: blocks.map((CidrIp) => ({ CidrIp })),
});
const from6 = (...blocks: string[]) => ({ IpProtocol: '-1', Ipv6Ranges: blocks.map((CidrIpv6) => ({ CidrIpv6 })) });
const groupWith = (...IpPermissions: object[]) => ({ notebookInstances: [notebook()], securityGroups: [securityGroup({ IpPermissions })] });

const openGroup = (GroupId: string) => securityGroup({ GroupId, IpPermissions: [from4('0.0.0.0/0')] });
const users = { domains: [domain()], userProfiles: [userProfile()] };

testCheck(check, {
  fail: [
    [
      "a user profile's own group, while the domain's is tight (peers: not seen)",
      inventory({ ...users, securityGroups: [securityGroup(), openGroup('sg-alice')] }),
      'sg-alice',
      { evidence: ['sagemaker:DescribeUserProfile d-1/alice: UserSettings.SecurityGroups="sg-alice"'] },
    ],
    [
      'the default group of a domain without users',
      inventory({ domains: [domain()], securityGroups: [openGroup('sg-1')] }),
      'sg-1',
      { evidence: ['sagemaker:DescribeDomain d-1: DefaultUserSettings.SecurityGroups="sg-1"'] },
    ],
    [
      'the group of shared spaces only',
      inventory({
        domains: [domain('d-1', { DefaultSpaceSettings: { SecurityGroups: ['sg-spaces'] } })],
        securityGroups: [securityGroup(), openGroup('sg-spaces')],
      }),
      'sg-spaces',
      { evidence: ['sagemaker:DescribeDomain d-1: DefaultSpaceSettings.SecurityGroups="sg-spaces"'] },
    ],
    [
      'IPv4',
      inventory(groupWith(from4('0.0.0.0/0'))),
      'sg-1',
      {
        says: 'lets tcp 8888 from 0.0.0.0/0',
        requirements: ['ING-1'],
        evidence: ['ec2:DescribeSecurityGroups IpPermissions[0].IpRanges[0].CidrIp="0.0.0.0/0"'],
        path: ['security-group-rule sg-1'],
      },
    ],
    ['IPv6', inventory(groupWith(from6('::/0'))), 'sg-1', { says: 'all traffic from ::/0' }],
    ['quarters', inventory(groupWith(from4('0.0.0.0/2', '64.0.0.0/2'), from4('128.0.0.0/2', '192.0.0.0/2'))), 'sg-1'],
    [
      'the group is carried through the configuration of an endpoint with inference components',
      inventory({
        endpoints: [endpoint()],
        endpointConfigs: [
          endpointConfig('config-1', {
            ProductionVariants: [{ VariantName: 'main' }],
            VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
          }),
        ],
        securityGroups: [securityGroup({ IpPermissions: [from4('0.0.0.0/0')] })],
      }),
      'sg-1',
      { evidence: ['sagemaker:DescribeEndpointConfig config-1: VpcConfig.SecurityGroupIds="sg-1"'] },
    ],
  ],
  pass: [
    [
      "the domain's group is tight, a user's own is not",
      inventory({ ...users, securityGroups: [securityGroup(), openGroup('sg-alice')] }),
      'sg-1',
    ],
    ['from itself only', inventory({ notebookInstances: [notebook()] }), 'sg-1'],
    ['from the VPC', inventory(groupWith(from4('10.0.0.0/16'))), 'sg-1'],
    [
      'open outwards is another check',
      inventory({ models: [model()], securityGroups: [securityGroup({ IpPermissionsEgress: [from4('0.0.0.0/0')] })] }),
      'sg-1',
    ],
  ],
  unknown: [
    [
      'security groups refused',
      inventory({ notebookInstances: [notebook()], securityGroups: refused('ec2:DescribeSecurityGroups') }),
      'sg-1',
      { missing: ['ec2:DescribeSecurityGroups'] },
    ],
    [
      'a prefix list that is not visible',
      inventory(groupWith({ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] })),
      'sg-1',
      { says: 'pl-1' },
    ],
    [
      'a domain that could not be described',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))], userProfiles: [userProfile()] }),
      '111122223333',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'models refused',
      inventory({ notebookInstances: [notebook()], models: refused('sagemaker:ListModels') }),
      '111122223333',
      { missing: ['sagemaker:ListModels'] },
    ],
  ],
  silent: [
    [
      'the groups of a PublicInternetOnly domain and its user are on none of their apps',
      inventory({
        domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })],
        userProfiles: [userProfile()],
        securityGroups: [openGroup('sg-1'), openGroup('sg-alice')],
      }),
    ],
    ['no workloads', inventory({ securityGroups: [securityGroup({ IpPermissions: [from4('0.0.0.0/0')] })] })],
  ],
});
