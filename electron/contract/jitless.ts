import * as z from 'zod/mini';

// Schemas are made without `new Function`, which the window's content security policy forbids and reports. Imported
// before any schema is made.
z.config({ jitless: true });
