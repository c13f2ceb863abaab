import type { Described } from '../described.ts';
import { textOf } from './json-object.ts';
import { listOfKind } from './list-of-kind.ts';
import { described, type SectionReader } from './section-reader.ts';
import { firstPart } from './settle.ts';
import { keep, type ShapeFor, type Source } from './source.ts';
import { placeTold } from './told.ts';

const name = 'MonitoringJobDefinitionName';
const arn = 'MonitoringJobDefinitionArn';

/**
 * One kind of monitoring job definition. All four are listed and described under the same keys: their ARNs tell one from another, and of a list
 * without rows only the name of its file.
 *
 * @param arnType how the kind stands in an ARN, such as `data-quality-job-definition`
 */
export function monitoringDefinitions<Summary, Detail>(
  arnType: string,
  operation: `sagemaker:Describe${string}`,
  summary: ShapeFor<NoInfer<Summary>>,
  shape: ShapeFor<NoInfer<Detail>>,
): SectionReader<Described<Summary, Detail>> {
  return described<Summary, Detail>([listOfKind({ key: 'JobDefinitionSummaries', ids: [name], arn, arnType, shape: summary })], {
    operation,
    details: [answerOfKind(arnType, shape)],
    settle: firstPart,
    by: [name],
    arn: (id, { partition, account, region }) => `arn:${partition}:sagemaker:${region}:${account}:${arnType}/${id}`,
  });
}

function answerOfKind(arnType: string, shape: object): Source {
  return {
    keys: ['JobDefinitionArn', 'JobDefinitionName'],
    read(answer) {
      const [id, ownArn] = [textOf(answer, 'JobDefinitionName'), textOf(answer, 'JobDefinitionArn')];
      if (id === undefined || ownArn?.includes(`:${arnType}/`) !== true) return undefined;
      const summary = { [name]: id, [arn]: ownArn };
      return [{ id, value: keep(answer, shape), summary, place: placeTold(answer, ['JobDefinitionArn', 'JobDefinitionName']) }];
    },
  };
}
