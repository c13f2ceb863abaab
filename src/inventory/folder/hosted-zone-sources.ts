import { hostedZoneSummaryShape, recordSetShape, type PrivateHostedZone } from '../sections/private-hosted-zones.ts';
import { namedAnswer, objectsIn, type NameRule } from './described-source.ts';
import { textOf } from './json-object.ts';
import { ownVpcs } from './names-of.ts';
import type { Unit } from './section-reader.ts';
import { fileError, keep, rowsUnder, type ListSource, type Source } from './source.ts';
import { placeBy, type Told } from './told.ts';

const zoneName: NameRule = { pattern: /Z[0-9A-Z]{8,32}/, looks: 'Z0123456789ABCDEFGHIJ' };

/** The answer to list-hosted-zones-by-vpc, which does not repeat the VPC that it was asked about. */
export const zonesOfVpc: ListSource & { readonly row?: PrivateHostedZone['summary'] } = {
  keys: ['HostedZoneSummaries'],
  fileName: 'vpc-0123456789abcdef0',
  ids: ['VpcId', 'HostedZoneId'],
  shape: hostedZoneSummaryShape,
  read(answer, file) {
    const zones = rowsUnder(answer, 'HostedZoneSummaries', ['HostedZoneId'], file);
    if (zones === undefined) return undefined;
    const VpcId = textOf(answer, 'VpcId') ?? /vpc-[0-9a-z]+/.exec(file.stem)?.[0];
    if (VpcId === undefined) {
      throw fileError(
        file,
        'HostedZoneSummaries does not say which VPC it is of',
        "put the id into the file's name: vpc-0123456789abcdef0.json",
      );
    }
    const place = placeBy(VpcId);
    const asked: Told = { id: VpcId, value: {}, place, noRow: true };
    return [
      asked,
      ...zones.map((zone) => ({
        id: `${VpcId}/${textOf(zone, 'HostedZoneId') ?? ''}`,
        value: { ...keep(zone, hostedZoneSummaryShape), VpcId },
        place,
      })),
    ];
  },
};

/** The VPCs whose zones no file lists; undefined where none is left out. */
export function vpcsWithoutZones(told: readonly Told[], unit: Unit): string | undefined {
  const asked = new Set(told.map(({ id }) => id));
  const vpcs = unit.fact('vpcs');
  if (!vpcs.known) return 'those of every VPC, which no file lists';
  const rest = ownVpcs(unit).filter(({ id }) => !asked.has(id));
  return rest.length === 0 ? undefined : `those of ${rest.map(({ id }) => id).join(', ')}`;
}

/** The answer to list-resource-record-sets. */
export const recordSets: Source = namedAnswer(['ResourceRecordSets'], 'HostedZoneId', zoneName, (answer) => {
  const records = objectsIn(answer, 'ResourceRecordSets');
  return records === undefined ? undefined : { ResourceRecordSets: records.map((record) => keep(record, recordSetShape)) };
});
