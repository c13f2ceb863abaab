/** Milliseconds of processor time that this process has taken so far: what else the machine does disturbs it less than the time of a clock. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
