import { describe, expect, it } from 'vitest';
import { known } from '../../src/inventory/fact.ts';
import { workloadsOf } from '../../src/workloads/workloads.ts';
import { account, endpointConfig, model, notebook, region } from '../support/rows.ts';

const where = { partition: 'aws', account, region };
const notebooks = (count: number) => known(Array.from({ length: count }, (_, at) => notebook(`nb-${at}`)));

describe('the views of workloads', () => {
  it('are made once of the same facts', () => {
    const notebookInstances = notebooks(3);
    const [before, again] = [[...workloadsOf({ notebookInstances }, where)], [...workloadsOf({ notebookInstances }, where)]];
    expect(before.map(({ resource }) => resource.name)).toEqual(['nb-0', 'nb-1', 'nb-2']);
    expect(again.every((workload, at) => workload === before[at])).toBe(true);
  });

  it('are others for other facts, and for the same seen from elsewhere', () => {
    const notebookInstances = notebooks(1);
    const names = (facts: Parameters<typeof workloadsOf>[0], at = where) =>
      [...workloadsOf(facts, at)].map(({ resource }) => resource.region);
    expect(names({ notebookInstances })).toEqual([region]);
    expect(names({ notebookInstances }, { ...where, region: 'us-east-2' })).toEqual(['us-east-2']);
    expect(names({ notebookInstances: notebooks(2) })).toHaveLength(2);
  });

  it('know by which other sections they were made', () => {
    const models = known([model('m-1')]);
    const serverless = known([
      endpointConfig('c-1', {
        ProductionVariants: [{ VariantName: 'v', ModelName: 'm-1', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 1 } }],
      }),
    ]);
    const limitsWith = (configs: typeof serverless) =>
      [...workloadsOf({ models, endpointConfigs: configs }, where)].map(({ limits }) => limits);
    expect(limitsWith(known([]))).toEqual([{ known: true, value: undefined }]);
    expect(limitsWith(serverless)).toMatchObject([{ known: true, value: { vpc: expect.stringContaining('serverless') } }]);
  });

  it('are not kept where there are very many', () => {
    const views = (count: number) => {
      const facts = { notebookInstances: notebooks(count) };
      const [first] = workloadsOf(facts, where);
      const [again] = workloadsOf(facts, where);
      return first === again;
    };
    expect(views(2_000)).toBe(true);
    expect(views(2_001)).toBe(false);
  });
});
