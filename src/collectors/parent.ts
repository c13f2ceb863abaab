import type { SectionName } from '../inventory/sections.ts';
import type { EarlierFacts } from './collector.ts';
import { mayHold } from './may-hold.ts';

/** What a resource is made within, and does not outlive. */
export interface Parent {
  readonly section: SectionName;
  /** What the ledger says where there is none: `there is no domain`. */
  readonly otherwise: string;
}

/** Is there, as far as anybody can tell, no parent, so that its children need not be asked for? False where the parents could not be listed to the end. */
export function isChildless<P extends Parent>(parent: P | undefined, earlier: EarlierFacts): parent is P {
  return parent !== undefined && !mayHold<unknown>(earlier(parent.section), () => true);
}

/**
 * AWS deletes a domain only once all its user profiles and spaces are deleted.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/gs-studio-delete-domain.html
 */
export const domainOfChild: Parent = { section: 'domains', otherwise: 'there is no domain' };
