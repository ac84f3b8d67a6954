import { expect, test } from 'vitest';
import { type FirstMinuteFacts, type FirstMinuteStep, nextStep } from './firstMinuteStep.ts';

const FAR: FirstMinuteFacts = { machineInReach: false, brewing: false, cupInHand: false };
const AT_IT: FirstMinuteFacts = { ...FAR, machineInReach: true };

const story = (...facts: FirstMinuteFacts[]): FirstMinuteStep[] => {
  let step: FirstMinuteStep = 'steam';
  return facts.map((now) => {
    step = nextStep(step, now);
    return step;
  });
};

test('[U10] follow the steam, press, it brews, a mug in hand', () => {
  expect(story(FAR, AT_IT, { ...AT_IT, brewing: true }, AT_IT, { ...AT_IT, cupInHand: true })).toEqual([
    'steam',
    'press',
    'brewing',
    'brewing',
    'cup',
  ]);
});

test('[U10] whoever walks away is led back', () => {
  expect(story(AT_IT, FAR)).toEqual(['press', 'steam']);
  expect(story({ ...AT_IT, brewing: true }, FAR)).toEqual(['brewing', 'steam']);
});

test('[U10] somebody else’s coffee is not mine', () => {
  expect(story({ ...FAR, brewing: true })).toEqual(['steam']);
});

test('[U10] a cup ends it, however it came, and stays the end', () => {
  expect(story({ ...FAR, cupInHand: true }, FAR)).toEqual(['cup', 'cup']);
});
