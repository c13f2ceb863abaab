import { inventory } from './inventory.ts';
import { domain, model, notebook, prefixList, refused, securityGroup, trainingJob, userProfile } from './rows.ts';
import type { Scenarios } from './test-check.ts';

/** What differs between the two address families. */
export interface FamilyWords {
  readonly requirement: string;
  readonly any: string;
  readonly halves: readonly [string, string];
  /** A block as large as one network may be, and still not open. */
  readonly wide: string;
  readonly ownNetwork: string;
  readonly malformed: string;
  readonly range: (block: string) => object;
  readonly field: string;
  readonly otherFamily: object;
}

/** The question is the same for IPv4 and IPv6, and so are the scenarios. */
export function openEgressScenarios(words: FamilyWords): Scenarios {
  const { any, halves, field } = words;
  const out = (...blocks: string[]): object => Object.assign({ IpProtocol: '-1' }, ...mergeRanges(blocks.map(words.range)));
  const groupWith = (...rules: object[]) => ({
    notebookInstances: [notebook()],
    securityGroups: [securityGroup({ IpPermissionsEgress: rules })],
  });
  const byList = { IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] };
  const open = [securityGroup({ IpPermissionsEgress: [out(any)] })];
  const openGroup = (GroupId: string) => securityGroup({ GroupId, IpPermissionsEgress: [out(any)] });
  const users = { domains: [domain()], userProfiles: [userProfile()] };
  return {
    fail: [
      [
        'everything to everywhere',
        inventory(groupWith(out(any))),
        'sg-1',
        {
          says: `sg-1 (ml) lets all traffic to ${any}; carried by 1 workload`,
          requirements: [words.requirement],
          evidence: [
            `ec2:DescribeSecurityGroups IpPermissionsEgress[0].${field.replace('.', '[0].')}="${any}"`,
            'sagemaker:DescribeNotebookInstance nb-1: SecurityGroups="sg-1"',
          ],
        },
      ],
      [
        'one port to everywhere',
        inventory(groupWith({ ...out(any), IpProtocol: 'tcp', FromPort: 443, ToPort: 443 })),
        'sg-1',
        { says: `tcp 443 to ${any}` },
      ],
      [
        'in two halves (peers: not seen)',
        inventory(groupWith(out(...halves))),
        'sg-1',
        { says: `all traffic to ${halves[0]} and all traffic to ${halves[1]}` },
      ],
      ['in two halves, in two rules', inventory(groupWith(out(halves[0]), out(halves[1]))), 'sg-1'],
      ['half of the internet is enough', inventory(groupWith(out(halves[0]))), 'sg-1'],
      [
        'second of several rules',
        inventory(groupWith(out(words.ownNetwork), out(any))),
        'sg-1',
        { evidence: [`ec2:DescribeSecurityGroups IpPermissionsEgress[1].${field.replace('.', '[0].')}="${any}"`] },
      ],
      [
        'open beside a prefix list that nobody can read',
        inventory(groupWith({ ...out(any), PrefixListIds: [{ PrefixListId: 'pl-1' }] })),
        'sg-1',
      ],
      [
        'through a prefix list that holds everything',
        inventory({ ...groupWith(byList), prefixLists: [prefixList('pl-1', [...halves])] }),
        'sg-1',
        {
          says: `all traffic to ${halves[0]} in pl-1`,
          evidence: [`ec2:DescribeSecurityGroups IpPermissionsEgress[0].PrefixListIds[0].PrefixListId="${halves[0]} in pl-1"`],
        },
      ],
      [
        'half by a rule, half by a prefix list',
        inventory({ ...groupWith(out(halves[0]), byList), prefixLists: [prefixList('pl-1', [halves[1]])] }),
        'sg-1',
      ],
      [
        'carried by a finished job only: peers skip groups without an interface',
        inventory({ trainingJobs: [trainingJob('job-1', {}, 'Completed')], securityGroups: open }),
        'sg-1',
      ],
      [
        'carried by a model and a notebook: one verdict, both named',
        inventory({ ...groupWith(out(any)), models: [model()] }),
        'sg-1',
        {
          says: 'carried by 2 workloads',
          evidence: [
            'sagemaker:DescribeModel model-1: VpcConfig.SecurityGroupIds="sg-1"',
            'sagemaker:DescribeNotebookInstance nb-1: SecurityGroups="sg-1"',
          ],
        },
      ],
      [
        "a user profile's own group, while the domain's is tight (peers: not seen)",
        inventory({ ...users, securityGroups: [securityGroup(), openGroup('sg-alice')] }),
        'sg-alice',
        {
          says: 'carried by 1 workload',
          evidence: ['sagemaker:DescribeUserProfile d-1/alice: UserSettings.SecurityGroups="sg-alice"'],
        },
      ],
      [
        'the default group of a domain, carried by its user too: one workload says so',
        inventory({ ...users, securityGroups: open }),
        'sg-1',
        {
          says: 'carried by 1 workload',
          evidence: ['sagemaker:DescribeDomain d-1: DefaultUserSettings.SecurityGroups="sg-1"'],
        },
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
    ],
    pass: [
      [
        "the domain's group is tight, a user's own is not",
        inventory({ ...users, securityGroups: [securityGroup(), openGroup('sg-alice')] }),
        'sg-1',
      ],
      ['to itself only', inventory({ notebookInstances: [notebook()] }), 'sg-1'],
      ['no rule at all', inventory(groupWith()), 'sg-1'],
      ['private addresses', inventory(groupWith(out(words.ownNetwork))), 'sg-1'],
      [
        'the prefix list of a service (tight, and what AWS advises)',
        inventory({ ...groupWith(byList), prefixLists: [prefixList('pl-1', [words.wide])] }),
        'sg-1',
      ],
      ['the other family is another check', inventory(groupWith(words.otherFamily)), 'sg-1'],
      ['one large public block, no larger than a network can be', inventory(groupWith(out(words.wide))), 'sg-1'],
      [
        'open inwards is another check',
        inventory({ notebookInstances: [notebook()], securityGroups: [securityGroup({ IpPermissions: [out(any)] })] }),
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
        'the group came without its rules',
        inventory({ notebookInstances: [notebook()], securityGroups: [securityGroup({ IpPermissionsEgress: undefined })] }),
        'sg-1',
        { says: 'came without its rules', missing: [] },
      ],
      [
        'the group is not there',
        inventory({ notebookInstances: [notebook()], securityGroups: [] }),
        'sg-1',
        { says: 'not visible here', missing: [] },
      ],
      ["another account's prefix list", inventory({ ...groupWith(byList), prefixLists: [] }), 'sg-1', { says: 'pl-1', missing: [] }],
      [
        'prefix lists refused',
        inventory({ ...groupWith(byList), prefixLists: refused('ec2:DescribeManagedPrefixLists') }),
        'sg-1',
        { missing: ['ec2:DescribeManagedPrefixLists'] },
      ],
      [
        'entries of a prefix list refused',
        inventory({ ...groupWith(byList), prefixLists: [prefixList('pl-1', refused('ec2:GetManagedPrefixListEntries'))] }),
        'sg-1',
        { missing: ['ec2:GetManagedPrefixListEntries'] },
      ],
      ['a block that is none', inventory(groupWith(out(words.malformed))), 'sg-1', { says: words.malformed, missing: [] }],
      [
        'a workload whose groups could not be read may carry others',
        inventory({ notebookInstances: [notebook('nb-1', refused('sagemaker:DescribeNotebookInstance'))] }),
        '111122223333',
        { missing: ['sagemaker:DescribeNotebookInstance'] },
      ],
      [
        'a user who could not be read may carry others',
        inventory({ domains: [domain()], userProfiles: [userProfile('alice', refused('sagemaker:DescribeUserProfile'))] }),
        '111122223333',
        { missing: ['sagemaker:DescribeUserProfile'] },
      ],
      [
        'users could not be listed, and the group of the domain is judged',
        inventory({ domains: [domain()], userProfiles: refused('sagemaker:ListUserProfiles') }),
        '111122223333',
        { missing: ['sagemaker:ListUserProfiles'] },
      ],
    ],
    silent: [
      [
        'the groups of a PublicInternetOnly domain and its user are on none of their apps',
        inventory({
          domains: [domain('d-1', { AppNetworkAccessType: 'PublicInternetOnly' })],
          userProfiles: [userProfile()],
          securityGroups: [...open, openGroup('sg-alice')],
        }),
      ],
      ['an open group that no workload carries (cnspec: fails)', inventory({ securityGroups: open })],
    ],
  };
}

/** `{ IpRanges: [a] }, { IpRanges: [b] }` as one object with both. */
function mergeRanges(ranges: readonly object[]): readonly object[] {
  const merged: Record<string, unknown[]> = {};
  for (const range of ranges) {
    for (const [key, value] of Object.entries(range)) merged[key] = [...(merged[key] ?? []), ...(value as unknown[])];
  }
  return [merged];
}
