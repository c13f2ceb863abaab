import { checkPage } from '../core/project.ts';
import type { ReportedCheck } from '../core/report.ts';
import { allOf } from './by-type.ts';
import type { CheckDescription } from './check.ts';

/** A check as reports and `mlsec checks` describe it. */
export function reportedCheck(check: CheckDescription): ReportedCheck {
  const { id, title, family, severity, description, remediation, references } = check;
  return {
    id,
    title,
    family,
    severity,
    requirements: allOf(check.requirements),
    controls: allOf(check.controls),
    description,
    remediation,
    references,
    helpUri: checkPage(id),
  };
}
