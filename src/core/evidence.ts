import type { JsonValue } from './json-value.ts';

/** One fact that a verdict rests on: which API said it, where in the answer, and what it said. */
export interface Evidence {
  /** The API action that answered, such as `sagemaker:DescribeNotebookInstance`. */
  readonly source: string;
  /** Where in the answer, in AWS's own field names, such as `VpcConfig.Subnets[0]`. */
  readonly path: string;
  /** What stood there. `null` means: absent in an answer that was read completely. */
  readonly value: JsonValue;
}
