import { known } from '../inventory/fact.ts';
import type { Collector } from './collector.ts';

/** The session has asked already: without an identity there is none. */
export default {
  section: 'callerIdentity',
  after: [],
  actions: ['sts:GetCallerIdentity'],
  collect: async (session) => ({
    fact: known([{ Account: session.account, Arn: session.callerArn }]),
    ledger: [{ operation: session.namedBy, calls: 1, complete: true }],
    notes: [],
  }),
} satisfies Collector<'callerIdentity'>;
