/** What the process says to its caller. The whole table stands in the README. */
export const exitCode = {
  clean: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
  noAudit: 4,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
