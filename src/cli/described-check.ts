import { allOf } from '../checks/by-type.ts';
import type { AnyCheck } from '../checks/check.ts';
import { checkPage } from '../core/project.ts';
import type { ReportedCheck } from '../core/report.ts';

/** A check as reports describe it, for those who want to know the checks without a report. */
export function describedCheck(check: AnyCheck): ReportedCheck {
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
