// A second district on the same server, that nobody of the first has a role in.
import { randomBytes } from 'node:crypto';
import type { Server } from './server';

export interface ForeignDistrict {
  district: string;
  /** Path parameters that name its records. */
  ids: Record<string, string>;
}

export async function buildForeignDistrict(_server: Server): Promise<ForeignDistrict> {
  throw new Error(`not yet ${randomBytes(1)}`);
}
