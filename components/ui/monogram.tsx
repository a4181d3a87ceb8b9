/** The first letters of a name. It says nothing that the name beside it does not say. */
export function Monogram({ name, size }: { name: string; size?: 'small' | 'large' }) {
  return (
    <span class={size ? `monogram monogram-${size}` : 'monogram'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** The first letters of the first and the last part of a name; one letter where it has one part. */
export function initials(name: string): string {
  const parts = name.split(/[^\p{L}\p{M}\p{N}'’-]+/u).filter((part) => part !== '');
  const first = parts.at(0);
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return [first, last].map((part) => (part ? letter(part) : '')).join('');
}

function letter(part: string): string {
  return [...part][0]?.toLocaleUpperCase() ?? '';
}
