import type { ReplyQuality } from '../../network/flow.ts';

/** How well answers come back, as the end of a sentence; empty where they simply do. */
export function sayReply(quality: ReplyQuality): string {
  return {
    full: '',
    intermittent: '; answers come back to some source ports only',
    'odd-ports': '; answers come back only to source ports that ordinary clients do not choose',
    'one-way': '; no answer comes back, and none is needed to send data out',
  }[quality];
}
