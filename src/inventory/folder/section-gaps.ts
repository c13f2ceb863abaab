import type { Gap } from '../../core/gap.ts';
import { permissionFor } from '../../core/permission-for.ts';
import { sectionCatalogue, type SectionName } from '../sections.ts';
import { awsCommand, fileFor } from './aws-command.ts';
import type { Explain, Unit } from './section-reader.ts';

/** No file of the folder says which rows there are. */
export function notCollected(section: SectionName, unit: Unit): Gap {
  const { operation } = sectionCatalogue[section];
  return gap(unit, operation, 'NotCollected', `no file in the folder answers ${operation}; run: ${commandFor(section)}`);
}

/** Every file of the section says that there is more. */
export function cutOff(section: SectionName, unit: Unit): Gap {
  const { operation } = sectionCatalogue[section];
  return gap(
    unit,
    operation,
    'Truncated',
    `the last page of ${operation} is not in the folder; run, without a limit: ${commandFor(section)}`,
  );
}

/** The files of the section are whole, but do not make the whole section. */
export function leftOut(section: SectionName, unit: Unit, lacks: string): Gap {
  const { operation } = sectionCatalogue[section];
  return gap(unit, operation, 'NotCollected', `the files that answer ${operation} leave out ${lacks}; run: ${commandFor(section)}`);
}

/** The command that gives a section, with the file to put its answer into. */
export function commandFor(section: SectionName): string {
  const { operation } = sectionCatalogue[section];
  const command = awsCommand(operation);
  return `${section === 'classicLoadBalancers' ? command.replace('elbv2', 'elb') : command} > ${fileFor(operation)}`;
}

/** What the files leave out of the explanation of a row, where they tell a part of it. */
export interface DetailLack {
  readonly what: string;
  readonly cut: boolean;
}

export interface ExplainedRow {
  readonly id: string;
  readonly summary: object;
}

/**
 * A row that no file explains, or not wholly.
 *
 * @param unmatched files that explain some row and do not say which
 */
export function detailGap(
  { id, summary }: ExplainedRow,
  explain: Explain,
  unit: Unit,
  lack?: DetailLack,
  unmatched: readonly string[] = [],
): Gap {
  const { operation } = explain;
  const what = lack === undefined ? `no file in the folder answers ${operation} for ${id}` : `the files on ${id} do not tell ${lack.what}`;
  const lost = unmatched.length === 0 ? '' : `, unless ${unmatched.slice(0, 3).join(', ')} does, whose name does not say so`;
  const command = awsCommand(operation, parametersOf(id, summary, explain));
  const code = lack?.cut === true ? 'Truncated' : 'NotCollected';
  return gap(unit, operation, code, `${what}${lost}; run: ${command}`, explain.arn?.(id, unit) ?? arnIn(summary) ?? id);
}

function parametersOf(id: string, summary: object, { by }: Explain): Readonly<Record<string, string>> {
  return Object.fromEntries(
    by.map((member) => {
      const value = (summary as Readonly<Record<string, unknown>>)[member];
      return [member, typeof value === 'string' ? value : id];
    }),
  );
}

function arnIn(summary: object): string | undefined {
  const found: unknown = Object.entries(summary).find(([member]) => member.endsWith('Arn'))?.[1];
  return typeof found === 'string' ? found : undefined;
}

function gap({ account, region }: Unit, operation: string, code: string, message: string, resource: string | null = null): Gap {
  return { operation, code, message, permission: permissionFor(operation), account, region, resource };
}
