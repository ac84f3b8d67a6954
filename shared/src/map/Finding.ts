// One thing that is wrong or doubtful in a map, as a sentence for the person who draws it.

export interface Finding {
  /** A map with an error is not used; a warning is something that is ignored or probably not meant. */
  severity: 'error' | 'warning';
  /** Where in the map: `layer "floor"`, `object "sofa" in layer "seats"`; empty for the map as a whole. */
  place: string;
  sentence: string;
}

/** `layer "floor": sentence` */
export const wordsOf = (finding: Finding): string => (finding.place === '' ? finding.sentence : `${finding.place}: ${finding.sentence}`);
