// What a recording shows where nobody shows a picture.

/**
 * A VP8 keyframe of 320 x 180 black pixels, made once with
 * `ffmpeg -f lavfi -i color=black:s=320x180:r=1:d=1 -c:v libvpx -b:v 20k -frames:v 1 black.ivf`; these are the bytes behind its two headers.
 */
export const BLACK_FRAME = Buffer.from(`8A4AnQEqQAG0AAcHCIWFiJmEiCWCAAYWBPcGgWSfa9ub${'Jzh7'.repeat(31)}Jy4A/u+5AA==`, 'base64');
