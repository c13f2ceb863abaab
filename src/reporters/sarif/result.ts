import type { Finding } from '../../core/finding.ts';
import type { Status } from '../../core/status.ts';
import { evidenceText, stepText } from '../evidence-text.ts';
import { resourceLocation } from './location.ts';
import { messageText } from './markdown.ts';
import { levelOf } from './rule.ts';

const kinds = {
  fail: 'fail',
  unknown: 'open',
  pass: 'pass',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Status, string>;

/** A message is read in a narrow column; the whole evidence stands in the properties. */
const linesLimit = 12;

/**
 * One verdict as a SARIF result.
 *
 * @param ruleIndex the place of its check among the rules, when it stands there
 */
export function result(finding: Finding, ruleIndex: number | undefined) {
  const { resource, fingerprint } = finding;
  return {
    ruleId: finding.checkId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    kind: kinds[finding.status],
    // SARIF allows a level only to what failed.
    level: finding.status === 'fail' ? levelOf(finding.severity) : 'none',
    message: { text: message(finding) },
    locations: [resourceLocation(resource)],
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
      'mlsecFinding/v1': fingerprint,
    },
    properties: {
      account: resource.account,
      region: resource.region,
      arn: resource.arn,
      resourceType: resource.type,
      severity: finding.severity,
      requirements: finding.requirements,
      controls: finding.controls,
      evidence: finding.evidence,
      ...(finding.missing.length === 0 ? {} : { missing: finding.missing }),
    },
  };
}

/** The first line must do as a title: which resource, and what is wrong with it. What proves it follows. */
function message(finding: Finding): string {
  const { name } = finding.resource;
  const said = messageText(finding.message, 600);
  return [
    sentence(finding.message.startsWith(name) ? said : `${messageText(name, 120)}: ${said}`),
    ...some(finding.evidence.map((entry) => `Evidence: ${messageText(`${evidenceText(entry)} (${entry.source})`)}`)),
    ...some(finding.path.map((step, index) => `Hop ${index + 1}: ${messageText(stepText(step))}`)),
  ].join('\n');
}

function some(lines: readonly string[]): readonly string[] {
  if (lines.length <= linesLimit) return lines;
  return [...lines.slice(0, linesLimit), `… and ${lines.length - linesLimit} more`];
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
