// Further people of a call, without browsers. On the media server they receive everybody and send pictures of no meaning; in a mesh they
// answer every link and receive.
import { type Point, tileOf, toUnits } from '@comptoir/shared/geometry';
import { enterOffice, type Inside } from '../support/enterOffice.ts';
import type { MeshSignal } from '../support/media/MeshAnswer.ts';
import { Synthetic } from '../support/media/Synthetic.ts';
import { standAt } from '../support/talking.ts';

const PICTURES = { as: 'camera', mark: 'p', packetsPerS: 45, bytes: 900 } as const;

export interface Company {
  close(): Promise<void>;
}

export interface CompanyPlan {
  url: string;
  office: string;
  /** Where they stand, px of the map. */
  places: readonly Point[];
  /** Of the people in browsers: in a mesh, the lower id opens the link, and these here can only answer. */
  others: readonly string[];
}

/** After `standInPage`. */
export async function bringCompany({ url, office, places, others }: CompanyPlan): Promise<Company> {
  const synthetic = new Synthetic();
  const people: Inside[] = [];
  for (const [i, { x, y }] of places.entries()) {
    const person = await enterAfter(others, () => enterOffice(url, { name: `S${i}`, office }));
    people.push(person);
    joinCalls(person, synthetic);
    answerLinks(person, synthetic);
    await standAt(person, tileOf(toUnits(x)), tileOf(toUnits(y)));
  }
  return {
    async close() {
      for (const person of people) person.leave();
      await synthetic.close();
    },
  };
}

/** Comes in until their id, which the office draws, is higher than those of `others`. */
async function enterAfter(others: readonly string[], enter: () => Promise<Inside>): Promise<Inside> {
  for (;;) {
    const person = await enter();
    if (others.every((id) => id < person.id)) return person;
    person.leave();
  }
}

function joinCalls({ id, signalling, world }: Inside, synthetic: Synthetic): void {
  const body = synthetic.add(id, (signal) => signalling.toServer(world.talk.conversation.peek()?.call?.epoch ?? 0, signal));
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
}

function answerLinks({ id, signalling }: Inside, synthetic: Synthetic): void {
  const links = new Map<string, { number: number; take(signals: readonly MeshSignal[]): void }>();
  signalling.onMember((from, epoch, data) => {
    const { link: number, signals } = JSON.parse(data) as { link?: number; signals?: MeshSignal[] };
    if (number === undefined || !signals) return;
    let link = links.get(from);
    if (link?.number !== number) {
      const answer = (signal: MeshSignal): void =>
        signalling.toMember(from, epoch, JSON.stringify({ from: id, link: number, signals: [signal] }));
      link = { number, take: synthetic.link(`${id} ${from} ${number}`, answer) };
      links.set(from, link);
    }
    link.take(signals);
  });
}
