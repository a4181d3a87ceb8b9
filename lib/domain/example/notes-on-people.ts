/** What the manager of the example team jotted beside people; the same columns as in notes-on-deals.ts, with no deal. */
export const NOTES_ON_PEOPLE: Readonly<Record<string, string>> = {
  ana: `
128 | private | note | | | Prepares each meeting in writing. The others could see how she does it.
15 | private | for-1on1 | | | She asked for a bigger account. Which of her smaller ones would she hand over, and to whom?`,
  ben: `
130 | shareable | for-1on1 | | | First month: what is clear, what is not, whom should he sit with?
96 | private | note | | | Eleven meetings last week. Two of them had a purpose written down.
61 | shareable | promise | | manager due -47 kept -45 | come along to two of Ben's meetings a week for a fortnight.
34 | private | for-1on1 | | | One sentence before each meeting: what should the customer do afterwards?
6 | shareable | promise | | manager due 8 | sit in on the Returns desk meeting and say nothing until the end.`,
  bruno: `
140 | private | note | | | Knows every plant in the region and shares it: Daan and Ben both ask him first.
101 | shareable | for-1on1 | | | Price: what does he hear when a customer says "too expensive"? Listen first.
75 | shareable | promise | | manager due -61 kept -60 | pair Bruno with Carla on two negotiations, so that each sees how the other does it.
15 | private | for-1on1 | | | Three price cuts in three weeks, each before a counter-offer. Agree on one rule for the next three deals.
2 | shareable | promise | | rep due 12 | writes down what he asks for in return before any discount.`,
  carla: `
120 | private | for-1on1 | | | What would she like to be doing in two years? She asked about leading a team.
66 | shareable | note | | | Carla leads the weekly call for a month: one deal, one question, fifteen minutes.
37 | shareable | promise | | manager due -20 | find Carla a mentor who leads a team.
11 | private | for-1on1 | | | My promise about the mentor is late. Say so first.`,
  daan: `
118 | shareable | for-1on1 | | | A new region from next month: which ten customers first, and why those?
97 | private | note | | | A good first plan: ten names, one reason each. He would like to try it on his own for a while.`,
  elif: `
88 | private | for-1on1 | | | Her deals stand in her head. What would make writing them down worth her while?
45 | shareable | promise | | manager due -31 kept -33 | take the weekly report off Elif's desk if every open deal has a next step.
1 | private | for-1on1 | | | Four open deals without a next step. Ask what got in the way before I say anything.`,
  hugo: `
80 | shareable | praise | | | You sent Mei your whole list of people in the ports without being asked. Thank you.
31 | private | for-1on1 | | | His dates move late, and all at once. Which of these deals would he bet on himself?`,
  mei: `
90 | private | note | | | Eight hours ahead of the rest of us. The weekly call one hour earlier gives her the evening back.
52 | shareable | for-1on1 | | | What does she need from service before the first pilot starts?
9 | shareable | promise | | rep due 19 | shows the others her pilot plan, half an hour.`,
};
