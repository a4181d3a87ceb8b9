import { useId } from 'preact/hooks';

interface Props<V extends string> {
  legend: string;
  chosen: V;
  chips: { value: V; words: string }[];
  choose(value: V): void;
}

/** A choice of one among a few, as chips. */
export function Chips<V extends string>({ legend, chosen, chips, choose }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="chips">
      <legend class="out-of-sight">{legend}</legend>
      {chips.map(({ value, words }) => (
        <label class="chip" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
