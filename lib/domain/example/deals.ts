/**
 * The deals of the example team, one a line. All days count from today.
 *
 *     name | account | first amount | days since it was created | end | stage | close date | moves | last activity | next step
 *
 * - amount: currency and value, or `-` where the page shows the field with nothing in it
 * - end: `open`, or `won` or `lost` and how many days ago
 * - stage: where it stands, or from where it was won or lost
 * - close date: days ahead; one that has passed is below zero
 * - moves: `push 63 30` moved the close date by 30 days, 63 days ago; `cut 35 1180000` is the amount since 35 days ago
 * - last activity: days ago
 * - next step: empty where the page shows it with nothing in it
 */
export const DEALS: Readonly<Record<string, string>> = {
  ana: `
Acme renewal | Acme Tooling | PLN 412000 | 158 | open | Negotiation | 18 | push 50 30, cut 22 389000 | 3 | Walk purchasing through the three-year price
Cold store 2 | Baltic Foods | EUR 168000 | 121 | open | Proposal | 34 | | 6 | Site visit with the plant manager
Label printers, Poznań | Baltic Foods | PLN 96000 | 74 | open | Discovery | 61 | | 11 | Ask who else signs above PLN 80,000
Conveyor service contract | Wisła Logistics | PLN 240000 | 203 | won 38 | Negotiation | | | |
Sorting cell | Wisła Logistics | PLN 615000 | 96 | open | Proposal | -9 | push 33 28 | 19 |
Spare parts frame | Młyn Zachód | PLN 58000 | 49 | open | Qualification | 72 | | 8 | First call with maintenance
Dosing upgrade | Karpaty Dairy | PLN 187000 | 170 | lost 64 | Proposal | | | |
Pilot, packing hall | Nova Pharma Łódź | EUR 74000 | 31 | open | Discovery | 47 | | 2 | Agree what the pilot has to show`,
  ben: `
Warehouse scanners | Thames Parcel | GBP 128000 | 112 | open | Proposal | 9 | | 2 |
Depot roll-out | Thames Parcel | GBP 310000 | 66 | open | Discovery | 55 | | 2 |
Forklift sensors | Orkney Freight | GBP 47000 | 89 | open | Discovery | -16 | push 30 14 | 3 |
Gate automation | Port of Marsh | - | 40 | open | Qualification | 66 | | 2 | Send the reference from the Rotterdam terminal
Yard cameras | Port of Marsh | - | 28 | open | Qualification | 80 | | 4 |
Handheld refresh | Harrow & Pike | GBP 84000 | 143 | lost 27 | Negotiation | | push 60 21 | |
Cold chain loggers | Baltic Foods UK | GBP 62000 | 98 | won 12 | Negotiation | | | |
Returns desk | Kestrel Retail | GBP 156000 | 58 | open | Discovery | 41 | | 4 | Meet the head of operations, not only IT`,
  bruno: `
Retrofit line 4 | Halle Maschinenbau | EUR 1250000 | 174 | open | Negotiation | 12 | push 63 30, push 17 35, cut 35 1180000, cut 8 1090000 | 2 | Call with their CFO about the payment plan
Retrofit line 5 | Halle Maschinenbau | EUR 940000 | 60 | open | Discovery | 96 | | 9 | See how line 4 ends
Press shop controls | Lehmann Blech | EUR 380000 | 131 | open | Proposal | -5 | push 40 35, cut 19 342000 | 7 |
Energy monitoring | Saale Chemie | EUR 215000 | 102 | open | Proposal | 27 | cut 30 193000 | 5 | Answer the works council's list of questions
Robot cell 7 | Kumo Robotics Europe | EUR 520000 | 188 | won 22 | Negotiation | | cut 45 468000 | |
Service contract | Lehmann Blech | EUR 88000 | 77 | won 50 | Proposal | | | |
Palletiser | Havel Papier | EUR 265000 | 150 | lost 71 | Negotiation | | cut 90 230000 | |
Test bench | Werkhof Jena | EUR 140000 | 35 | open | Qualification | 68 | | 6 | Clarify whether there is a budget for next year`,
  carla: `
Filling line | Acqua Serena | EUR 460000 | 127 | open | Negotiation | 21 | | 3 | Contract draft to their lawyer
Bottling audit | Acqua Serena | EUR 38000 | 164 | won 96 | Proposal | | | |
Glass inspection | Vetreria Longo | EUR 295000 | 141 | won 33 | Negotiation | | | |
Ovens, second site | Forno Ligure | EUR 178000 | 83 | open | Proposal | 39 | | 5 | Present to both owners together
Washers | Lavanda Hotels | EUR 112000 | 52 | open | Discovery | 58 | | 3 | Visit the laundry in Genoa with the engineer
Tank controls | Olio Marche | EUR 205000 | 118 | won 9 | Negotiation | | | |
Retrofit, dryer 3 | Cartiera Po | EUR 340000 | 149 | lost 44 | Proposal | | | |
Packing robots | Riso Lomellina | EUR 270000 | 24 | open | Qualification | 88 | | 4 | Write down who decides and how`,
  daan: `
Greenhouse climate | Kas & Co | EUR 92000 | 88 | open | Discovery | 30 | | 26 | Send the energy comparison
Tulip sorter | Bollenhof | EUR 64000 | 71 | open | Proposal | -11 | | 33 |
Cold room doors | Zuivel Noord | EUR 48000 | 59 | open | Discovery | 44 | | 29 | Second visit with the installer
Barge loading | Waalhaven Grain | - | 47 | open | Qualification | 75 | | 30 | First meeting with operations
Milk robots | Zuivel Noord | EUR 210000 | 41 | open | Qualification | 90 | | 27 |
Fan replacement | Kas & Co | EUR 18000 | 95 | won 30 | Proposal | | | |`,
  elif: `
Lab automation | Basel Diagnostics | CHF 385000 | 136 | open | Negotiation | 15 | push 48 20 | 5 |
Freezer farm | Basel Diagnostics | CHF 148000 | 69 | open | Proposal | 37 | | 8 |
Clean room doors | Jura Precision | CHF 96000 | 110 | open | Proposal | -20 | push 55 30 | 46 |
Spare parts | Kumo Robotics | CHF 54000 | 33 | open | Discovery | 50 | | 3 | Price list for the first twelve months
Dosing cell | Anadolu İlaç | EUR 265000 | 92 | open | Discovery | 63 | | 6 |
Blister line | Anadolu İlaç | EUR 640000 | 54 | open | Qualification | 120 | | 7 | Find a sponsor beside production
Inspection upgrade | Zürcher Uhrenwerk | CHF 178000 | 157 | lost 52 | Negotiation | | | |
Calibration contract | Jura Precision | CHF 42000 | 125 | won 60 | Proposal | | | |`,
  hugo: `
Sawmill line | Norrskog Timber | SEK 5200000 | 240 | open | Negotiation | -14 | push 120 45, push 70 30, push 35 30 | 12 | Wait for their board
Kiln control | Norrskog Timber | SEK 1850000 | 176 | open | Proposal | -32 | push 80 40 | 66 |
Port crane refit | Kattegat Ports | SEK 7400000 | 210 | open | Discovery | 130 | push 60 60 | 15 | Technical meeting with the crane maker
Bakery robots | Lindens Bröd | SEK 2300000 | 97 | open | Proposal | 24 | | 10 | Reference visit at Forno Ligure
Ferry galley | Öresund Line | SEK 940000 | 134 | lost 20 | Proposal | | push 66 30 | |
Pump service | Kattegat Ports | SEK 620000 | 160 | won 80 | Proposal | | | |
Fish sorting | Baltic Foods Nord | NOK 3100000 | 44 | open | Qualification | 95 | | 13 | First visit on site`,
  mei: `
Kumo Robotics pilot | Kumo Robotics | JPY 18500000 | 85 | open | Proposal | 24 | | 5 | Pilot review with the three line leads
Gripper supply | Kumo Robotics | JPY 42000000 | 50 | open | Discovery | 110 | | 9 | Wait for the pilot, then size it together
Dispatch sorter | Straits Express | SGD 720000 | 115 | open | Negotiation | 8 | cut 18 690000 | 4 | Signature meeting
Harbour scanners | Straits Express | SGD 260000 | 37 | open | Qualification | 70 | | 6 |
Tea packing | Uji Leaf | JPY 9800000 | 140 | won 47 | Negotiation | | | |
Battery test cells | Hoshi Cells | USD 860000 | 62 | open | Discovery | 85 | | 7 | Workshop on the test plan
Ferry terminals | Seto Lines | JPY 31000000 | 128 | lost 85 | Discovery | | | |`,
};
