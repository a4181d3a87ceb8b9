/** The invented company whose CRM this is: its people, its customers, what it sells, and its three pipelines. */

export interface Person {
  id: string;
  name: string;
  title: string;
  place: string;
}

export interface Account {
  name: string;
  currency: string;
}

export interface Pipeline {
  id: string;
  name: string;
  /** In selling order; the last two are won and lost. */
  stages: string[];
}

export const reps: Person[] = [
  { id: 'u101', name: 'Siobhán O’Neill', title: 'Account Executive', place: 'Dublin' },
  { id: 'u102', name: 'Łukasz Wiśniewski', title: 'Account Executive', place: 'Kraków' },
  { id: 'u103', name: 'Márta Szűcs', title: 'Senior Account Executive', place: 'Budapest' },
  { id: 'u104', name: 'José Ignacio Peña', title: 'Account Executive', place: 'Valencia' },
  { id: 'u105', name: 'Misaki Satō', title: 'Senior Account Executive', place: 'Osaka' },
  { id: 'u106', name: 'Chloé Lefèvre', title: 'Account Executive', place: 'Lyon' },
  { id: 'u107', name: 'Jürgen Groß', title: 'Key Account Manager', place: 'Stuttgart' },
  { id: 'u108', name: "Dana O'Neill", title: 'Account Executive', place: 'Chicago' },
];

/** People who create deals and write notes, but own none. */
export const colleagues: Person[] = [
  { id: 'u201', name: 'Tom Becker', title: 'Sales Operations', place: 'Hamburg' },
  { id: 'u202', name: 'Inês Carvalho', title: 'Business Development', place: 'Porto' },
  { id: 'u203', name: 'Priya Raghunathan', title: 'Solutions Engineer', place: 'London' },
];

/** Who is signed in: on every page, and never the owner of a deal. */
export const signedIn: Person = { id: 'u301', name: 'Helen Marsh', title: 'Sales Manager', place: 'London' };

export const pipelines: Pipeline[] = [
  {
    id: 'new-business',
    name: 'New business',
    stages: ['Qualify', 'Discovery', 'Site survey', 'Proposal', 'Negotiation', 'Won', 'Lost'],
  },
  {
    id: 'renewals',
    name: 'Renewals',
    stages: ['Upcoming', 'Review', 'Quote sent', 'Verbal yes', 'Won', 'Lost'],
  },
  {
    id: 'partners',
    name: 'Partners',
    stages: ['Referred', 'Joint call', 'Pilot', 'Contract', 'Won', 'Lost'],
  },
];

const ACCOUNTS_BY_CURRENCY: Record<string, string[]> = {
  USD: [
    'Lakeshore Packaging, Inc.',
    'Bright Harbor Foods',
    'Tallgrass Beverage Co.',
    'O’Fallon Castings',
    'Redwood Cold Storage',
    'Cumberland Paper & Board',
    'Pioneer Valley Dairy',
    'Gulfport Marine Supply',
  ],
  EUR: [
    'Weißenfels Maschinenbau GmbH',
    'Conserves du Léman SAS',
    'Groupe Rivière & Fils',
    'Cerámicas Albufera S.L.',
    'Van der Meulen Logistiek B.V.',
    'Oy Pohjola Steel Ab',
    'Fratelli Bonacci S.p.A.',
    'Brauerei Hübner KG',
    'Transportes Oliveira, Lda.',
  ],
  GBP: [
    'Pennine Textiles Ltd',
    'Cartwright & Sons',
    'Tyne Valley Glass',
    'Harrogate Springs plc',
    'Severn Aggregates',
  ],
  JPY: ['Minato Seiki K.K.', '株式会社みなと精機', 'Hakata Food Works', 'Kitahama Denki'],
  CHF: ['Uhrenwerk Sankt Moritz AG', 'Jura Precision SA', 'Alpkäserei Zürcher AG'],
  PLN: ['Huta Śląska S.A.', 'Piekarnie Złoty Kłos', 'Zakłady Łódź sp. z o.o.', 'Meble Gdańskie'],
};

export const accounts: Account[] = Object.entries(ACCOUNTS_BY_CURRENCY).flatMap(([currency, names]) =>
  names.map((name) => ({ name, currency })),
);

export const PRODUCTS = [
  'Palletiser retrofit',
  'Line sensors, 140 units',
  'Vision inspection cell',
  'Conveyor controls',
  'Cold-store monitoring',
  'Torque monitoring, phase 2',
  'Predictive maintenance',
  'Edge gateways',
  'Spare parts frame contract',
  'Service plan, 3 years',
  'Labelling upgrade',
  'Energy metering <pilot>',
  'Robot cell & guarding',
  'Operator training',
];

export const SITES = [
  'plant 1',
  'plant 2',
  'north hall',
  'main works',
  'line 4',
  'the new warehouse',
  'packing',
  'R&D',
];

export const NEXT_STEPS = [
  'Send revised offer',
  'Confirm survey date with the plant manager',
  'Get the security questionnaire back',
  'Call procurement on payment terms',
  'Book a reference visit',
  'Agree acceptance criteria',
  'Walk the CFO through the payback',
  'Ask who else signs',
];

export const ACTIVITY_KINDS = ['Call', 'Email', 'Meeting', 'Demo', 'Site visit'];

export const SUBJECTS = [
  'Price and terms',
  'Questions from engineering',
  'Scope of the first phase',
  'Introduction to procurement',
  'Delivery dates',
  'Walk through the offer',
  'Feedback after the pilot',
  'Safety requirements',
];

export const NOTES = [
  'They compare us with one other vendor. Decision sits with the plant manager, not with purchasing.',
  'Budget is confirmed for this year only if the order is in before the holidays.',
  'Asked for two references from the food industry.',
  'Engineering is on our side; finance has not seen a number yet.',
  'The survey showed older drives on line 2, so the offer needs a second option.',
];

export const SOURCES = ['Inbound', 'Trade fair', 'Referral', 'Partner', 'Existing customer', 'Outbound'];
