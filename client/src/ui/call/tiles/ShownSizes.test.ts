import { expect, it } from 'vitest';
import { ShownSizes } from './ShownSizes.ts';

it('[U36] the largest place counts, and none is none', () => {
  const told: string[] = [];
  const noor = { show: (as: string, quality: string) => void told.push(`${as} ${quality}`) };
  const sizes = new ShownSizes();
  const [column, stage] = [Symbol('column'), Symbol('stage')];
  sizes.report(noor, 'camera', column, 'low');
  sizes.report(noor, 'camera', stage, 'high');
  sizes.report(noor, 'screen', column, 'low');
  sizes.report(noor, 'camera', column, 'none');
  sizes.report(noor, 'camera', stage, 'none');
  expect(told).toEqual(['camera low', 'camera high', 'screen low', 'camera high', 'camera none']);
});
