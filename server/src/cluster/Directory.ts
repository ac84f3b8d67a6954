// Colyseus' directory of rooms in Redis. Nobody waits for it: people come in and go while Redis is away, and who runs an office is a matter of leases.
import type { IRoomCache } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';

export class Directory extends RedisDriver {
  override async update(...args: Parameters<RedisDriver['update']>): Promise<boolean> {
    super.update(...args).catch(() => undefined);
    return true;
  }

  override async persist(room: IRoomCache, create?: boolean): Promise<boolean> {
    super.persist(room, create).catch(() => undefined);
    return true;
  }

  override async remove(roomId: string): Promise<boolean> {
    super.remove(roomId).catch(() => undefined);
    return true;
  }

  override async cleanup(processId: string): Promise<void> {
    super.cleanup(processId).catch(() => undefined);
  }
}
