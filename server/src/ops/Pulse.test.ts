import { describe, expect, it } from 'vitest';
import { Pulse, type PulseSocket } from './Pulse.ts';

class FakeSocket implements PulseSocket {
  pings = 0;
  isOpen = true;
  answers = true;
  #pong = (): void => undefined;

  ping(): void {
    this.pings++;
    if (this.answers) this.#pong();
  }

  terminate(): void {
    this.isOpen = false;
  }

  on(_event: 'pong', listener: () => void): void {
    this.#pong = listener;
  }
}

function pulseOf(count: number): { pulse: Pulse; sockets: FakeSocket[] } {
  const pulse = new Pulse(10);
  const sockets = Array.from({ length: count }, () => new FakeSocket());
  for (const socket of sockets) pulse.add(socket);
  return { pulse, sockets };
}

describe('the pulse of connections', () => {
  it('[R11] everybody is asked about once a round, never many at once', () => {
    const { pulse, sockets } = pulseOf(100);
    for (let tick = 0; tick < 60; tick++) {
      const before = sockets.reduce((sum, { pings }) => sum + pings, 0);
      pulse.beat(1);
      expect(sockets.reduce((sum, { pings }) => sum + pings, 0) - before).toBeLessThanOrEqual(10);
    }
    for (const { pings } of sockets) expect(pings).toBeGreaterThanOrEqual(4);
  });

  it('[R11] a few people are asked no more often than many', () => {
    for (const count of [1, 2, 3, 25]) {
      const { pulse, sockets } = pulseOf(count);
      for (let tick = 0; tick < 60; tick++) pulse.beat(1);
      for (const { pings } of sockets) expect(Math.abs(pings - 6)).toBeLessThanOrEqual(1);
    }
  });

  it('[R11] who does not answer twice is ended, who answers stays', () => {
    const { pulse, sockets } = pulseOf(2);
    const [dead, alive] = sockets;
    if (!dead || !alive) throw new Error('two sockets are needed');
    dead.answers = false;
    for (let tick = 0; tick < 60; tick++) pulse.beat(1);
    expect([dead.isOpen, alive.isOpen]).toEqual([false, true]);
    expect(dead.pings).toBe(2);
  });

  it('[R11] who has left is not asked any more', () => {
    const { pulse, sockets } = pulseOf(1);
    const [socket] = sockets;
    if (socket) pulse.delete(socket);
    pulse.beat(100);
    expect(socket?.pings).toBe(0);
  });
});
