// The first minute in a new office, step by step: to the machine, a coffee, then a word on who else could come.

export type FirstMinuteStep = 'steam' | 'press' | 'brewing' | 'cup';

/** What one sees of it. */
export interface FirstMinuteFacts {
  machineInReach: boolean;
  brewing: boolean;
  cupInHand: boolean;
}

/** Going away from the machine before brewing leads back to the hint; a cup in hand ends it, however it came. */
export function nextStep(step: FirstMinuteStep, facts: FirstMinuteFacts): FirstMinuteStep {
  if (step === 'cup' || facts.cupInHand) return 'cup';
  if (step === 'brewing') return facts.brewing || facts.machineInReach ? 'brewing' : 'steam';
  if (!facts.machineInReach) return 'steam';
  return facts.brewing ? 'brewing' : 'press';
}
