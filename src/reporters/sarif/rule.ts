import type { ReportedCheck } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import { atMost } from './markdown.ts';

/** GitHub's bands are "over 9.0", 7.0 to 8.9, 4.0 to 6.9 and 0.1 to 3.9: values from the middle stay clear of the borders. */
const securitySeverity = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.0',
} as const satisfies Record<Severity, string>;

const levels = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
} as const satisfies Record<Severity, string>;

export function levelOf(severity: Severity): (typeof levels)[Severity] {
  return levels[severity];
}

/** One rule for every check that ran, also for those without a result: a viewer should see what was asked. */
export function rule(check: ReportedCheck) {
  const help = helpMarkdown(check);
  return {
    id: check.id,
    name: atMost(pascal(check.id), 255),
    shortDescription: { text: atMost(check.title, 1024) },
    fullDescription: { text: atMost(orElse(firstParagraph(check.description), check.title), 1024) },
    help: { text: help, markdown: help },
    helpUri: check.helpUri,
    defaultConfiguration: { level: levelOf(check.severity) },
    properties: {
      'security-severity': securitySeverity[check.severity],
      precision: 'high',
      tags: ['security', 'aws', 'sagemaker', check.family],
      severity: check.severity,
      family: check.family,
      requirements: check.requirements,
      controls: check.controls,
    },
  };
}

function helpMarkdown({ title, description, remediation, references, requirements, controls }: ReportedCheck): string {
  return [
    orElse(description, title),
    section('Remediation', remediation),
    section('References', references.map((url) => `- <${url}>`).join('\n')),
    section('Requirements and controls', [...requirements, ...controls].map((id) => `- ${id}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(heading: string, body: string): string {
  return body === '' ? '' : `## ${heading}\n\n${body}`;
}

function firstParagraph(text: string): string {
  return (text.split(/\n\s*\n/, 1)[0] ?? '').replace(/\s+/g, ' ').trim();
}

/** GitHub takes an empty string for a missing one. */
function orElse(text: string, fallback: string): string {
  return text.trim() === '' ? fallback : text;
}

function pascal(id: string): string {
  return id.replace(/(?:^|-+)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
