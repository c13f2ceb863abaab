import type { TraceAnswer, TraceCut, TracePiece, TraceReport } from '../core/trace-report.ts';
import type { RenderOptions } from './reporter.ts';
import { hanging } from './terminal/layout.ts';
import { pageFor, type Page } from './terminal/page.ts';
import { counted } from './terminal/words.ts';

/** Pieces of an answer that are shown whole; JSON has them all. */
const piecesShown = 2;

/** Identifiers of EC2 fit in this. */
const widestId = 30;

/** Names in a list before the rest is counted. */
const namesShown = 5;

/** A trace for people: each question with its verdict, its path one hop a line, and what would change it. */
export function* traceText(report: TraceReport, options: RenderOptions): Generator<string, void> {
  const page = pageFor(options);
  for (const line of head(page, report)) yield `${line}\n`;
  for (const answer of report.answers) {
    yield '\n';
    for (const line of answerLines(page, answer)) yield `${line}\n`;
  }
  if (report.gaps.length === 0) return;
  yield `\n${page.paint.bold('NOT READ')}  ${counted(report.gaps.length, 'read')} would settle what is undecided\n`;
  for (const { operation, code, account, region } of report.gaps) {
    for (const line of hanging('  ', page.safe(`${operation}: ${code}, in ${account} ${region}`), page.prose)) yield `${line}\n`;
  }
}

function* head(page: Page, { subject, origins }: TraceReport): Generator<string, void> {
  yield page.paint.bold(page.safe(subject.name));
  yield* hanging('', page.safe(subject.arn), page.width, page.paint.dim);
  for (const { id, subnetId, vpcId, securityGroupIds, addresses } of origins) {
    const where = id === subnetId ? `in ${subnetId}` : `${id} in ${subnetId}`;
    const groups = securityGroupIds.length === 0 ? 'no security group' : securityGroupIds.join(', ');
    yield* hanging(
      '  ',
      page.safe(`${where} of ${vpcId}, ${groups}; ${addresses.length === 0 ? 'no address' : addresses.join(', ')}`),
      page.prose,
    );
  }
}

const questions = { egress: 'internet out', ingress: 'internet in', endpoint: 'endpoint', dns: 'DNS out', to: 'to' } as const;

function titleOf({ question, family, target }: TraceAnswer): string {
  return [questions[question], target ?? '', family === null ? '' : `IPv${family}`].filter((word) => word !== '').join(' ');
}

function* answerLines(page: Page, answer: TraceAnswer): Generator<string, void> {
  const words = page.paint.bold(answer.verdict.toUpperCase());
  yield `${colored(page, answer)}${page.safe(titleOf(answer))}  ${words}`;
  yield* hanging('  ', page.safe(answer.summary), page.prose);
  const policy = answer.policy === null ? '' : policies[answer.policy];
  if (policy !== '') yield* hanging('  ', policy, page.prose);
  const pieces = piecesToShow(answer);
  for (const piece of pieces.slice(0, piecesShown)) yield* pieceLines(page, piece);
  if (pieces.length > piecesShown)
    yield `  ${page.paint.dim(`${page.glyphs.ellipsis} and ${counted(pieces.length - piecesShown, 'other path')}; -f json has them`)}`;
  if (answer.smallestChanges.length > 0) yield* cutLines(page, answer.smallestChanges);
  if (answer.distance !== null) {
    const { changes, blockers } = answer.distance;
    yield* hanging(
      '  ',
      `${counted(changes, 'change')} between it and the internet: ${page.safe(blockers.map(({ object, detail }) => `${object} ${detail}`).join('; '))}`,
      page.prose,
    );
  }
  if (answer.pivots.length > 0) {
    yield* hanging('  ', page.safe(`it can hand data to ${listed(answer.pivots)}, which reach the internet`), page.prose);
  }
}

