// The addresses of a meeting, to be given to others.
export interface MeetingLinks {
  page: string;
  file: string;
  feed: string;
}

/** @param key of an office that is not open to everybody */
export function meetingLinks(origin: string, officeId: string, id: string, key: string | null): MeetingLinks {
  const query = key === null ? '' : `?key=${key}`;
  const office = officeId.split('/').map(encodeURIComponent).join('/');
  return {
    page: `${origin}/e/${id}${query}`,
    file: `${origin}/e/${id}.ics${query}`,
    feed: `${origin}/o/${office}/agenda.ics${query}`,
  };
}
