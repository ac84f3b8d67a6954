// Out of a panel that stays open: keys walk again.

/** @param scene the element the scene draws into */
export function backToMap(scene: HTMLElement): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  scene.querySelector<HTMLElement>('[tabindex]')?.focus();
}
