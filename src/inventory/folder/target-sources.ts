import { targetShape } from '../sections/target-groups.ts';
import { isRecord } from '../expectation.ts';
import { objectsIn, unnamed } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { keep, type Source } from './source.ts';
import { placeTold } from './told.ts';

/** The answer to describe-target-health, which does not say which target group was asked about. */
export const targetHealth: Source = {
  keys: ['TargetHealthDescriptions'],
  fileName: 'the name of the target group alone, after `_` or at the end after `-`, or the end of its ARN',
  read(answer, file) {
    const targets = targetsIn(answer);
    if (targets === undefined) return undefined;
    return textOf(answer, 'TargetGroupArn') === undefined ? [unnamed(file, { Targets: targets })] : [told(answer, targets)];
  },
};

/** Batfish's snapshots hold the targets of every group in one file. */
export const targetHealthOfAll: Source = {
  keys: ['LoadBalancerTargetHealth'],
  read: (answer) =>
    objectsIn(answer, 'LoadBalancerTargetHealth')?.flatMap((entry) => {
      const targets = targetsIn(entry);
      return targets === undefined || textOf(entry, 'TargetGroupArn') === undefined ? [] : [told(entry, targets)];
    }),
};

function targetsIn(answer: JsonObject): readonly object[] | undefined {
  const rows = objectsIn(answer, 'TargetHealthDescriptions');
  return rows?.flatMap((row) => (isRecord(row['Target']) ? [keep(row['Target'], targetShape)] : []));
}

function told(entry: JsonObject, Targets: readonly object[]) {
  const id = textOf(entry, 'TargetGroupArn') ?? '';
  return { id, value: { Targets }, summary: { TargetGroupArn: id }, place: placeTold(entry, ['TargetGroupArn']) };
}
