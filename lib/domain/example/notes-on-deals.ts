/**
 * What the manager of the example team jotted beside deals, one a line. All days count from today.
 *
 *     days ago | who sees it | kind | deal | more | text
 *
 * - more: `asked <prompt>` where it answers a question, whose words stand before the ` / `; on a promise who promised, when it
 *   is due (below zero is past), and perhaps when it was kept: `rep due -48 kept -50`
 */
export const NOTES_ON_DEALS: Readonly<Record<string, string>> = {
  ana: `
150 | private | note | Acme renewal | | Same three people as two years ago, and a new head of purchasing. She has not met him yet.
112 | private | note | Acme renewal | | Good call: Ana let them describe what a day of standing still costs before she said a word about price.
84 | shareable | praise | Acme renewal | | Your mail after the plant tour put their problem in their own words. Keep that.
50 | private | for-1on1 | Acme renewal | | The close date moved by a month. What did the customer say, and what did we assume?
24 | shareable | promise | Acme renewal | manager due -17 kept -18 | get the three-year price approved, so that Ana can put it in writing.
22 | private | note | Acme renewal | | They asked for PLN 23,000 off and had it in the same call. What did we get for it?
60 | private | note | Dosing upgrade | | Lost on delivery time, not on price. They told us in the second meeting that the date was fixed.
30 | shareable | praise | Conveyor service contract | | Three visits, each with a written next step. That is why it closed on the day.
6 | private | note | Sorting cell | asked close-date-passed | What did the customer say about the date, and when? / Nobody has asked since their budget meeting. Ana calls the controller.
5 | shareable | promise | Sorting cell | rep due 3 | agrees a new date with their controller, or closes the deal.`,
  ben: `
70 | private | note | Handheld refresh | | Five meetings, all with IT. Who in operations would miss this if it did not come?
40 | private | note | Depot roll-out | | Big number, early days. Ben says "verbal yes"; what I heard was interest.
33 | private | note | Gate automation | asked amount-empty | What would this be worth to them, in their own figures? / He has not asked yet and wants to see the site first. Fair, if the visit has a date.
26 | private | for-1on1 | Handheld refresh | | Lost to the supplier they had. Go through it calmly: where was the first sign, and who saw it?
19 | private | note | Warehouse scanners | asked next-step-empty | What happens next, and who does it? / "They will come back to us." No name and no day. He will propose one.
18 | shareable | promise | Warehouse scanners | rep due -11 | proposes a day for the price talk to Thames Parcel.
11 | shareable | praise | Cold chain loggers | | You asked "what would make you say no?" and then waited. That question won it.
9 | shareable | promise | Returns desk | rep due 4 | brings the head of operations into the next meeting.
5 | private | note | Warehouse scanners | | Closes within two weeks by the CRM, and still nothing stands as the next step. Ask this week.`,
  bruno: `
165 | private | note | Retrofit line 4 | | Our largest deal this year. The plant manager wants it; nobody has seen the CFO.
118 | shareable | praise | Retrofit line 4 | | The calculation with their own scrap figures convinced the production team. Very good work.
63 | private | for-1on1 | Retrofit line 4 | | First move of the date, by a month. What has to be true for it to hold this time?
62 | shareable | promise | Retrofit line 4 | rep due -48 kept -50 | brings the plant manager and the CFO into one meeting.
35 | private | note | Retrofit line 4 | | €70,000 off: asked for by mail, given by mail. Nobody talked to anybody.
29 | private | note | Energy monitoring | | 10% off on the first request. The works council was the question, not the price.
18 | private | note | Retrofit line 4 | asked close-date-passed | What did the customer say about the date, and when? / Their board meets once a quarter. We could have asked that in the first meeting.
20 | shareable | praise | Robot cell 7 | | Signed, and the handover to service was ready the same day. The customer noticed.
17 | private | note | Press shop controls | asked next-step-empty | What happens next, and who does it? / Lehmann has a new project lead. Bruno lets her choose the day.
7 | private | for-1on1 | Retrofit line 4 | | Second price cut within a month, and nothing came back for it. Before the CFO call: what do we ask for in return?
3 | shareable | promise | Retrofit line 4 | manager due 5 | call their managing director about the payment plan before Bruno meets the CFO.`,
  carla: `
100 | private | note | Filling line | | She asked both owners apart from each other what would stop them. Two different answers; now she knows the deal.
40 | private | note | Retrofit, dryer 3 | | No project this year. Carla closed it herself and said so in one line. Clean.
28 | shareable | praise | Glass inspection | | Won at list price, with a reference customer who called them himself.
14 | shareable | praise | Filling line | | You said "we are not the cheapest, and here is why" and let it stand. They went on to the contract.
8 | private | note | Ovens, second site | | Two owners who each decide half. One meeting with both, or it waits.
6 | shareable | promise | Filling line | manager due 2 | see to it that our lawyer answers theirs within three days.`,
  elif: `
115 | private | note | Lab automation | | She knows the lab's work better than their project lead does, and they say so.
50 | private | note | Inspection upgrade | | Lost when the company changed hands. Nothing to be done in the last month; earlier, a second contact.
47 | private | for-1on1 | Lab automation | | The date moved by three weeks because of their audit. Did we know of the audit?
25 | private | note | Clean room doors | asked last-activity-old | Who at the customer still wants this, and how do we know? / The planner who wanted it has another job now. One call to whoever came after, then we decide.
16 | private | note | Freezer farm | | Second deal with the same lab. It must not become the discount on the first.
13 | private | note | Lab automation | asked next-step-empty | What happens next, and who does it? / She has it in her head: contract check, then the site manager. It stands nowhere.
12 | shareable | promise | Lab automation | rep due -2 | writes the next step into each of her open deals.
5 | shareable | praise | Spare parts | | A price list wanted after one call that was meant for somebody else. Well spotted.`,
  hugo: `
150 | private | note | Sawmill line | | Long, as always in timber. The board decides, the mill manager prepares.
70 | private | for-1on1 | Sawmill line | | Second move of the date. Each time the reason is "the board". What is the board waiting for?
43 | private | note | Kiln control | asked last-activity-old | Who at the customer still wants this, and how do we know? / The same buyer as for the sawmill line. Hugo holds it back on purpose; then it should not have a date.
36 | private | note | Sawmill line | asked close-date-passed | What did the customer say about the date, and when? / "When the price of timber is known." That is a reason, not a day.
18 | private | note | Ferry galley | | Lost to a yard that does it all. Hugo told them openly where we are weaker; they want him for the next one.
10 | shareable | promise | Kiln control | rep due -1 | takes Kiln control off the list, or gives it a day that the customer named.`,
  mei: `
48 | private | note | Kumo Robotics pilot | | Three line leads, three ideas of what the pilot should show. She wants one sentence that all three sign.
20 | shareable | praise | Kumo Robotics pilot | | Your one-page pilot plan is the best we have. I showed it to everybody with your name on it.
17 | private | note | Dispatch sorter | | 4% off, and she got a two-year service contract for it. That is how it should be.
4 | shareable | promise | Dispatch sorter | manager due 6 | come to the signature meeting by video, two minutes, and thank them.`,
};
