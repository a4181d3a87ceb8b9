import { resolve } from 'node:path';

// What `@/` and `#i18n` stand for, in the form that dependency-cruiser takes it. Paths are those of the folder it runs in.
export default {
  resolve: { alias: { '#i18n': resolve('.wxt/i18n/index.ts'), '@': resolve('.') } },
};
