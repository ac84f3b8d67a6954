import { CLOSE } from '@comptoir/shared/protocol/http';
import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, type ConnectionSink } from './Connection.ts';

/** What the framework answers when it has no such room. */
const NO_ROOM = Object.assign(new Error('room not found'), { code: 522 });

/** Stands for the SDK's room: remembers what was asked of it, says what the test tells it to say. */
class FakeRoom {
  readonly reconnection = { enabled: true };
  readonly connection = { close: vi.fn() };
  readonly leave = vi.fn(async () => CLOSE.left);
  readonly send = vi.fn();
  readonly #listeners = new Map<string | number, (message: unknown) => void>();
  #closed: ((code: number) => void) | undefined;

  onMessage(type: string | number, listener: (message: unknown) => void): void {
    this.#listeners.set(type, listener);
  }
  onLeave(listener: (code: number) => void): void {
    this.#closed = listener;
  }
  onStateChange(): void {}
  onError(): void {}
  removeAllListeners(): void {
    this.#listeners.clear();
    this.#closed = undefined;
  }
  says(type: string | number, message: unknown = {}): void {
    this.#listeners.get(type)?.(message);
  }
  closes(code: number): void {
    this.#closed?.(code);
  }
}

interface Join {
  options: Record<string, unknown>;
  room: FakeRoom;
  open(): Promise<FakeRoom>;
  refuse(error: unknown): Promise<void>;
}

const sdk = vi.hoisted(() => ({ joins: [] as Join[] }));
vi.mock('@colyseus/sdk', () => ({
  Client: class {
    joinById(_roomId: string, options: Record<string, unknown>): Promise<FakeRoom> {
      return new Promise((resolve, reject) => {
        const room = new FakeRoom();
        const open = async (): Promise<FakeRoom> => {
          resolve(room);
          await settled();
          return room;
        };
        const refuse = async (error: unknown): Promise<void> => {
          reject(error);
          await settled();
        };
        sdk.joins.push({ options, room, open, refuse });
      });
    }
  },
}));

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

async function joinAt(index: number): Promise<Join> {
  await settled();
  const join = sdk.joins[index];
  if (!join) throw new Error(`there was no join number ${index}`);
  return join;
}

function newConnection() {
  const welcomed = vi.fn<(welcome: ServerMessages['welcome']) => void>();
  const isGone = vi.fn(async () => false);
  const sink = {
    welcome: welcomed,
    message() {},
    state() {},
    frame() {},
    digest() {},
    note() {},
    heartbeat() {},
    isGone,
  } satisfies ConnectionSink;
  const options = { name: 'Ada', trade: '', appearance: '' };
  return { connection: new Connection('http://office.test', sink, () => ({ roomId: 'r', options })), welcomed, isGone };
}

async function online() {
  const { connection, welcomed, isGone } = newConnection();
  const joining = connection.join();
  const room = await (await joinAt(0)).open();
  expect(await joining).toEqual({ ok: true });
  room.says('welcome');
  return { connection, room, welcomed, isGone };
}

