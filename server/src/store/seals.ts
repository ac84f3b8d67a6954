// What sealed texts of lines are sealed as (sealText): one does not open as another's.

export const textSeal = (lineId: string): string => `line:${lineId}`;
export const quoteSeal = (lineId: string): string => `quote:${lineId}`;