function colored(page: Page, { question, verdict }: TraceAnswer): string {
  const { good, bad, unsure } = page.glyphs;
  if (verdict === 'undecided') return `${page.paint.yellow(unsure)} `;
  const shut = question === 'endpoint' ? verdict === 'private' : verdict === 'blocked';
  if (question === 'to') return '';
  return shut ? `${page.paint.green(good)} ` : `${page.paint.red(bad)} `;
}

/** Those that decide: what gets through, or what may; and of what is blocked the part that got furthest. */
function piecesToShow({ verdict, pieces }: TraceAnswer): readonly TracePiece[] {
  const open = pieces.filter((piece) => piece.verdict === 'reachable');
  const doubted = pieces.filter((piece) => piece.verdict === 'undecided');
  if (verdict !== 'blocked' && verdict !== 'nowhere') return open.length > 0 ? open : doubted;
  const furthest = [...pieces].sort((a, b) => b.path.length - a.path.length);
  return furthest.slice(0, 1);
}

/** One hop a line: the object, and the very rule, route or entry; what blocks stands between bars. */
function* pieceLines(page: Page, piece: TracePiece): Generator<string, void> {
  const column = Math.min(widestId, Math.max(12, ...piece.path.map(({ id }) => id.length)));
  for (const { kind, id, detail } of piece.path) {
    const blocks = kind.startsWith('blocked-by-');
    const tint = blocks ? page.paint.red : kind === 'undecided' ? page.paint.yellow : (line: string) => line;
    const lead = blocks ? '  | ' : '    ';
    const shown = page.safe(id, 120);
    const text = `${page.safe(detail)}${blocks ? ' |' : ''}`;
    // An ARN has a line of its own: what is said of it would have no room beside it.
    if (shown.length > column) yield* hanging(lead, shown, page.width, tint);
    const start = shown.length > column ? ' '.repeat(lead.length + column + 2) : `${lead}${shown.padEnd(column)}  `;
    yield* hanging(tint(start), text, page.width, tint);
  }
  if (piece.reply !== null) {
    const traffic = [
      ...new Set(piece.traffic.map(({ protocol, ports }) => `${protocol}${ports === '0-65535' || ports === '1-65535' ? '' : ` ${ports}`}`)),
    ].join(', ');
    const text = `${traffic === '' ? '' : `${traffic}: `}${replies[piece.reply]}`;
    yield* hanging('    ', page.safe(text, 200), page.prose, page.paint.dim);
  }
}

const policies = {
  default: 'it has the default endpoint policy: data can go to any account',
  open: 'its endpoint policy lets data through to any account',
  restricted: '',
  unparsed: 'what its endpoint policy allows could not be told',
} as const;

const replies = {
  full: 'answers come back',
  intermittent: 'answers come back to some source ports only',
  'odd-ports': 'answers come back only to source ports that ordinary clients do not choose',
  'one-way': 'no answer comes back; data leaves all the same',
} as const;

function* cutLines(page: Page, cuts: readonly TraceCut[]): Generator<string, void> {
  yield `  ${page.paint.bold(cuts.length === 1 ? 'smallest change' : 'smallest changes, best first')}`;
  for (const [index, { changes, endpointsLost, othersCut }] of cuts.entries()) {
    for (const [at, { summary, commands }] of changes.entries()) {
      yield* hanging(at === 0 ? `  ${index + 1}. ` : '     and ', page.safe(summary, 400), page.prose);
      // Commands are copied: they are not broken, whatever the width.
      for (const command of commands) yield `       ${page.safe(command, 4_000)}`;
    }
    const lost = endpointsLost.length === 0 ? 'keeps every endpoint that it reaches now' : `loses ${listed(endpointsLost)}`;
    const others = othersCut.length === 0 ? 'concerns no other workload' : `also cuts off ${listed(othersCut)}`;
    yield* hanging('     ', page.safe(`${lost}; ${others}`), page.prose, page.paint.dim);
  }
}

function listed(names: readonly string[]): string {
  const rest = names.length - namesShown;
  return rest > 0 ? `${names.slice(0, namesShown).join(', ')} and ${rest} more` : names.join(', ');
}
