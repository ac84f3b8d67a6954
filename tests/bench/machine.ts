// What a bench knows of the machine: its cores, how much of them a process used, and how much others did meanwhile.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, setPriority } from 'node:os';

const TICKS_PER_S = 100;

/** CPU seconds that a process has used, all its threads. Linux. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}

/** CPU seconds of all processes that descend from `root` and have `name` in their command. Linux. */
export function cpuSecondsBelow(root: number, name: string): number {
  const found: { pid: number; parent: number; isNamed: boolean }[] = [];
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)))
    try {
      const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
      found.push({ pid: Number(pid), parent, isNamed: readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name) });
    } catch {
      // it ended while we looked
    }
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of found) if (family.has(parent)) family.add(pid);
  }
  return found.filter(({ pid, isNamed }) => isNamed && family.has(pid)).reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
}

/** CPU seconds that the whole machine has been busy. */
export function busySeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line.trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_S;
}

export const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** The command that runs node on one core only; plain node where there is no taskset or just one core. */
export function nodeOnCore(core: number): { command: string; args: string[] } {
  if (availableParallelism() < 2) return { command: process.execPath, args: [] };
  try {
    execFileSync('taskset', ['-c', String(core), 'true']);
    return { command: 'taskset', args: ['-c', String(core), process.execPath] };
  } catch {
    return { command: process.execPath, args: [] };
  }
}

export const machineName = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.version}`;

/**
 * Before other work on the machine, where the system lets us: what is measured should be the program, not its neighbours.
 * Linux shares cores between sessions first, so this helps a process that leads a session of its own (spawned `detached`).
 */
export function goFirst(pid: number): void {
  try {
    setPriority(pid, -20);
    writeFileSync(`/proc/${pid}/autogroup`, '-20');
  } catch {
    // an ordinary user may not; foreignCpu then tells how much was disturbed
  }
}
