import { useId } from 'preact/hooks';
import { Icon, type IconName } from './icons';

export interface Option<V extends string> {
  value: V;
  words: string;
  icon?: IconName;
}

interface Props<V extends string> {
  /** One box with a part for each, or chips that stand alone. */
  look: 'segments' | 'chips';
  legend: string;
  chosen: V;
  options: Option<V>[];
  choose(value: V): void;
}

const ONE = { segments: 'segment', chips: 'chip' } as const;

/** A choice of one among a few, all in sight. */
export function OneOf<V extends string>({ look, legend, chosen, options, choose }: Props<V>) {
  const name = useId();
  return (
    <fieldset class={look}>
      <legend class="out-of-sight">{legend}</legend>
      {options.map(({ value, words, icon }) => (
        <label class={ONE[look]} key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          {icon && <Icon name={icon} />}
          {words}
        </label>
      ))}
    </fieldset>
  );
}
