import { describe, expect, it } from 'vitest';
import { sandboxOf } from '../../lib/sandboxOf.ts';
import { sideWidth } from './sideWidth.ts';

describe('a site beside the office', () => {
  it.each([
    ['https://board.example/a', true],
    ['https://office.example/maps/page.html', false],
    ['/maps/page.html', false],
    ['page.html', false],
  ])('[A2] %s keeps its own storage: %s', (url, keeps) => {
    expect(sandboxOf(url, 'https://office.example').includes('allow-same-origin')).toBe(keeps);
  });

  it('[A2] may never leave the sandbox or navigate the office', () => {
    expect(sandboxOf('https://board.example/', 'https://office.example')).not.toContain('top-navigation');
  });

  it.each([
    [0, 20],
    [50, 50],
    [100, 80],
  ])('[A2] asked for %s percent it takes %s', (asked, taken) => {
    expect(sideWidth(asked)).toBe(taken);
  });
});
