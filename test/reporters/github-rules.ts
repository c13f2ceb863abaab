/* oxlint-disable typescript/no-explicit-any -- the file under test is read as GitHub reads it: as any JSON */

/**
 * What GitHub code scanning asks of a SARIF file, rule by rule, as its documentation has it. Returns what it would object to.
 * https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
export function objections(log: any): readonly string[] {
  return [...ofLog(log)];
}

function* ofLog(log: any): Generator<string> {
  yield* ofFile(log);
  for (const run of log.runs) {
    yield* ofRun(run);
    for (const rule of run.tool.driver.rules) yield* ofRule(rule);
    for (const result of run.results) yield* ofResult(result, run);
  }
}

function* ofFile(log: any): Generator<string> {
  if (log.$schema !== 'https://json.schemastore.org/sarif-2.1.0.json') yield '$schema';
  if (log.version !== '2.1.0') yield 'version';
  if (!Array.isArray(log.runs) || log.runs.length === 0 || log.runs.length > 20) yield 'runs: 1 to 20';
}

function* ofRun({ tool, results, automationDetails, invocations }: any): Generator<string> {
  if (!isText(tool?.driver?.name)) yield 'driver.name';
  if (!/^\d+\.\d+\.\d+/.test(tool.driver.semanticVersion)) yield 'driver.semanticVersion';
  if (!isText(tool.driver.fullName)) yield 'driver.fullName';
  if (!tool.driver.informationUri?.startsWith('https:')) yield 'driver.informationUri';
  if (!Array.isArray(tool.driver.rules) || tool.driver.rules.length > 25_000) yield 'driver.rules: an array of at most 25,000';
  if (!Array.isArray(results) || results.length > 25_000) yield 'results: an array of at most 25,000';
  if (!/^mlsec\/.+\/$/.test(automationDetails?.id)) yield 'automationDetails.id: category/run';
  if (typeof invocations?.[0]?.executionSuccessful !== 'boolean') yield 'executionSuccessful';
  const hashes = results.map((result: any) => result.ruleId + result.partialFingerprints?.primaryLocationLineHash);
  if (new Set(hashes).size !== hashes.length) yield 'two alerts with one fingerprint';
}

function* ofRule(rule: any): Generator<string> {
  const at = `rule ${rule.id}: `;
  if (!isText(rule.id)) yield `${at}id`;
  if (!/^[A-Z][A-Za-z0-9]{0,254}$/.test(rule.name)) yield `${at}name: PascalCase, at most 255`;
  if (!isText(rule.shortDescription?.text, 1024)) yield `${at}shortDescription: 1 to 1,024`;
  if (!isText(rule.fullDescription?.text, 1024)) yield `${at}fullDescription: 1 to 1,024`;
  if (!isText(rule.help?.text)) yield `${at}help.text`;
  if (!isText(rule.help?.markdown)) yield `${at}help.markdown`;
  if (!['error', 'warning', 'note', 'none'].includes(rule.defaultConfiguration?.level)) yield `${at}level`;
  const { tags, precision, 'security-severity': severity } = rule.properties;
  if (!tags.includes('security') || tags.length > 10) yield `${at}tags: at most 10, security among them`;
  if (!['very-high', 'high', 'medium', 'low'].includes(precision)) yield `${at}precision`;
  if (typeof severity !== 'string' || !(Number(severity) >= 0 && Number(severity) <= 10))
    yield `${at}security-severity: a string, 0.0 to 10.0`;
}

function* ofResult(result: any, run: any): Generator<string> {
  const at = `result ${result.ruleId}: `;
  const rule = run.tool.driver.rules[result.ruleIndex];
  if (rule?.id !== result.ruleId) yield `${at}ruleIndex`;
  if (!isText(result.message?.text)) yield `${at}message.text`;
  if (!/^[0-9a-f]{16}:\d+$/.test(result.partialFingerprints?.primaryLocationLineHash)) yield `${at}primaryLocationLineHash`;
  if (!['error', 'warning', 'note', 'none'].includes(result.level)) yield `${at}level`;
  if (!(result.locations?.length >= 1 && result.locations.length <= 1000)) yield `${at}locations: 1 to 1,000`;
  const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
  if (!isRelativePath(artifactLocation?.uri)) yield `${at}uri: relative, valid, of a file`;
  for (const field of ['startLine', 'startColumn', 'endLine', 'endColumn']) {
    if (!(region?.[field] >= 1)) yield `${at}region.${field}`;
  }
}

function isText(text: unknown, limit = Infinity): boolean {
  return typeof text === 'string' && text.trim().length > 0 && text.length <= limit;
}

/** Relative, of RFC 3986's characters, and a plain path even for somebody who decodes it first. */
export function isRelativePath(uri: unknown): boolean {
  if (typeof uri !== 'string' || uri.length > 1024 || !/^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$/.test(uri)) return false;
  const decoded = decodeURIComponent(uri);
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u.test(decoded) && decoded.split('/').every((segment) => !['', '.', '..'].includes(segment));
}
