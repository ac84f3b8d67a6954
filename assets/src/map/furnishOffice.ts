// Furnishes the whole office, place by place.
import { addGlow } from './addGlow.ts';
import { decorateCentre } from './decorateCentre.ts';
import { decorateEast } from './decorateEast.ts';
import { decorateNorth } from './decorateNorth.ts';
import { decorateTerrace } from './decorateTerrace.ts';
import { decorateWest } from './decorateWest.ts';
import { dressLawn } from './dressLawn.ts';
import { furnishIsland } from './furnishCoffee.ts';
import { furnishPlants, furnishShelves } from './furnishCommon.ts';
import { furnishGarden } from './furnishGarden.ts';
import { furnishHall } from './furnishHall.ts';
import { furnishSeats } from './furnishSeats.ts';
import { furnishDesks, furnishTables } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { createLayout } from './Layout.ts';
import { placeOpenings } from './placeOpenings.ts';
import { placeWalls } from './placeWalls.ts';
import { readParts } from './readPlan.ts';

export function furnishOffice(): Layout {
  const layout = createLayout();
  const parts = readParts();
  placeWalls(layout);
  placeOpenings(layout);
  furnishTables(layout, parts);
  furnishDesks(layout, parts);
  furnishSeats(layout, parts);
  furnishShelves(layout, parts);
  furnishPlants(layout, parts);
  furnishIsland(layout, parts);
  furnishHall(layout, parts);
  decorateNorth(layout, parts);
  decorateWest(layout, parts);
  decorateCentre(layout, parts);
  decorateEast(layout);
  furnishGarden(layout, parts);
  decorateTerrace(layout, parts);
  dressLawn(layout);
  addGlow(layout);
  return layout;
}
