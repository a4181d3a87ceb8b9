import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/ui/icons';
import { t } from '@/lib/text/words';

interface Props {
  words: string;
  look(words: string): void;
  /** The box got the focus. */
  enter?: () => void;
  /** The cursor goes there at once. */
  focus?: boolean;
  /** What brings the focus here, where there is such a key. */
  keys?: string;
}

/** The one box in which everything that was written is sought. */
export function SearchBox({ words, look, enter, focus = false, keys }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  return (
    <label class="input input-search">
      <Icon name="find" />
      <input
        ref={field}
        type="search"
        autocomplete="off"
        placeholder={t('find.box')}
        aria-label={t('find.box')}
        value={words}
        onFocus={enter}
        onInput={(event) => look(event.currentTarget.value)}
      />
      {keys !== undefined && <kbd>{keys}</kbd>}
    </label>
  );
}
