import type { GetManagedPrefixListEntriesResult, ManagedPrefixList } from '@aws-sdk/client-ec2';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html */
export const prefixListSummaryShape = shapeOf<ManagedPrefixList>()({
  PrefixListId: true,
  PrefixListArn: true,
  PrefixListName: true,
  AddressFamily: true,
  OwnerId: true,
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export const prefixListEntriesShape = shapeOf<GetManagedPrefixListEntriesResult>()({ Entries: { Cidr: true } });

/** A prefix list that a security group or route table of the Region names. */
export type PrefixList = Described<
  Selected<ManagedPrefixList, typeof prefixListSummaryShape>,
  Selected<GetManagedPrefixListEntriesResult, typeof prefixListEntriesShape>
>;
