// Further people of a call on the media server, without browsers: they receive everybody and send pictures of no meaning.

import { tileOf, toUnits } from '@comptoir/shared/geometry';
import { enterOffice, type Inside } from '../support/enterOffice.ts';
import { Synthetic } from '../support/media/Synthetic.ts';
import { standAt } from '../support/talking.ts';

const PICTURES = { as: 'camera', mark: 'p', packetsPerS: 45, bytes: 900 } as const;

export interface Company {
  close(): Promise<void>;
}

/** @param places where they stand, px of the map; after `standInPage` */
export async function bringCompany(url: string, office: string, places: readonly { x: number; y: number }[]): Promise<Company> {
  const synthetic = new Synthetic();
  const people: Inside[] = [];
  for (const [i, { x, y }] of places.entries()) {
    const person = await enterOffice(url, { name: `S${i}`, office });
    people.push(person);
    const { signalling, world } = person;
    const body = synthetic.add(person.id, (signal) => signalling.toServer(world.talk.conversation.peek()?.call?.epoch ?? 0, signal));
    signalling.onServer((_epoch, signal) => body.receive(signal));
    let epoch = 0;
    world.talk.conversation.subscribe((conversation) => {
      const call = conversation?.call;
      if (call?.transport !== 'sfu' || call.epoch === epoch) return;
      epoch = call.epoch;
      body.subscribe();
      signalling.publishing({ microphone: false, camera: true, screen: false });
      body.publish(PICTURES);
    });
    await standAt(person, tileOf(toUnits(x)), tileOf(toUnits(y)));
  }
  return {
    async close() {
      for (const person of people) person.leave();
      await synthetic.close();
    },
  };
}
