// The name tag as on the map: one cream pill, name bold, trade below on at most two lines of 20 characters.

/** Decoration. */
export function NameTag({ name, trade }: { name: string; trade: string }) {
  return (
    <span class="name-tag" aria-hidden="true">
      <b>{name}</b>
      {trade && <small>{trade}</small>}
    </span>
  );
}
