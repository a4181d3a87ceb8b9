/** A person of the example team. */
export interface ExamplePerson {
  /** Names the person in the other files of this folder. */
  key: string;
  name: string;
  /** How many days ago the manager last opened this person's deals. It was done every week before. */
  lastLook: number;
}

/** Eight people who do not exist. One was not looked at for weeks, and nothing was written about him for months. */
export const PEOPLE: readonly ExamplePerson[] = [
  { key: 'ana', name: 'Ana Nowak', lastLook: 1 },
  { key: 'ben', name: 'Ben Okafor', lastLook: 2 },
  { key: 'bruno', name: 'Bruno Müller', lastLook: 1 },
  { key: 'carla', name: 'Carla Ricci', lastLook: 3 },
  { key: 'daan', name: 'Daan Visser', lastLook: 23 },
  { key: 'elif', name: 'Elif Kaya', lastLook: 2 },
  { key: 'hugo', name: 'Hugo Lindqvist', lastLook: 9 },
  { key: 'mei', name: 'Mei Tanaka', lastLook: 4 },
];
