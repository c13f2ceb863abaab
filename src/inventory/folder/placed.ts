import { exitCode } from '../../core/exit-code.ts';
import { MlsecError } from '../../core/mlsec-error.ts';
import { globalRegion, sectionCatalogue } from '../sections.ts';
import { accountsOf } from './account-of.ts';
import type { Answer, ReadFile } from './read-file.ts';
import { placeBy, type Told } from './told.ts';

/** What a file tells one section of one account and Region. */
export interface PlacedAnswer extends Answer {
  readonly account: string;
  readonly region: string;
}

/**
 * Every answer with its account and its Region.
 *
 * The Region is the folder's that is named after one; else each row's own, that of what the row belongs to, that in the file's name, that of the
 * other rows of the file, of the files beside it, of the whole folder, wherever these agree; else the fallback. A Region is never guessed.
 *
 * @param fallback the Region of what does not tell its own
 * @throws MlsecError usage, naming the file that does not tell
 */
export function placed(files: readonly ReadFile[], fallback: string | undefined): readonly PlacedAnswer[] {
  const accountOf = accountsOf(files);
  const regional = files.flatMap(({ answers }) => answers.filter(({ section }) => sectionCatalogue[section].scope === 'region'));
  const anchors = anchorsOf(regional);
  const regionOf = (answer: Answer, told: Told): string | undefined =>
    answer.place.region ?? told.place.region ?? linked(told, anchors) ?? answer.place.likelyRegion ?? told.place.likely;

  const whole = new Set<string>();
  const beside = new Map<string, Set<string>>();
  for (const answer of regional) {
    for (const region of regionsTold(answer, regionOf)) {
      whole.add(region);
      const folder = folderOf(answer);
      beside.set(folder, (beside.get(folder) ?? new Set()).add(region));
    }
  }

  return files.flatMap(({ answers }) =>
    answers.flatMap((answer) => {
      const account = accountOf(answer.place);
      if (sectionCatalogue[answer.section].scope === 'account') return [{ ...answer, account, region: globalRegion }];
      const rest =
        answer.place.region ??
        answer.place.likelyRegion ??
        only(regionsTold(answer, regionOf)) ??
        only(beside.get(folderOf(answer)) ?? new Set()) ??
        only(whole) ??
        fallback;
      return split(answer, (told) => regionOf(answer, told) ?? rest).map((part) => ({ ...part, account }));
    }),
  );
}

/** The parts of an answer by Region; an empty one is empty in the Region that it was asked in. */
function split(answer: Answer, regionOf: (told: Told) => string | undefined): readonly (Answer & { readonly region: string })[] {
  const nothing: Told = { id: '', value: {}, place: placeBy() };
  const parts = new Map<string, Told[]>();
  for (const told of answer.told.length === 0 ? [nothing] : answer.told) {
    const region = regionOf(told);
    if (region === undefined) throw untold(answer);
    const part = parts.get(region) ?? [];
    parts.set(region, part);
    if (told !== nothing) part.push(told);
  }
  return [...parts].map(([region, told]) => ({ ...answer, region, told }));
}

function untold({ path }: Answer): MlsecError {
  return new MlsecError(
    exitCode.usage,
    `${path}: cannot tell which Region it was read in`,
    'put the file into a folder named after its Region, such as us-west-2, or pass the Region with --region',
  );
}

function regionsTold(answer: Answer, regionOf: (answer: Answer, told: Told) => string | undefined): ReadonlySet<string> {
  const ofPath = answer.place.region ?? answer.place.likelyRegion;
  if (answer.told.length === 0) return new Set(ofPath === undefined ? [] : [ofPath]);
  return new Set(answer.told.flatMap((told) => regionOf(answer, told) ?? []));
}

/** Which Region identifiers belong to: those of rows that tell theirs, and of what these rows lie in. */
function anchorsOf(answers: readonly Answer[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const waiting: Told[] = [];
  const anchor = (told: Told, region: string): void => {
    for (const id of [told.id, ...told.place.within]) if (!anchors.has(id)) anchors.set(id, region);
  };
  for (const answer of answers) {
    for (const told of answer.told) {
      const region = answer.place.region ?? told.place.region;
      if (region === undefined) waiting.push(told);
      else anchor(told, region);
    }
  }
  // A route table of a transit gateway tells its gateway, which tells its Region; nothing hangs on a longer chain.
  for (const told of waiting) {
    const region = linked(told, anchors) ?? told.place.likely;
    if (region !== undefined) anchor(told, region);
  }
  return anchors;
}

function linked(told: Told, anchors: ReadonlyMap<string, string>): string | undefined {
  for (const id of [told.id, ...told.place.links]) {
    const region = anchors.get(id);
    if (region !== undefined) return region;
  }
  return undefined;
}

function folderOf({ path }: Answer): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function only(set: ReadonlySet<string>): string | undefined {
  return set.size === 1 ? [...set][0] : undefined;
}
