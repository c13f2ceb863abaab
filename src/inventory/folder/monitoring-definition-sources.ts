import type { Described } from '../described.ts';
import { textOf } from './json-object.ts';
import { described, type SectionReader } from './section-reader.ts';
import { firstPart } from './settle.ts';
import { keep, rowsUnder, toldRow, type FileContext, type ListSource, type ShapeFor, type Source } from './source.ts';
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
  return described<Summary, Detail>([listOfKind(arnType, summary)], {
    operation,
    details: [answerOfKind(arnType, shape)],
    settle: firstPart,
    by: [name],
    arn: (id, { partition, account, region }) => `arn:${partition}:sagemaker:${region}:${account}:${arnType}/${id}`,
  });
}

function listOfKind(arnType: string, shape: object): ListSource {
  const key = 'JobDefinitionSummaries';
  return {
    keys: [key],
    fileName: `${arnType}s, where the list is empty`,
    ids: [name],
    shape,
    read(answer, file) {
      const rows = rowsUnder(answer, key, [name], file);
      if (rows === undefined) return undefined;
      const [first] = rows;
      const isOfKind = first === undefined ? isCalled(file, arnType) : textOf(first, arn)?.includes(`:${arnType}/`) === true;
      return isOfKind ? rows.map((row) => toldRow(row, [name], keep(row, shape))) : undefined;
    },
  };
}

/** `ListDataQualityJobDefinitions` as well as `data-quality-job-definitions`. */
function isCalled({ stem }: FileContext, arnType: string): boolean {
  return letters(stem).includes(letters(arnType));
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
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
