// The outdoor half of the catalogue: trees, the garden, the street, animals.
import { butterfly, parrot, pondDuck, sleepingCat, sparrow } from './animals.ts';
import { bush, fireBowl, flowerBed, hedge, pond, steppingStone, vegetableBed, waterGlint, wateringCan, wheelbarrow } from './garden.ts';
import { beehives, birdBath, deck, fallenLeaves, grassTuft, mushrooms, rock } from './gardenThings.ts';
import { parasol, parkBench, picnicBlanket, plainBench } from './outdoorSeats.ts';
import type { Sprite } from './Sprite.ts';
import { sideHedge } from './sideHedge.ts';
import { bicycle, bicycleStand, crates, gate, marketStall, postBox } from './street.ts';
import { ringBench, tree } from './trees.ts';

export interface CatalogueTheme {
  title: string;
  sprites: Sprite[];
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/** The samples of what stands outside. */
export function outdoorThemes(): CatalogueTheme[] {
  return [
    {
      title: 'trees',
      sprites: [
        tree(),
        tree({ seed: 1 }),
        tree({ kind: 'blossom' }),
        tree({ kind: 'olive' }),
        tree({ kind: 'birch' }),
        tree({ kind: 'plane', size: 'small', seed: 3 }),
        tree({ kind: 'blossom', lights: true, seed: 2 }),
        ringBench(),
        ringBench({ variant: 1 }),
      ],
    },
    {
      title: 'garden',
      sprites: [
        hedge({ tiles: 2 }),
        hedge({ tiles: 4, seed: 1 }),
        bush({ seed: 1 }),
        bush({ seed: 2, colour: 'olive' }),
        bush({ seed: 3 }),
        flowerBed({ tiles: 3, blooms: ['plum', 'cream'] }),
        flowerBed({ tiles: 2, blooms: ['gold', 'clay'], seed: 1 }),
        ...upTo(3).map((crop) => vegetableBed({ crop })),
        wateringCan(),
        wheelbarrow(),
        fireBowl(),
        steppingStone(),
        steppingStone({ variant: 1 }),
        grassTuft(),
        grassTuft({ seed: 1 }),
        ...upTo(3).map((variant) => rock({ variant })),
        fallenLeaves(),
        birdBath(),
        beehives(),
        mushrooms(),
        deck(),
        sideHedge({ tiles: 2 }),
        sideHedge({ tiles: 3, seed: 1 }),
        pond({ w: 288, h: 128 }),
        waterGlint(),
      ],
    },
    {
      title: 'outside',
      sprites: [
        ...(['down', 'up', 'right', 'left'] as const).map((facing) => parkBench({ facing })),
        plainBench(),
        plainBench({ tiles: 2 }),
        plainBench({ along: 'y', tiles: 2 }),
        parasol(),
        parasol({ fabric: 'ochre' }),
        picnicBlanket(),
        gate(),
        bicycle(),
        bicycle({ fabric: 'ochre' }),
        bicycleStand(),
        ...upTo(3).map((variant) => marketStall({ variant })),
        crates(),
        crates({ variant: 1 }),
        postBox(),
      ],
    },
    {
      title: 'animals',
      sprites: [
        parrot(),
        sleepingCat(),
        sleepingCat({ fur: 'stone' }),
        sparrow(),
        sparrow({ facing: 'left', plumage: 'stone' }),
        pondDuck(),
        pondDuck({ facing: 'left', plumage: 'walnut' }),
        butterfly(),
        butterfly({ colour: 'plum' }),
      ],
    },
  ];
}
