import type { ComponentChildren } from 'preact';
import { Icon } from './icons';

/** What did not work, said where it happened and read out at once. */
export function Problem({ children }: { children: ComponentChildren }) {
  return (
    <div class="problem" role="alert">
      <Icon name="problem" />
      <p>{children}</p>
    </div>
  );
}
