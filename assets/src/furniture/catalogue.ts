// One sample of every object and its variants, by theme: what the contact sheet shows and the tests check.
//
// For whoever places objects on a map:
// - Put a sprite's (originX, baseY) at (x, base line). Depth = base line; a sprite with `cut` is drawn twice: whole at base - 14, and its
//   rows from `cut` down at base. `sitters` tell where avatars go between the two.
// - Things on a wall face (windows, posters, boards, sconces, tiled wall, hanging plants): depth = the wall's base line + 1.
// - Things on a counter or table (machine, grinder, cups, desk lamp, candle): depth = the counter's base line + 1 or + 2.
// - Pendants: depth = base line + 70, over the far half of a table. Parasols, crowns, string lights and pendants have `fades`.
// - The stage lies under everything on it: depth = its TOP. Ramps likewise. `solid` says what stops feet; none = walk over it.
// - Where the low facade meets a full wall, put wallCell('facade', EAST) or (..., WEST) into the wall's own cell, drawn before the wall:
//   it closes the 10 px beside the wall's end. A side door goes at the NORTH end of an opening in a north-south wall.
// - Hedges along the west and east edge are `sideHedge`, not a pile of short hedges. A deck lies half over the pond's edge.
// - Ring benches: the tree's base line 58 px above the bench's, its depth the bench's.
// - Vary neighbours: every function takes a variant, seed, fabric or kind; the name holds them, so equal names are equal pictures.
import { ivy } from '../walls/ivy.ts';
import { awning, doorFrame, doorSign, sideDoor, wallWindow } from '../walls/openings.ts';
import { boardOnWheels, chalkboard, clock, noticeBoard, poster, screenOnStand, wallScreen, whiteboard } from './boards.ts';
import { barStool, chair, officeChair, pouf, stool } from './chairs.ts';
import { coffeeIsland, coffeeMachine, cupPyramid, cupSign, fruitBasket, grinder, pastryCase, steam, tipJar } from './coffeeIsland.ts';
import { deskDivider, deskFar, deskLamp, deskNear } from './desks.ts';
import { coatRack, hallSeat, soundDesk, speakerTower, tripodCamera, umbrellaStand } from './hall.ts';
import { bins, counterThings, fridge, kitchenCounter, mugShelf, tiledWall, waterCooler } from './kitchen.ts';
import { candle, floorLamp, lantern, lightPole, pathLight, pendant, sconce, stringLights } from './lamps.ts';
import { aquarium, phoneBooth, piano, printer, recordPlayer, sculpture } from './lounge.ts';
import type { CatalogueTheme } from './outdoorCatalogue.ts';
import { outdoorThemes } from './outdoorCatalogue.ts';
import { planterBox } from './planterBox.ts';
import { hangingPlant, plant } from './plants.ts';
import { mat, roundRug, rug, runner } from './rugs.ts';
import type { Facing } from './Sprite.ts';
import { bookshelf, cardCatalogue, globe, ladder, lowShelf, magazineRack } from './shelves.ts';
import { armchair, sofa } from './sofas.ts';
import { curtain, lectern, projectionScreen, stage, stageLamp, stageRamp, valance } from './stage.ts';
import { coffeeCart } from './street.ts';
import { cafeTable, coffeeTable, gameTable, sideTable, standingTable, workTable } from './tables.ts';

