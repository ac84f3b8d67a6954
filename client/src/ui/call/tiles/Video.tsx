// A moving picture. Muted: sound is played elsewhere, by distance.
import { useEffect, useRef } from 'preact/hooks';

interface VideoProps {
  stream: MediaStream;
  /** Screens are shown whole, faces fill their tile. */
  whole?: boolean;
  mirrored?: boolean;
  videoRef?: (element: HTMLVideoElement | null) => void;
}

export function Video({ stream, whole, mirrored, videoRef }: VideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = stream;
    // a browser that waits for a click shows the first frame until then
    video.play().catch(() => undefined);
    videoRef?.(video);
    return () => {
      video.srcObject = null;
      videoRef?.(null);
    };
  }, [stream]);
  return (
    <video
      ref={element}
      class={`${whole ? 'whole' : ''} ${mirrored ? 'mirrored' : ''}`}
      playsInline
      muted
      autoplay
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