beforeEach(() => {
  vi.useFakeTimers();
  sdk.joins.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the connection', () => {
  it('[R5] an attempt that was given up and gets through late is closed, and the newer one stays', async () => {
    const { connection, room } = await online();
    room.closes(1006);
    const late = await joinAt(1);
    connection.reconnectNow();
    const newer = await (await joinAt(2)).open();
    newer.says('welcome');
    await late.open();
    late.room.closes(CLOSE.movedToAnotherTab);
    expect(connection.phase.peek()).toBe('online');
    expect(late.room.connection.close).toHaveBeenCalled();
    expect(late.room.reconnection.enabled).toBe(false);
    expect(late.room.leave).not.toHaveBeenCalled();
    expect(newer.connection.close).not.toHaveBeenCalled();
  });

  it('[R5] only one attempt at a time goes on being repeated', async () => {
    const { connection, room } = await online();
    room.closes(1006);
    connection.reconnectNow();
    connection.reconnectNow();
    expect(sdk.joins).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(8000 + 2 * tuning.retryMs);
    expect(sdk.joins).toHaveLength(5);
  });

  it('[R7] who leaves while coming back does not come back', async () => {
    const { connection, room, welcomed } = await online();
    room.closes(1006);
    const back = await joinAt(1);
    connection.leave();
    await back.open();
    back.room.says('welcome');
    expect(connection.phase.peek()).toBe('ended');
    expect(welcomed).toHaveBeenCalledTimes(1);
    expect(back.room.leave).toHaveBeenCalled();
  });

  it('[R7] who leaves while coming in for the first time does not come in', async () => {
    const { connection } = newConnection();
    const joining = connection.join();
    const first = await joinAt(0);
    connection.leave();
    await first.open();
    expect(await joining).toHaveProperty('refused');
    expect(first.room.leave).toHaveBeenCalled();
  });

  it('[R5] a line that falls silent before the welcome is given up like any other', async () => {
    const { connection } = newConnection();
    void connection.join();
    await (await joinAt(0)).open();
    await vi.advanceTimersByTimeAsync(tuning.lostMs + 2 * tuning.heartbeatMs);
    expect(sdk.joins).toHaveLength(2);
    const back = await (await joinAt(1)).open();
    back.says('welcome');
    expect(connection.phase.peek()).toBe('online');
  });

  it('[R5] a line that closes before the welcome is joined again', async () => {
    const { connection } = newConnection();
    void connection.join();
    (await (await joinAt(0)).open()).closes(1006);
    await settled();
    expect(sdk.joins).toHaveLength(2);
    expect(connection.lostSinceMs.peek()).toBeDefined();
  });

  it('[R5] whatever is heard counts: a tab whose timers sleep is not lost', async () => {
    const { room } = await online();
    for (let second = 0; second < 30; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      room.says('areaCounts', []);
    }
    expect(sdk.joins).toHaveLength(1);
  });

  it('[K40] a hidden page whose timers run once a minute stays, and notices a dead line one minute later', async () => {
    const { connection, room } = await online();
    let isAlive = true;
    room.send.mockImplementation(() => isAlive && room.says('heartbeat', { sent: 0, tick: 1 }));
    room.says('heartbeat', { sent: 0, tick: 1 });
    let nowMs = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const sleepAMinute = async (): Promise<void> => {
      nowMs += 60_000;
      await vi.advanceTimersByTimeAsync(tuning.heartbeatMs);
    };
    for (let minute = 0; minute < 5; minute++) await sleepAMinute();
    expect(connection.phase.peek()).toBe('online');
    expect(sdk.joins).toHaveLength(1);
    isAlive = false;
    await sleepAMinute();
    expect(sdk.joins).toHaveLength(1);
    await sleepAMinute();
    expect(sdk.joins).toHaveLength(2);
    expect(connection.lostSinceMs.peek()).toBe(nowMs - 60_000);
    clock.mockRestore();
  });

  describe('seen again after a sleep', () => {
    async function asleep() {
      const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
      const browser = new EventTarget();
      vi.stubGlobal('document', page);
      vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
      vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser));
      const { connection, room } = await online();
      const slept = performance.now() + 3_600_000;
      vi.spyOn(performance, 'now').mockImplementation(() => slept);
      room.send.mockClear();
      page.visibilityState = 'visible';
      return { connection, room, wake: () => page.dispatchEvent(new Event('visibilitychange')) };
    }
    afterEach(() => {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    });

    it('[K40] a line that answers is kept', async () => {
      const { connection, room, wake } = await asleep();
      wake();
      expect(room.send).toHaveBeenCalledWith('heartbeat', expect.anything());
      await vi.advanceTimersByTimeAsync(tuning.wakeAnswerMs / 2);
      room.says('heartbeat', { sent: 0, tick: 1 });
      await vi.advanceTimersByTimeAsync(tuning.wakeAnswerMs);
      expect(connection.phase.peek()).toBe('online');
      expect(sdk.joins).toHaveLength(1);
    });

    it('[R5] a line that does not is joined afresh', async () => {
      const { room, wake } = await asleep();
      wake();
      await vi.advanceTimersByTimeAsync(tuning.wakeAnswerMs);
      expect(sdk.joins).toHaveLength(2);
      expect(room.connection.close).toHaveBeenCalled();
    });
  });

  it('[R8] names its tab, the same at each join', async () => {
    const { room } = await online();
    room.closes(1006);
    const again = await joinAt(1);
    expect(again.options.tab).toMatch(/^\w+$/);
    expect(again.options.tab).toBe(sdk.joins[0]?.options.tab);
  });

  it('[R8] replaced by an attempt of its own it joins again', async () => {
    const { connection, room } = await online();
    room.closes(CLOSE.replaced);
    (await (await joinAt(1)).open()).says('welcome');
    expect(connection.phase.peek()).toBe('online');
  });

  it('[R8] another tab ends it', async () => {
    const { connection, room } = await online();
    room.closes(CLOSE.movedToAnotherTab);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.ended.peek()).toBe('movedToAnotherTab');
    expect(sdk.joins).toHaveLength(1);
  });

  it('[P4] who was closed for bad messages does not come back by itself', async () => {
    const { connection, room } = await online();
    room.closes(CLOSE.badMessages);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.ended.peek()).toBe('badMessages');
    expect(sdk.joins).toHaveLength(1);
  });

  it('[O24] an office whose map was taken away ends it', async () => {
    const { connection, room } = await online();
    room.closes(CLOSE.officeGone);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.ended.peek()).toBe('gone');
    expect(sdk.joins).toHaveLength(1);
  });

  it('[O24] also for whoever was cut off meanwhile; an office that only starts anew does not', async () => {
    const { connection, room, isGone } = await online();
    room.closes(1006);
    await (await joinAt(1)).refuse(NO_ROOM);
    expect(isGone).toHaveBeenCalledTimes(1);
    expect(connection.phase.peek()).toBe('reconnecting');
    isGone.mockResolvedValue(true);
    await vi.advanceTimersByTimeAsync(2 * tuning.retryMs);
    await (await joinAt(2)).refuse(NO_ROOM);
    expect(connection.ended.peek()).toBe('gone');
  });
});
