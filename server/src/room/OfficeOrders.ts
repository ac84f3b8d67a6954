// What whoever runs the server orders by command while the office runs: taken from the store once, carried out with an admin's right over everybody.
import { may } from '@comptoir/shared/permissions';
import { ticksOf } from '../office/mayTalk.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import type { Order, OrderOutcome } from '../store/orders.ts';
import { OfficeNotice } from './OfficeNotice.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

/** Whoever gives an order waits in front of it. */
const LOOK_TICKS = ticksOf(2000);

type Rules = {
  [A in Order['act']]: (order: Extract<Order, { act: A }>, nowTick: number) => OrderOutcome | Promise<OrderOutcome>;
};

export class OfficeOrders {
  readonly #room: OfficeRoom;
  readonly #rules: Rules;
  readonly #notice: OfficeNotice;
  #lookedTick = Number.NEGATIVE_INFINITY;

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.#notice = new OfficeNotice(room);
    this.#rules = rulesOf(room, this.#notice);
  }

  tick(nowTick: number): void {
    this.#notice.tick(nowTick);
    if (nowTick - this.#lookedTick < LOOK_TICKS) return;
    this.#lookedTick = nowTick;
    // the store says by itself what went wrong
    this.#look().catch(() => undefined);
  }

  async #look(): Promise<void> {
    const { store, officeId } = this.#room.parts;
    for (const { orderId, order } of await store.orders.take({ office: officeId, nowMs: Date.now() }))
      await store.orders.answer({ orderId, outcome: await this.#carryOut(order) });
  }

  async #carryOut(order: Order): Promise<OrderOutcome> {
    // commands of another version may know others
    if (!Object.hasOwn(this.#rules, order.act)) return { refused: 'unknown' };
    const rule = this.#rules[order.act] as (order: Order, nowTick: number) => OrderOutcome | Promise<OrderOutcome>;
    try {
      return await rule(order, Math.floor(this.#room.tickNow()));
    } catch (err) {
      const { log, officeId } = this.#room.parts;
      log.error({ err, act: order.act, office: officeId }, 'an order failed');
      return { refused: 'failed' };
    }
  }
}

function rulesOf(room: OfficeRoom, notice: OfficeNotice): Rules {
  const { hosting } = room;
  const upon = (personId: string, act: (occupant: Occupant) => OrderOutcome | Promise<OrderOutcome>) => {
    const occupant = room.floor.office.occupants.get(personId);
    return occupant ? act(occupant) : ({ refused: 'notHere' } as const);
  };
  return {
    mute: ({ personId }, nowTick) =>
      upon(personId, (occupant) => {
        hosting.closeMicrophone(occupant, undefined, nowTick);
        return { ok: true };
      }),
    sendOut: ({ personId, reason }) => upon(personId, (occupant) => hosting.bans.sendOutByOrder(occupant, reason)),
    endConversation: ({ personId }, nowTick) =>
      upon(personId, (occupant) => {
        const { conversation } = room.talk.talkerOf(occupant);
        // alone in a meeting room is nothing to end
        if (!conversation || conversation.members.size < 2) return { refused: 'notTalking' };
        return { ok: true, names: hosting.end(conversation, undefined, nowTick).names };
      }),
    gather({ personId, area }, nowTick) {
      if (personId !== undefined)
        // whoever is waited with must be able to end it
        return upon(personId, (occupant) =>
          may(rankOf(occupant), 'gather') ? hosting.callTogether(occupant, undefined, nowTick) : { refused: 'noHost' },
        );
      if (area === undefined) return hosting.endGathering(undefined) ? { ok: true } : { refused: 'notThere' };
      const place = room.visitable(area);
      return place === undefined ? { refused: 'notThere' } : hosting.callTogether(place, undefined, nowTick);
    },
    notice({ text }, nowTick) {
      const people = notice.show(text, nowTick);
      hosting.audit({ by: undefined, act: 'notice', target: '' });
      return { ok: true, people };
    },
  };
}
