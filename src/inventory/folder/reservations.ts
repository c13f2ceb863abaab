import { isRecord } from '../expectation.ts';
import { networkInterfaceShape, type NetworkInterface } from '../sections/network-interfaces.ts';
import { objectsIn } from './described-source.ts';
import { withAddresses } from './interface-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { keep, type Source } from './source.ts';
import { placeTold, type Told } from './told.ts';

const id = ['NetworkInterfaceId'];

/**
 * The answer to describe-instances: instances are no section, but their network interfaces are rows of one, and here it says whose they are.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterface.html
 */
export const reservations: Source = {
  keys: ['Reservations'],
  read: (answer) => {
    const list = objectsIn(answer, 'Reservations');
    if (list === undefined || list.some((row) => objectsIn(row, 'Instances') === undefined)) return undefined;
    return list.flatMap((row) => (objectsIn(row, 'Instances') ?? []).flatMap((instance) => interfacesOf(instance, textOf(row, 'OwnerId'))));
  },
};

function interfacesOf(instance: JsonObject, owner: string | undefined): readonly Told[] {
  const instanceId = textOf(instance, 'InstanceId');
  return (objectsIn(instance, 'NetworkInterfaces') ?? []).flatMap((row) => {
    const interfaceId = textOf(row, 'NetworkInterfaceId');
    if (interfaceId === undefined || instanceId === undefined) return [];
    const zone = isRecord(instance['Placement']) ? instance['Placement']['AvailabilityZone'] : undefined;
    const attachment = isRecord(row['Attachment']) ? row['Attachment'] : {};
    const whole = {
      ...(zone === undefined ? {} : { AvailabilityZone: zone }),
      ...(owner === undefined ? {} : { OwnerId: owner }),
      ...row,
      Attachment: { InstanceId: instanceId, ...(owner === undefined ? {} : { InstanceOwnerId: owner }), ...attachment },
    };
    return [{ id: interfaceId, value: keep(withAddresses(whole), networkInterfaceShape), place: placeTold(whole, id) }];
  });
}

/** The row with the instance that it is attached to, where the row itself does not say. */
export function withInstance(row: NetworkInterface, fromInstances: NetworkInterface | undefined): NetworkInterface {
  if (fromInstances?.Attachment === undefined || row.Attachment?.InstanceId !== undefined) return row;
  return { ...row, Attachment: { ...row.Attachment, ...fromInstances.Attachment } };
}
