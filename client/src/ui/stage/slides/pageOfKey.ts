/** Keys that turn pages where slides have the focus: to which one; undefined: none of them. Pages count from 0. */
export function pageOfKey(key: string, page: number, pages: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(pages - 1, page + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(0, page - 1);
    case 'Home':
      return 0;
    case 'End':
      return pages - 1;
    default:
      return undefined;
  }
}
