import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountWith, notebook } from '../support/aws/build-account.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { auditJson, type JsonReport } from './report-of.ts';

/**
 * Each combination that AWS accepts (without direct internet access a notebook needs a subnet), and what is right.
 * One widespread scanner read the wrong one of these two fields for four years.
 */
const combinations = [
  { internet: 'Enabled', root: 'Enabled', subnet: false, wrong: ['EGR-1', 'ROOT-1', 'VPC-1'] },
  { internet: 'Enabled', root: 'Disabled', subnet: false, wrong: ['EGR-1', 'VPC-1'] },
  { internet: 'Enabled', root: 'Enabled', subnet: true, wrong: ['EGR-1', 'ROOT-1'] },
  { internet: 'Enabled', root: 'Disabled', subnet: true, wrong: ['EGR-1'] },
  { internet: 'Disabled', root: 'Enabled', subnet: true, wrong: ['ROOT-1'] },
  { internet: 'Disabled', root: 'Disabled', subnet: true, wrong: [] },
] as const;

const nameOf = ({ internet, root, subnet }: (typeof combinations)[number]): string => `internet-${internet}-root-${root}-subnet-${subnet}`;

/** What these settings decide; later checks ask about others. */
const lookedAt = new Set(['EGR-1', 'ROOT-1', 'TEN-1', 'VPC-1', 'VPC-14']);

let aws: Loopback;
let report: JsonReport;

beforeAll(async () => {
  aws = await startLoopback(
    accountWith({
      NotebookInstances: combinations.map((combination) =>
        notebook(nameOf(combination), {
          DirectInternetAccess: combination.internet,
          RootAccess: combination.root,
          ...(combination.subnet ? {} : { SubnetId: undefined, SecurityGroups: undefined, NetworkInterfaceId: undefined }),
        }),
      ),
    }),
  );
  ({ report } = await auditJson(aws));
});
afterAll(() => aws.close());

it.each(combinations)('internet $internet, root $root, subnet $subnet', (combination) => {
  const about = report.findings.filter(({ resource }) => resource.name === nameOf(combination));
  const decided = (status: string): readonly string[] =>
    about
      .filter((finding) => finding.status === status)
      .flatMap(({ requirements }) => requirements)
      .filter((id) => lookedAt.has(id));
  const wrong: readonly string[] = combination.wrong;
  expect([...decided('fail')].sort()).toEqual([...wrong].sort());
  const right = [...lookedAt].filter((id) => !wrong.includes(id) && (id !== 'VPC-14' || combination.subnet));
  expect([...decided('pass')].sort()).toEqual(right);
  expect(decided('unknown')).toEqual([]);
  expect(decided('not-applicable')).toEqual(combination.subnet ? [] : ['VPC-14']);
});
