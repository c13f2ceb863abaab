import type { AskedWhere } from './asked-where.ts';
import { mayHold } from './may-hold.ts';

/** Is there an endpoint in the Region that something could stand before? */
export const whereFronted: AskedWhere = {
  may: (earlier) => mayHold(earlier('endpoints'), () => true),
  otherwise: 'there is no endpoint',
};
