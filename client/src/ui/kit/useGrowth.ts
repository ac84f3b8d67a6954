// A field for several lines is as high as what stands in it, up to where it scrolls (CSS max-height).
import { useEffect } from 'preact/hooks';

export function useGrowth(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
}
