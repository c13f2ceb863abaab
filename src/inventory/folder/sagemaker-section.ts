import type { Described } from '../described.ts';
import type { JsonObject } from './json-object.ts';
import { answerOf } from './described-source.ts';
import { listOfKind } from './list-of-kind.ts';
import { described, type Explain, type SectionReader, type Unit } from './section-reader.ts';
import { firstPart } from './settle.ts';
import { listOf, type FileContext, type ShapeFor, type Source } from './source.ts';

/** What is told of a kind of SageMaker resource. */
interface Kind<Summary, Detail> {
  /** The key of its list. */
  readonly list: string;
  readonly summary: ShapeFor<NoInfer<Summary>>;
  /** The members that name one. */
  readonly by: readonly (keyof NoInfer<Summary> & string)[];
  readonly operation: `sagemaker:Describe${string}`;
  /** The member of a description that holds its ARN. */
  readonly arn: keyof NoInfer<Detail> & string;
  /** Scripts are no part of it: `more` reduces them. */
  readonly shape: ShapeFor<Omit<NoInfer<Detail>, 'OnCreate' | 'OnStart' | 'Script' | 'Steps'>>;
  /** A member that an answer has to have, where those of its name and ARN are called as in other answers. */
  readonly also?: string;
  readonly arnOf?: (id: string, unit: Unit) => string;
  /** What the ARN must hold, where its member is called as those of others are. */
  readonly arnPart?: string;
  /** How the kind stands in an ARN, where the key of its list is that of other lists, too. */
  readonly listedAlike?: string;
  readonly more?: (answer: JsonObject, file: FileContext) => object;
}

/** A section of SageMaker resources, which one call lists and another describes. */
export function sagemaker<Summary, Detail>(kind: Kind<Summary, Detail>): SectionReader<Described<Summary, Detail>> {
  const explain: Explain = {
    operation: kind.operation,
    details: [having(kind.also, answerOf(kind.arn, kind.by, kind.summary, kind.shape, kind.more, kind.arnPart))],
    settle: firstPart,
    by: kind.by,
    ...(kind.arnOf === undefined ? {} : { arn: kind.arnOf }),
  };
  const { listedAlike: arnType } = kind;
  if (arnType === undefined) return described([listOf<Summary>(kind.list, kind.summary, ...kind.by)], explain);
  return described([listOfKind({ key: kind.list, ids: kind.by, arn: kind.arn, arnType, shape: kind.summary })], explain);
}

function having(member: string | undefined, source: Source): Source {
  if (member === undefined) return source;
  return {
    ...source,
    keys: [...source.keys, member],
    read: (answer, file) => (Object.hasOwn(answer, member) ? source.read(answer, file) : undefined),
  };
}