const FACINGS: readonly Facing[] = ['down', 'up', 'right', 'left'];
const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/** Draws the samples anew; takes about a second. */
export function catalogue(): CatalogueTheme[] {
  return [
    {
      title: 'sofas and armchairs',
      sprites: [
        ...FACINGS.map((facing, k) => sofa({ facing, tiles: 2, variant: k })),
        sofa({ facing: 'down', tiles: 3, fabric: 'velvet', variant: 1 }),
        sofa({ facing: 'up', tiles: 3, fabric: 'ochre', variant: 2 }),
        ...FACINGS.map((facing, k) => armchair({ facing, fabric: (['teal', 'ochre', 'sage', 'plum'] as const)[k] ?? 'teal' })),
      ],
    },
    {
      title: 'chairs',
      sprites: [
        ...FACINGS.map((facing, k) => chair({ facing, fabric: (['ochre', 'teal', 'plum', 'sage'] as const)[k] ?? 'ochre' })),
        ...FACINGS.map((facing) => chair({ facing, fabric: 'velvet', wood: 'walnut' })),
        ...FACINGS.map((facing) => officeChair({ facing, fabric: 'blue' })),
        stool({ fabric: 'ochre' }),
        stool({ fabric: 'teal' }),
        barStool({ fabric: 'sage' }),
        pouf({ fabric: 'plum' }),
        pouf({ fabric: 'ochre' }),
      ],
    },
    {
      title: 'desks',
      sprites: [
        ...upTo(6).map((variant) => deskNear({ variant, wood: (['oak', 'oak', 'walnut'] as const)[variant % 3] ?? 'oak' })),
        ...upTo(5).map((variant) => deskFar({ variant })),
        deskLamp(),
        deskDivider(2),
      ],
    },
    {
      title: 'tables',
      sprites: [
        workTable({ w: 62, depth: 44, variant: 1 }),
        workTable({ w: 62, depth: 44, variant: 2 }),
        workTable({ w: 190, depth: 46, wood: 'walnut', variant: 3 }),
        workTable({ w: 30, depth: 28, wood: 'walnut', variant: -1 }),
        ...upTo(6).map((variant) => cafeTable({ variant, wood: variant % 2 ? 'walnut' : 'oak' })),
        ...upTo(3).map((variant) => standingTable({ variant })),
        ...upTo(4).map((variant) => coffeeTable({ variant })),
        ...upTo(3).map((variant) => sideTable({ variant })),
        gameTable(),
      ],
    },
    {
      title: 'coffee',
      sprites: [
        coffeeIsland(8),
        coffeeMachine(),
        steam(),
        grinder(),
        pastryCase(),
        cupPyramid(),
        fruitBasket(),
        tipJar(),
        cupSign(),
        coffeeCart(),
      ],
    },
    {
      title: 'kitchen',
      sprites: [
        fridge(),
        fridge('cream'),
        kitchenCounter({ tiles: 3, sink: 1 }),
        counterThings(),
        mugShelf(),
        tiledWall(96),
        waterCooler(),
        bins(),
      ],
    },
    {
      title: 'shelves',
      sprites: [
        ...upTo(4).map((seed) => bookshelf({ seed })),
        bookshelf({ w: 30, seed: 7, wood: 'oak' }),
        lowShelf({ seed: 0 }),
        lowShelf({ seed: 1 }),
        lowShelf({ seed: 2 }),
        cardCatalogue(),
        globe(),
        ladder(),
        magazineRack(),
      ],
    },
    {
      title: 'plants',
      sprites: [
        ...(['agave', 'snake', 'bush', 'olive', 'monstera', 'ficus', 'palm', 'fern'] as const).map((kind, k) =>
          plant({ kind, potColour: (['clay', 'cream', 'blue', 'teal', 'ochre', 'sage'] as const)[k % 6] ?? 'clay' }),
        ),
        hangingPlant(1),
        hangingPlant(2),
        ...upTo(4).map((variant) => planterBox({ variant })),
        ivy({ w: 96 }),
      ],
    },
    {
      title: 'lounge',
      sprites: [
        phoneBooth(),
        phoneBooth({ fabric: 'ochre' }),
        piano(),
        recordPlayer(),
        aquarium(),
        printer(),
        sculpture(),
        coatRack(),
        umbrellaStand(),
      ],
    },
    {
      title: 'lamps',
      sprites: [
        pendant(),
        pendant({ fabric: 'velvet', shape: 'dome' }),
        pendant({ shape: 'globe' }),
        floorLamp(),
        floorLamp({ variant: 1 }),
        sconce(),
        lantern(),
        pathLight(),
        lightPole(),
        stringLights({ w: 112 }),
        candle(),
      ],
    },
    {
      title: 'boards and pictures',
      sprites: [
        whiteboard({ w: 168, h: 36 }),
        boardOnWheels(),
        boardOnWheels({ variant: 1 }),
        wallScreen(),
        wallScreen({ variant: 1 }),
        screenOnStand(),
        noticeBoard(),
        ...upTo(6).map(poster),
        clock(),
        chalkboard(),
        chalkboard({ variant: 1 }),
      ],
    },
    {
      title: 'walls',
      sprites: [
        ...upTo(3).map((seed) => wallWindow(seed)),
        doorFrame(1),
        doorFrame(2),
        sideDoor(),
        sideDoor({ opens: 'left' }),
        ...(['book', 'cup', 'talk', 'tree'] as const).map(doorSign),
        awning(3),
      ],
    },
    {
      title: 'auditorium',
      sprites: [
        stage({ w: 320, depth: 110 }),
        stageRamp('left'),
        stageRamp('right'),
        curtain({ w: 84 }),
        valance(112),
        stageLamp(1),
        stageLamp(0),
        projectionScreen(),
        lectern(),
        ...upTo(6).map((variant) => hallSeat({ variant })),
        speakerTower(),
        tripodCamera(),
        soundDesk(),
      ],
    },
    {
      title: 'rugs',
      sprites: [
        rug({ w: 160, h: 96, colour: 'ochre' }),
        rug({ w: 128, h: 96, colour: 'plum', pattern: 'frames' }),
        rug({ w: 128, h: 96, colour: 'teal', pattern: 'stripes' }),
        roundRug({ r: 60, colour: 'sage' }),
        runner({ h: 120 }),
        mat(),
      ],
    },
    ...outdoorThemes(),
  ];
}
