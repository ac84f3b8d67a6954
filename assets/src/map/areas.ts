// The named places of the default map: tile rectangles (both ends included), what is said in them, and their names on screen.

export type Conversation = 'meeting' | 'stage' | 'audience' | 'quiet';

export interface AreaPlan {
  /** The stable name that links, tests and the list view use. */
  name: string;
  /** First and last column, first and last row. */
  columns: readonly [number, number];
  rows: readonly [number, number];
  fr: string;
  en: string;
  conversation?: Conversation;
  auditorium?: string;
  /** Of which auditorium this is the room of its speakers, and the place to stay afterwards. */
  backstage?: string;
  lounge?: string;
  /** Arrivals appear here; no conversation forms. */
  isStart?: true;
}

/** Smaller areas come first: the first one that holds a tile names its place. */
export const AREAS: readonly AreaPlan[] = [
  { name: 'entrance', columns: [38, 41], rows: [33, 35], fr: 'Entrée', en: 'Entrance', isStart: true },
  { name: 'booth-1', columns: [19, 21], rows: [16, 19], fr: 'Cabine 1', en: 'Booth 1', conversation: 'meeting' },
  { name: 'booth-2', columns: [19, 21], rows: [21, 23], fr: 'Cabine 2', en: 'Booth 2', conversation: 'meeting' },
  { name: 'stage', columns: [62, 75], rows: [8, 12], fr: 'Scène', en: 'Stage', conversation: 'stage', auditorium: 'hall' },
  { name: 'green-room', columns: [59, 77], rows: [2, 6], fr: 'Loge', en: 'Green room', conversation: 'meeting', backstage: 'hall' },
  { name: 'audience', columns: [59, 77], rows: [13, 27], fr: 'Salle', en: 'Auditorium', conversation: 'audience', auditorium: 'hall' },
  { name: 'after-talk', columns: [59, 77], rows: [28, 35], fr: 'Après-causerie', en: 'After-talk lounge', lounge: 'hall' },
  { name: 'meeting-1', columns: [27, 38], rows: [2, 14], fr: 'Salle de réunion 1', en: 'Meeting room 1', conversation: 'meeting' },
  { name: 'meeting-2', columns: [40, 51], rows: [2, 14], fr: 'Salle de réunion 2', en: 'Meeting room 2', conversation: 'meeting' },
  { name: 'corridor', columns: [53, 57], rows: [2, 14], fr: 'Galerie', en: 'Gallery' },
  { name: 'library', columns: [2, 25], rows: [2, 14], fr: 'Bibliothèque', en: 'Library', conversation: 'quiet' },
  { name: 'desks', columns: [2, 17], rows: [16, 35], fr: 'Les bureaux', en: 'Desks' },
  { name: 'canteen', columns: [23, 34], rows: [16, 27], fr: 'Cantine', en: 'Canteen' },
  { name: 'coffee', columns: [35, 44], rows: [16, 27], fr: 'Café', en: 'Coffee bar' },
  { name: 'lounge', columns: [45, 57], rows: [16, 27], fr: 'Salon', en: 'Lounge' },
  { name: 'square', columns: [23, 57], rows: [28, 35], fr: 'La place', en: 'The square' },
  { name: 'terrace', columns: [22, 57], rows: [37, 41], fr: 'Terrasse', en: 'Terrace' },
  { name: 'garden', columns: [0, 79], rows: [42, 55], fr: 'Jardin', en: 'Garden' },
];

/** The name of the place a tile belongs to; the copying corner east of the desks is the desks' own, the front garden the garden's. */
export function placeOf(column: number, row: number): string {
  const area = AREAS.find(({ columns: [x0, x1], rows: [y0, y1] }) => column >= x0 && column <= x1 && row >= y0 && row <= y1);
  if (area) return area.name;
  if (row >= 36) return 'garden';
  if (column >= 18 && column <= 21 && row >= 25) return 'desks';
  return column >= 59 && row >= 8 && row <= 12 ? 'wings' : 'walls';
}
