import { isRecord } from '../expectation.ts';
import { networkInterfaceShape, type NetworkInterface } from '../sections/network-interfaces.ts';
import { objectsIn } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { keep, listOf, rowsUnder, toldRow, type ListSource } from './source.ts';

const list = listOf<NetworkInterface>('NetworkInterfaces', networkInterfaceShape, 'NetworkInterfaceId');

/** The answer to describe-network-interfaces. */
export const networkInterfaces: ListSource & { readonly row?: NetworkInterface } = {
  ...list,
  read: (answer, file) =>
    rowsUnder(answer, 'NetworkInterfaces', list.ids, file)?.map((row) => toldRow(row, list.ids, keep(withAddresses(row), list.shape))),
};

/**
 * An interface with its addresses as a list. AWS tells the primary address, and the public one that is paired with it, twice: beside the list as
 * well. Where a file has left the list out, or what is paired with them, that counts.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html
 */
export function withAddresses(row: JsonObject): JsonObject {
  const listed = objectsIn(row, 'PrivateIpAddresses') ?? [];
  const PrivateIpAddress = textOf(row, 'PrivateIpAddress');
  const addresses = listed.length > 0 || PrivateIpAddress === undefined ? listed : [{ PrivateIpAddress, Primary: true }];
  const { Association } = row;
  if (!isRecord(Association) || addresses.some((each) => isRecord(each['Association']))) {
    return addresses === listed ? row : { ...row, PrivateIpAddresses: addresses };
  }
  const paired = addresses.find((each) => each['Primary'] === true) ?? addresses[0];
  return { ...row, PrivateIpAddresses: addresses.map((each) => (each === paired ? { ...each, Association } : each)) };
}
