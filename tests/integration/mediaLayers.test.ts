// Which size of a camera's picture somebody gets from the media server.
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { ALL, useMedia } from '../support/media/useMedia.ts';

const stage = useMedia();
beforeEach(() => stage.open());

const hearsOnly = { publish: [], receive: 'all' } as const;

describe('simulcast', () => {
  const layered = { as: 'camera', mark: 'A', packetsPerS: 60, bytes: 900, layers: ['l', 'm', 'h'] } as const;

  it('[K8] each gets the layer that fits what they show', async () => {
    const ada = stage.join('ada', ALL);
    const small = stage.join('small', hearsOnly);
    const large = stage.join('large', hearsOnly);
    for (const person of [small, large]) person.subscribe();
    small.want([{ personId: 'ada', as: 'camera', quality: 'low' }]);
    large.want([{ personId: 'ada', as: 'camera', quality: 'high' }]);
    ada.publish(layered);
    const lastAt = async (at: SyntheticParticipant) => (await at.lineOf('ada', 'camera'))?.last;
    await eventually('the small one gets the low layer', async () => (await lastAt(small)) === 'Al');
    await eventually('the large one gets the high layer', async () => (await lastAt(large)) === 'Ah');
    expect(await small.marked('Ah')).toBe(0);
    small.want([{ personId: 'ada', as: 'camera', quality: 'medium' }]);
    await eventually('it grows', async () => (await lastAt(small)) === 'Am');
    expect(await small.lineOf('ada', 'camera')).toMatchObject({ jumps: 0, lost: 0 });
  });

  it('[K8] a network that does not carry it gets less', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    bob.want([{ personId: 'ada', as: 'camera', quality: 'high' }]);
    ada.publish(layered);
    await eventually('it is large', async () => (await bob.lineOf('ada', 'camera'))?.last === 'Ah');
    await eventually('less gets through', async () => {
      bob.estimate(100_000);
      return (await bob.lineOf('ada', 'camera'))?.last === 'Al';
    });
  });

  it('[K8] a publisher sends large pictures only while somebody shows them large', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    bob.want([{ personId: 'ada', as: 'camera', quality: 'low' }]);
    ada.publish(layered);
    await eventually(
      'little is asked for',
      async () => ((await ada.sent('camera'))?.bitsPerS ?? 0) < 1_000_000 && (await ada.sent('camera'))?.bitsPerS !== undefined,
    );
    bob.want([{ personId: 'ada', as: 'camera', quality: 'high' }]);
    await eventually('more is asked for', async () => ((await ada.sent('camera'))?.bitsPerS ?? 0) > 1_500_000);
  });
});
