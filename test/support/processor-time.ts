/** A stop watch that counts the processor time of this process: what else the machine does never fails a test. */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  /** Milliseconds since the start. */
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
