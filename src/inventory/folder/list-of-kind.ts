import { textOf } from './json-object.ts';
import { keep, rowsUnder, toldRow, type FileContext, type ListSource } from './source.ts';

/** A list whose key is that of other lists, too. */
export interface SharedList {
  readonly key: string;
  /** The members that name a row, and the one that holds its ARN. */
  readonly ids: readonly string[];
  readonly arn: string;
  /** How the kind stands in an ARN, such as `data-quality-job-definition`. */
  readonly arnType: string;
  readonly shape: object;
}

/** Such a list: the ARN of its first row tells of which kind it is, and of a list without rows only the name of its file. */
export function listOfKind({ key, ids, arn, arnType, shape }: SharedList): ListSource {
  return {
    keys: [key],
    fileName: `${arnType}s, where the list is empty`,
    ids,
    shape,
    read(answer, file) {
      const rows = rowsUnder(answer, key, ids, file);
      if (rows === undefined) return undefined;
      const [first] = rows;
      const isOfKind = first === undefined ? isCalled(file, arnType) : textOf(first, arn)?.includes(`:${arnType}/`) === true;
      return isOfKind ? rows.map((row) => toldRow(row, ids, keep(row, shape))) : undefined;
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
