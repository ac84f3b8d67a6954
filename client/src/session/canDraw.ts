// Whether this browser can draw at all: asked before the engine is fetched, which fails less gracefully.

export function canDraw(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl') ?? canvas.getContext('2d')) !== null;
}
