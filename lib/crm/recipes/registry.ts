import type { Recipe } from '@/lib/crm/recipe';
import { atomic } from './atomic';
import { espocrm } from './espocrm';
import { hubspot } from './hubspot';
import { odoo } from './odoo';
import { salesforce } from './salesforce';
import { sample } from './sample';

/** Every CRM that Sideline knows, one line each. */
export const recipes: readonly Recipe[] = [atomic, espocrm, hubspot, odoo, salesforce, sample];
