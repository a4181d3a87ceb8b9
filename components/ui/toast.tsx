import type { ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** The word on the button, and what it does; null where nothing can be undone. */
  undo: { words: string; run(): void } | null;
  hold(): void;
  release(): void;
}

/** One short line about what just happened. It waits while it is hovered or focused. */
export function ToastLine({ children, undo, hold, release }: Props) {
  return (
    <div class="toast" onMouseEnter={hold} onMouseLeave={release} onFocusIn={hold} onFocusOut={release}>
      <span>{children}</span>
      {undo && (
        <button type="button" onClick={undo.run}>
          {undo.words}
        </button>
      )}
    </div>
  );
}
