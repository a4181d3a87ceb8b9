import { useId } from 'preact/hooks';
import { Icon, type IconName } from './icons';

export interface Segment<V extends string> {
  value: V;
  words: string;
  icon?: IconName;
}

interface Props<V extends string> {
  legend: string;
  chosen: V;
  segments: Segment<V>[];
  choose(value: V): void;
}

/** A choice of one among a few, all in sight. */
export function Segments<V extends string>({ legend, chosen, segments, choose }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="out-of-sight">{legend}</legend>
      {segments.map(({ value, words, icon }) => (
        <label class="segment" key={value}>
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
