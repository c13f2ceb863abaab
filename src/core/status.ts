/**
 * What a check answers about one resource.
 *
 * `unknown` is never a softer pass: it says that an answer from AWS is missing, or that this version does not understand the one it got.
 */
export const statuses = ['fail', 'unknown', 'pass', 'not-applicable'] as const;

export type Status = (typeof statuses)[number];
