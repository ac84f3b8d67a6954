// Furnishes the whole office, place by place.
import { addGlow } from './addGlow.ts';
import { furnishIsland } from './furnishCoffee.ts';
import { furnishPlants, furnishShelves } from './furnishCommon.ts';
import { furnishSeats } from './furnishSeats.ts';
import { furnishDesks, furnishTables } from './furnishTables.ts';
import type { Layout } from './Layout.ts';
import { createLayout } from './Layout.ts';
import { placeWalls } from './placeWalls.ts';
import { readParts } from './readPlan.ts';

export function furnishOffice(): Layout {
  const layout = createLayout();
  const parts = readParts();
  placeWalls(layout);
  furnishTables(layout, parts);
  furnishDesks(layout, parts);
  furnishSeats(layout, parts);
  furnishShelves(layout, parts);
  furnishPlants(layout, parts);
  furnishIsland(layout, parts);
  addGlow(layout);
  return layout;
}
