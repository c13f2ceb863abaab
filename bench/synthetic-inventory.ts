import { known } from '../src/inventory/fact.ts';
import type { AnySectionRecord, Inventory } from '../src/inventory/inventory.ts';
import { globalRegion, sectionCatalogue, sectionNames, type Sections } from '../src/inventory/sections.ts';
import type { TrainingJob } from '../src/inventory/sections/training-jobs.ts';
import { account, mainTable, model, notebook, region, securityGroup, subnet, trainingJob, vpc } from '../test/support/rows.ts';

const subnets = Array.from({ length: 200 }, (_, at) =>
  subnet({ SubnetId: `subnet-${at}`, VpcId: `vpc-${at % 10}`, CidrBlock: `10.${at}.0.0/24` }),
);
const groups = Array.from({ length: 80 }, (_, at) => securityGroup({ GroupId: `sg-${at}` }));

/**
 * A Region with this many workloads, one in ten a notebook or a model and the others training jobs, over 200 subnets and 80 security groups. The
 * jobs are made anew each time they are walked, as those of a large account would be read from a file.
 *
 * @param tenth how many notebooks there are, and how many models
 */
export function syntheticInventory(workloads: number, tenth = Math.round(workloads / 20)): Inventory {
  const placed = (at: number) => ({ Subnets: [`subnet-${at % 200}`], SecurityGroupIds: [`sg-${at % 80}`] });
  const jobs: Iterable<TrainingJob> = {
    *[Symbol.iterator]() {
      for (let at = 2 * tenth; at < workloads; at += 1) {
        yield trainingJob(
          `job-${at}`,
          { VpcConfig: placed(at), EnableNetworkIsolation: at % 3 > 0 },
          at % 20 === 0 ? 'InProgress' : 'Completed',
        );
      }
    },
  };
  const rows: Partial<Sections> = {
    vpcs: Array.from({ length: 10 }, (_, at) => vpc({ VpcId: `vpc-${at}` })),
    subnets,
    securityGroups: groups,
    routeTables: Array.from({ length: 10 }, (_, at) => mainTable([], { RouteTableId: `rtb-${at}`, VpcId: `vpc-${at}` })),
    notebookInstances: Array.from({ length: tenth }, (_, at) =>
      notebook(`nb-${at}`, { SubnetId: `subnet-${at % 200}`, SecurityGroups: [`sg-${at % 80}`] }),
    ),
    models: Array.from({ length: tenth }, (_, at) => model(`model-${at}`, { VpcConfig: placed(at) })),
    trainingJobs: jobs,
  };
  const record = (section: (typeof sectionNames)[number]): AnySectionRecord =>
    ({
      account,
      region: sectionCatalogue[section].scope === 'account' ? globalRegion : region,
      section,
      fact: known(rows[section] ?? []),
      ledger: [],
      notes: [],
    }) as AnySectionRecord;
  return {
    header: {
      accounts: [account],
      regions: [region],
      partition: 'aws',
      startedAt: '2026-11-24T08:00:00.000Z',
      completedAt: '2026-11-24T08:00:09.000Z',
      since: null,
      interrupted: false,
    },
    sections: sectionNames.map(record),
  };
}
